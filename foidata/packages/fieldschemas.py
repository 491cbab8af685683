"""The JSON Schema of a record's fields, plain enough to read a table's columns from."""

from functools import cache
from typing import Any

from foidata.standard.record import Record

Schema = dict[str, Any]


@cache
def property_schemas(record: type[Record]) -> dict[str, Schema]:
    """The schema of each field of a record, with references followed one level: no null, default or title."""
    whole = record.model_json_schema()
    definitions = whole.get("$defs", {})
    if "$ref" in whole:
        whole = definitions[whole["$ref"].rpartition("/")[2]]
    return {name: _plain(schema, definitions) for name, schema in whole["properties"].items()}


def inlined(record: type[Record], leaving_out: tuple[str, ...] = ()) -> Schema:
    """The schema of a record as one object, without references."""
    whole = record.model_json_schema()
    definitions = whole.pop("$defs", {})
    if "$ref" in whole:
        whole = definitions[whole["$ref"].rpartition("/")[2]]
    properties = {
        name: _plain(schema, definitions, deep=True)
        for name, schema in whole["properties"].items()
        if name not in leaving_out
    }
    return {key: value for key, value in whole.items() if key != "title"} | {"properties": properties}


def _plain(schema: Schema, definitions: Schema, *, deep: bool = False) -> Schema:
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]] | {k: v for k, v in schema.items() if k != "$ref"}
    if "anyOf" in schema:
        present = next(one for one in schema["anyOf"] if one.get("type") != "null")
        rest = {key: value for key, value in schema.items() if key != "anyOf"}
        schema = _plain(present, definitions, deep=deep) | rest
    schema = {key: value for key, value in schema.items() if key not in ("default", "title")}
    for inside in ("items", "additionalProperties"):
        if isinstance(schema.get(inside), dict):
            schema[inside] = _plain(schema[inside], definitions, deep=deep)
    if deep and "properties" in schema:
        inner = schema["properties"].items()
        schema["properties"] = {name: _plain(one, definitions, deep=True) for name, one in inner}
    return schema
