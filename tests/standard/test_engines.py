"""What the validation engines really do: the ground on which the standard's forms were chosen.

Nothing here is about our code. A release that changes one of these rows may let a form in, or force one out.
"""

import csv
import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import frictionless
import jsonschema
import jsonschema_rs
import pytest
from frictionless import FrictionlessException, Package, Resource, Schema
from pydantic import Field, StringConstraints, TypeAdapter

V2 = "https://datapackage.org/profiles/2.0/datapackage.json"
V2_TABLE = "https://datapackage.org/profiles/2.0/tableschema.json"

YES, NO, CRASH = "accepts", "refuses", "crashes"
"""A verdict. A crash is an error of the schema or the engine, not of the value."""


def by_jsonschema(schema: dict[str, Any], value: Any, *, formats: bool = False) -> str:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER if formats else None
    try:
        return YES if jsonschema.Draft202012Validator(schema, format_checker=checker).is_valid(value) else NO
    except Exception:  # noqa: BLE001  # re.error and others: that is the finding
        return CRASH


def by_rust(schema: dict[str, Any], value: Any, *, formats: bool = False) -> str:
    try:
        return YES if jsonschema_rs.Draft202012Validator(schema, validate_formats=formats).is_valid(value) else NO
    except ValueError:
        return CRASH


def by_pydantic(kind: Any, text: str, *, strict: bool) -> str:
    try:
        adapter = TypeAdapter(kind)
    except Exception:  # noqa: BLE001  # SchemaError of the core: that is the finding
        return CRASH
    try:
        adapter.validate_json(text, strict=strict)
    except ValueError:
        return NO
    return YES


def by_frictionless(field: dict[str, Any], cell: str) -> str:
    try:
        schema = Schema.from_descriptor({"$schema": V2_TABLE, "fields": [{"name": "x", **field}]})
        return YES if Resource(data=[["x"], [cell]], schema=schema).validate().valid else NO
    except Exception:  # noqa: BLE001  # re.error and others: that is the finding
        return CRASH


@pytest.mark.parametrize(
    ("pattern", "text", "verdicts"),
    [
        ("^[A-Z]{3}$", "ABC\n", (YES, NO, NO, YES)),
        (r"^\d$", "٣", (YES, NO, YES, YES)),
        (r"^\p{L}$", "é", (CRASH, YES, YES, CRASH)),
        ("^(?=a)a$", "a", (YES, YES, CRASH, YES)),
        ("^(?:a|bc)$", "abc", (NO, NO, NO, NO)),
        ("^[0-9A-Za-z]$", "é", (NO, NO, NO, NO)),
    ],
)
def test_patterns(pattern: str, text: str, verdicts: tuple[str, str, str, str]) -> None:
    schema = {"type": "string", "pattern": pattern}
    kind = Annotated[str, StringConstraints(pattern=pattern)]
    strict, lax = (by_pydantic(kind, json.dumps(text), strict=one) for one in (True, False))
    assert strict == lax
    cell = by_frictionless({"type": "string", "constraints": {"pattern": pattern}}, text)
    assert (by_jsonschema(schema, text), by_rust(schema, text), strict, cell) == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("1.0", (YES, YES, YES, NO, NO)),
        ("true", (NO, NO, YES, NO, NO)),
        ('"1"', (NO, NO, YES, NO, YES)),
        ("1", (YES, YES, YES, YES, YES)),
    ],
)
def test_whole_numbers(text: str, verdicts: tuple[str, str, str, str, str]) -> None:
    schema, value = {"type": "integer"}, json.loads(text)
    found = (
        by_jsonschema(schema, value),
        by_rust(schema, value),
        by_pydantic(int, text, strict=False),
        by_pydantic(int, text, strict=True),
        by_frictionless({"type": "integer"}, text.strip('"')),
    )
    assert found == verdicts


def test_multiples_of_a_hundredth() -> None:
    schema = {"type": "number", "multipleOf": 0.01}
    kind = Annotated[Decimal, Field(multiple_of=Decimal("0.01"))]
    found = (by_jsonschema(schema, 19.99), by_rust(schema, 19.99), by_pydantic(kind, "19.99", strict=True))
    assert found == (NO, YES, YES)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("2024-02-30", (YES, NO, YES, NO, NO, NO, NO)),
        ("2024-02-03T00:00:00", (YES, NO, YES, NO, YES, NO, NO)),
        ("1706918400", (YES, NO, YES, NO, YES, YES, NO)),
        ("2024-02-29", (YES, YES, YES, YES, YES, YES, YES)),
    ],
)
def test_dates(text: str, verdicts: tuple[str, ...]) -> None:
    """jsonschema without and with formats, jsonschema-rs likewise, pydantic lax and strict, frictionless."""
    schema = {"type": "string", "format": "date"}
    found = (
        by_jsonschema(schema, text),
        by_jsonschema(schema, text, formats=True),
        by_rust(schema, text),
        by_rust(schema, text, formats=True),
        by_pydantic(datetime.date, json.dumps(text), strict=False),
        by_pydantic(datetime.date, json.dumps(text), strict=True),
        by_frictionless({"type": "date"}, text),
    )
    assert found == verdicts


def test_a_key_twice_and_nan_pass_python_and_pydantic() -> None:
    assert json.loads('{"a": 1, "a": 2}') == {"a": 2}
    assert str(json.loads("NaN")) == "nan"
    assert by_pydantic(dict[str, int], '{"a": 1, "a": 2}', strict=True) == YES
    assert by_pydantic(float, "NaN", strict=True) == YES


def test_pydantic_takes_text_for_a_decimal_even_in_strict_json() -> None:
    assert by_pydantic(Decimal, '"5"', strict=True) == YES
    assert by_pydantic(float, '"5"', strict=True) == NO


def test_pydantic_loses_digits_of_large_decimals_silently() -> None:
    assert TypeAdapter(Decimal).validate_json("0.12345678901234567890123") != Decimal("0.12345678901234567890123")


def test_one_of_says_less_than_if_and_then() -> None:
    needs = {"required": ["b"]}
    one_of = {"oneOf": [{"properties": {"a": {"const": "x"}}, **needs}, {"properties": {"a": {"const": "y"}}}]}
    if_then = {"if": {"properties": {"a": {"enum": ["x"]}}, "required": ["a"]}, "then": needs}
    assert [one.message for one in jsonschema.Draft202012Validator(if_then).iter_errors({"a": "x"})] == [
        "'b' is a required property"
    ]
    (vague,) = jsonschema.Draft202012Validator(one_of).iter_errors({"a": "x"})
    assert "is not valid under any of the given schemas" in vague.message


def test_a_list_with_a_least_length_may_not_be_empty() -> None:
    kind = Annotated[tuple[int, ...], Field(min_length=1)]
    assert [by_pydantic(kind, text, strict=True) for text in ("[]", "[1]")] == [NO, YES]


# frictionless and Data Package v2


def package(folder: Path, *resources: dict[str, Any], **more: Any) -> Path:
    """A descriptor in a folder."""
    path = folder / "datapackage.json"
    path.write_text(json.dumps({"name": "package", "resources": list(resources), **more}), "utf-8")
    return path


def table(folder: Path, name: str, rows: list[list[str]], **schema: Any) -> dict[str, Any]:
    """A resource with its file."""
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as page:
        csv.writer(page).writerows(rows)
    fields = {"fields": [{"name": one, "type": "string"} for one in rows[0]]}
    return {"name": name, "path": f"{name}.csv", "encoding": "utf-8", "schema": fields | schema}


def faults(path: Path) -> list[str]:
    """The kinds of faults that frictionless finds; those of the descriptor too."""
    try:
        return [kind for (kind,) in frictionless.validate(path).flatten(["type"])]
    except FrictionlessException as error:
        return [error.error.type]


def test_a_schema_of_its_own_is_accepted_and_never_enforced(tmp_path: Path) -> None:
    (tmp_path / "profile.json").write_text(json.dumps({"required": ["no-such-key"]}), "utf-8")
    resource = table(tmp_path, "t", [["a"], ["1"]])
    for schema in (V2, "https://example.invalid/profile.json", "profile.json"):
        assert faults(package(tmp_path, resource, **{"$schema": schema})) == []


def test_without_the_standards_schema_a_package_is_of_version_1(tmp_path: Path) -> None:
    fields = [{"name": "a", "type": "integer", "constraints": {"exclusiveMinimum": 1}}]
    resource = table(tmp_path, "t", [["a"], ["1"]], fields=fields)
    assert faults(package(tmp_path, resource)) == ["field-error"]
    assert faults(package(tmp_path, resource, **{"$schema": V2})) == ["constraint-error"]


def test_a_local_profile_is_enforced_but_only_found_from_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "part.json").write_text(json.dumps({"required": ["no-such-key"]}), "utf-8")
    profile = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "part.json"}
    (tmp_path / "profile.json").write_text(json.dumps(profile), "utf-8")
    path = package(tmp_path, table(tmp_path, "t", [["a"], ["1"]]), profile="profile.json")
    assert faults(path) == ["metadata-error"]
    monkeypatch.chdir(tmp_path)
    assert faults(path) == ["package-error"]


@pytest.mark.parametrize(
    ("field", "cell", "verdict"),
    [
        ({"type": "number", "constraints": {"exclusiveMinimum": 1}}, "1", NO),
        ({"type": "number", "constraints": {"exclusiveMaximum": 1}}, "1", NO),
        ({"type": "string", "constraints": {"pattern": "a|bc"}}, "abc", YES),
        ({"type": "date"}, "2024-2-3", YES),
        ({"type": "integer"}, " 1", YES),
        ({"type": "integer"}, "01", YES),
        ({"type": "integer"}, "+1", YES),
        ({"type": "integer"}, "1_000", YES),
        ({"type": "number"}, "NaN", YES),
        ({"type": "number"}, "INF", YES),
        ({"type": "string", "categories": ["a"]}, "b", YES),
        ({"type": "string", "constraints": {"enum": ["a"]}}, "b", NO),
        ({"type": "boolean"}, "true", YES),
        ({"type": "array"}, '["a"]', YES),
        ({"type": "array"}, "a", NO),
    ],
)
def test_cells_that_frictionless_accepts_or_refuses(field: dict[str, Any], cell: str, verdict: str) -> None:
    assert by_frictionless(field, cell) == verdict


def test_a_constraint_by_json_schema_is_refused_in_the_descriptor(tmp_path: Path) -> None:
    fields = [{"name": "a", "type": "array", "constraints": {"jsonSchema": {"minItems": 1}}}]
    path = package(tmp_path, table(tmp_path, "t", [["a"], ["[]"]], fields=fields), **{"$schema": V2})
    assert faults(path) != []


@pytest.mark.parametrize("keys", [{"primaryKey": ["a", "b"]}, {"primaryKey": "a"}])
def test_a_primary_key_is_enforced(tmp_path: Path, keys: dict[str, Any]) -> None:
    path = package(tmp_path, table(tmp_path, "t", [["a", "b"], ["1", "1"], ["1", "1"]], **keys), **{"$schema": V2})
    assert faults(path) == ["primary-key"]


def test_unique_keys_are_ignored(tmp_path: Path) -> None:
    twice = table(tmp_path, "t", [["a"], ["1"], ["1"]], uniqueKeys=[["a"]])
    assert faults(package(tmp_path, twice, **{"$schema": V2})) == []


@pytest.mark.parametrize(
    ("rows", "fields", "expected"),
    [
        ([["9", "x"]], ["a"], ["foreign-key"]),
        ([["1", "x"]], ["a"], []),
        ([["", "x"]], ["a"], []),
        ([["1", "x"]], ["a", "b"], []),
        ([["1", "y"]], ["a", "b"], ["foreign-key"]),
        ([["1", ""]], ["a", "b"], ["foreign-key"]),
    ],
)
def test_a_foreign_key_with_one_empty_part_fails_but_a_single_empty_one_passes(
    tmp_path: Path, rows: list[list[str]], fields: list[str], expected: list[str]
) -> None:
    parent = table(tmp_path, "parent", [["a", "b"], ["1", "x"]])
    key = {"fields": fields, "reference": {"resource": "parent", "fields": fields}}
    child = table(tmp_path, "child", [["a", "b"], *rows], foreignKeys=[key])
    assert faults(package(tmp_path, parent, child, **{"$schema": V2})) == expected


def test_a_table_may_refer_to_itself(tmp_path: Path) -> None:
    key = {"fields": ["b"], "reference": {"resource": "", "fields": ["a"]}}
    tables = {
        name: table(tmp_path, name, [["a", "b"], ["1", ""], ["2", other]], foreignKeys=[key])
        for name, other in (("fine", "1"), ("wrong", "3"))
    }
    assert faults(package(tmp_path, tables["fine"])) == []
    assert faults(package(tmp_path, tables["wrong"])) == ["foreign-key"]


@pytest.mark.parametrize(("match", "expected"), [("exact", ["incorrect-label"]), ("subset", [])])
def test_fields_match_is_enforced(tmp_path: Path, match: str, expected: list[str]) -> None:
    fields = [{"name": "b", "type": "string"}]
    resource = table(tmp_path, "t", [["a", "b"], ["1", "1"]], fields=fields, fieldsMatch=match)
    found = faults(package(tmp_path, resource, **{"$schema": V2}))
    assert (found == []) == (expected == [])


def test_missing_values_with_labels_work_and_their_labels_are_lost(tmp_path: Path) -> None:
    missing = [{"value": "", "label": "left out"}, {"value": "-", "label": "refused"}]
    path = package(
        tmp_path, table(tmp_path, "t", [["a", "b"], ["-", "x"], ["1", "x"]], missingValues=missing), **{"$schema": V2}
    )
    assert faults(path) == []
    assert [row["a"] for row in Package(path).get_resource("t").read_rows()] == [None, "1"]


def test_a_schema_outside_the_package_is_unsafe(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "x.json").write_text('{"fields": [{"name": "a", "type": "string"}]}', "utf-8")
    resource = table(inside, "t", [["a"], ["1"]]) | {"schema": "../x.json"}
    assert faults(package(inside, resource)) != []


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"a;b\n1;2\n3;4\n", [{"a": 1, "b": 2}, {"a": 3, "b": 4}]),
        ("a,b\n1,£\n".encode("utf-16"), [{"a": 1, "b": "£"}]),
        ("a,b\n1,£50 for the year\n".encode("cp1252"), [{"a": 1, "b": "ú50 for the year"}]),
    ],
)
def test_delimiter_and_encoding_are_guessed_and_sometimes_wrongly_when_not_declared(
    tmp_path: Path, data: bytes, rows: list[dict[str, Any]]
) -> None:
    (tmp_path / "t.csv").write_bytes(data)
    resource = Resource(path="t.csv", basepath=str(tmp_path))
    assert [dict(row) for row in resource.read_rows()] == rows


def test_a_place_is_the_number_of_the_record_not_of_the_line(tmp_path: Path) -> None:
    fields = [{"name": "a", "type": "string"}, {"name": "b", "type": "integer"}]
    path = package(tmp_path, table(tmp_path, "t", [["a", "b"], ["two\nlines", "1"], ["x", "no"]], fields=fields))
    (row,) = frictionless.validate(path).flatten(["rowNumber"])
    assert row == [3]
    assert (tmp_path / "t.csv").read_text("utf-8").splitlines().index("x,no") + 1 == 4


def test_no_more_than_1000_faults_are_listed(tmp_path: Path) -> None:
    fields = [{"name": "a", "type": "integer"}]
    path = package(tmp_path, table(tmp_path, "t", [["a"], *[["no"]] * 1100], fields=fields))
    assert len(frictionless.validate(path).flatten(["type"])) == 1000


def test_a_cell_of_more_than_131_072_characters_is_refused_by_default() -> None:
    limit = csv.field_size_limit(131_072)
    try:
        with pytest.raises(csv.Error, match="field larger than field limit"):
            list(csv.reader(["a" * 131_073]))
    finally:
        csv.field_size_limit(limit)
