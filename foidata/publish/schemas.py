"""The models as JSON Schema 2020-12."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from foidata.standard.record import Record

BASE = "https://w3id.org/foidata/1.0/"
"""What every published schema's `$id` begins with. It is a name: nothing is ever fetched from it."""


class _Generator(GenerateJsonSchema):
    """Absent means absent: neither null nor defaults are published, and no titles made from names."""

    schema_dialect = "https://json-schema.org/draft/2020-12/schema"

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def _update_class_schema(self, json_schema: JsonSchemaValue, *args: Any) -> None:
        super()._update_class_schema(json_schema, *args)
        json_schema.pop("title", None)


def schema_of(record: type[Record], name: str, title: str) -> dict[str, Any]:
    """The JSON Schema of a kind of record, whole in itself: it refers to nothing outside."""
    generated = record.model_json_schema(schema_generator=_Generator, ref_template="#/$defs/{model}")
    generated = _without_titles(generated)
    definitions = generated.pop("$defs", {})
    head = {"$schema": _Generator.schema_dialect, "$id": BASE + name, "title": title}
    return head | generated | {"$defs": dict(sorted(definitions.items()))}


def _without_titles(schema: dict[str, Any]) -> dict[str, Any]:
    for definition in schema.get("$defs", {}).values():
        definition.pop("title", None)
    schema.pop("title", None)
    return schema
