"""The JSON Schemas of the models: valid, closed, plain, and complete in themselves."""

import json
import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]  # it knows the shortest and the longest match
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from foidata.publish.schemas import BASE, schema_of
from foidata.standard.constraint import When
from foidata.standard.dataset import Dataset
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record, described

METASCHEMA = jsonschema.Draft202012Validator.META_SCHEMA["$id"]

AVOIDED = {"oneOf", "unevaluatedProperties", "default", "nullable", "multipleOf", "$dynamicRef", "title"}
"""Keywords that engines or generators treat differently."""

SAFE_PATTERN = re.compile(r"(?:[^\\]|\\[trn.\\])*")
"""No escape for kinds of characters: Unicode to one engine, ASCII to another."""


def whole(model: type[Record]) -> dict[str, Any]:
    return schema_of(model, "model.schema.json", "The model")


def schemas_in(schema: Any) -> Iterator[dict[str, Any]]:
    """Every subschema in a schema, itself first."""
    if not isinstance(schema, dict):
        return
    yield schema
    for name in ("properties", "$defs"):
        for inner in schema.get(name, {}).values():
            yield from schemas_in(inner)
    for name in ("items", "not", "if", "then"):
        yield from schemas_in(schema.get(name))
    for name in ("allOf", "anyOf", "oneOf"):
        for inner in schema.get(name, ()):
            yield from schemas_in(inner)


def test_every_schema_is_valid_2020_12_and_is_named(model: type[Record]) -> None:
    schema = whole(model)
    assert schema["$schema"] == METASCHEMA
    assert schema["$id"] == f"{BASE}model.schema.json"
    assert schema["title"] == "The model"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)


def test_every_object_is_closed_and_described(model: type[Record]) -> None:
    schema = whole(model)
    for one in [schema, *schema["$defs"].values()]:
        assert one["description"]
        if one["type"] == "object":
            assert one["additionalProperties"] is False
            assert one.get("required") or one["minProperties"] == 1
            assert all(value.get("description") for value in one["properties"].values())
        else:
            assert one["type"] == "string"
            assert one["enum"]


def test_every_field_has_its_description_and_its_example(model: type[Record]) -> None:
    for name, value in whole(model)["properties"].items():
        assert value["description"] == described(model.model_fields[name].description)
        assert len(value["examples"]) == 1


def test_schemas_use_only_what_every_engine_means_alike(model: type[Record]) -> None:
    schema = whole(model)
    del schema["title"]
    for one in schemas_in(schema):
        assert not AVOIDED & one.keys()
        assert one.get("type") != "null"
        assert one.get("type") != "array" or one["minItems"] == 1
        assert "format" not in one or "pattern" in one


def test_patterns_are_anchored_plain_and_cannot_end_in_a_line_break(model: type[Record]) -> None:
    for one in schemas_in(whole(model)):
        pattern = one.get("pattern", "")
        assert SAFE_PATTERN.fullmatch(pattern), pattern
        assert not re.search(r"\(\?[^:]", pattern), pattern
        if one.get("type") == "string" and pattern:
            assert pattern.startswith("^")
            assert pattern.endswith("$")
            assert one["maxLength"]
            assert not _alternatives_outside_a_group(pattern)
            assert one.get("not") == {"pattern": "[\\r\\n]"} or _is_fixed(pattern, one["maxLength"])


def _alternatives_outside_a_group(pattern: str) -> bool:
    depth = 0
    for char in re.sub(r"\\.|\[[^]]*\]", "", pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            return True
    return False


def _is_fixed(pattern: str, longest: int) -> bool:
    """Whether everything that matches is exactly so long: one more character, a line break, is then too long."""
    return bool(_parser.parse(pattern).getwidth() == (longest, longest))


def test_a_schema_refers_only_to_what_it_holds(model: type[Record]) -> None:
    schema = whole(model)
    referred = {one["$ref"] for one in schemas_in(schema) if "$ref" in one}
    held = {f"#/$defs/{name}" for name in schema["$defs"]}
    assert referred <= held
    assert list(schema["$defs"]) == sorted(schema["$defs"])


def test_required_fields_are_those_of_the_model(model: type[Record]) -> None:
    schema = whole(model)
    assert schema.get("required", []) == [name for name, field in model.model_fields.items() if field.is_required()]
    assert list(schema["properties"]) == list(model.model_fields)


def test_a_constraint_is_an_if_and_a_then(model: type[Record]) -> None:
    clauses = whole(model).get("allOf", [])
    assert clauses == [when.schema() for when in model.constraints]
    for clause in clauses:
        assert set(clause) == {"if", "then"}
        assert clause["if"]["required"] == list(clause["if"]["properties"])
        assert set(clause["if"]["properties"]) <= model.model_fields.keys()


def test_some_models_have_constraints() -> None:
    assert [clause["if"]["properties"]["qualifier"]["enum"] for clause in whole(Quantity)["allOf"]] == [
        ["exact", "approximate"],
        ["at_least"],
        ["at_most"],
        ["range"],
    ]


@pytest.mark.parametrize(
    ("when", "then"),
    [
        (When("a", ("x",), needs=("b",)), {"required": ["b"]}),
        (When("a", ("x",), forbids=("b",)), {"properties": {"b": False}}),
        (When("a", ("x",), some_of=("b", "c")), {"anyOf": [{"required": ["b"]}, {"required": ["c"]}]}),
        (When("a", ("x",), not_all=("b", "c")), {"not": {"required": ["b", "c"]}}),
    ],
)
def test_each_kind_of_constraint_has_its_then(when: When, then: dict[str, Any]) -> None:
    assert when.schema() == {"if": {"properties": {"a": {"enum": ["x"]}}, "required": ["a"]}, "then": then}


def test_the_schema_of_a_dataset_is_small_enough_to_read() -> None:
    assert len(json.dumps(whole(Dataset))) < 120_000
