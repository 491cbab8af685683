"""Whatever a published schema can refuse, a rule names: no keyword is left to the net below them all."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fault_examples import FAULTS, edit_file
from hypothesis import given, settings

from foidata import testing
from foidata.packages.cells import csv_lines
from foidata.packages.judge import judge
from foidata.packages.load import load
from foidata.packages.profile import package_profile
from foidata.packages.save import save
from foidata.packages.table_schemas import table_schemas
from foidata.publish.schemas import schema_of
from foidata.rules import ANY_OTHER, rules
from foidata.standard.answer import Answer, Coding
from foidata.standard.dataset import Dataset, Header, Publisher
from foidata.standard.evidence import Evidence
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record
from foidata.standard.response import Response
from foidata.validate.validate import validate

SOURCE = {"name": "a.txt", "media_type": "text/plain", "sha256": "0" * 64}

NOTES = {"$schema", "$id", "title", "description", "examples", "example", "name"}
"""Keywords that ask nothing of data."""
FRAME = {"$defs", "$ref", "properties", "items", "allOf", "if", "then"}
"""Keywords that only say where others hold."""

JSON: dict[str, set[str]] = {
    "required": {"missing-field", "undeclared-version", "needed-with"},
    "additionalProperties": {"unknown-field"},
    "type": {"wrong-type", "null-value"},
    "const": {"wrong-version"},
    "enum": {"unknown-code"},
    "pattern": {"wrong-form", "no-such-day"},
    "format": {"wrong-form", "no-such-day"},
    "not": {"wrong-form", "not-allowed-with"},
    "anyOf": {"needed-with"},
    "false": {"not-allowed-with"},
    "minimum": {"out-of-bounds"},
    "maximum": {"out-of-bounds"},
    "maxLength": {"text-too-long"},
    "minLength": {"empty-value"},
    "minItems": {"empty-value"},
    "minProperties": {"empty-value"},
}
"""The rules that name the breaking of each keyword of JSON Schema; `false` is the schema that nothing satisfies."""

CASES: tuple[tuple[str, str, type[Record], dict[str, Any]], ...] = (
    ("required", "missing-field", Evidence, {"start": 0, "end": 1}),
    ("required", "undeclared-version", Header, {"title": "A"}),
    ("required", "needed-with", Quantity, {"qualifier": "exact"}),
    ("additionalProperties", "unknown-field", Publisher, {"name": "A", "nom": "A"}),
    ("type", "wrong-type", Publisher, {"name": 1}),
    ("type", "null-value", Publisher, {"name": "A", "url": None}),
    ("const", "wrong-version", Header, {"standard": "foidata-9.0", "title": "A"}),
    ("enum", "unknown-code", Coding, {"state": "acepted"}),
    ("pattern", "wrong-form", Coding, {"state": "final", "date": "12/3/24"}),
    ("pattern", "no-such-day", Coding, {"state": "final", "date": "2023-02-30"}),
    ("format", "wrong-form", Coding, {"state": "final", "date": "12/3/24"}),
    ("format", "no-such-day", Coding, {"state": "final", "date": "2023-02-30"}),
    ("not", "wrong-form", Publisher, {"name": "A", "url": "a\n"}),
    ("not", "not-allowed-with", Period, {"kind": "open", "start": "2020", "end": "2021"}),
    ("anyOf", "needed-with", Period, {"kind": "open", "stated": "since then"}),
    ("false", "not-allowed-with", Period, {"kind": "date", "start": "2020", "end": "2021"}),
    ("minimum", "out-of-bounds", Evidence, {"start": -1, "end": 1, "quote": "a"}),
    ("maximum", "out-of-bounds", Quantity, {"qualifier": "exact", "value": 10**12 + 1}),
    ("maxLength", "text-too-long", Publisher, {"name": "A", "url": "a" * 2001}),
    ("minLength", "empty-value", Publisher, {"name": ""}),
    ("minItems", "empty-value", Evidence, {"start": 0, "end": 1, "quote": "a", "of": []}),
    ("minProperties", "empty-value", Response, {"id": "a", "kind": "reply", "source": SOURCE, "authority": {}}),
)
"""For each keyword and each of its rules the shortest record that breaks it."""


def keywords(schema: Any, *, names: bool = False) -> Iterator[str]:
    """The keywords of a schema. Under `properties` and `$defs` stand names, and under `false` nothing."""
    match schema:
        case dict():
            for key, inner in schema.items():
                yield from () if names else (key,)
                if names or key not in NOTES | {"const", "enum", "required"}:
                    yield from keywords(inner, names=not names and key in ("properties", "$defs"))
        case list():
            for inner in schema:
                yield from keywords(inner)
        case False:
            yield "false"


def named(kind: str) -> str:
    """The name of the rule that names a kind of fault; the net's when none does."""
    found = {one: rule.name for rule in rules() for one in rule.kinds}
    return found.get(kind, found[ANY_OTHER])


def engine_of(schema: dict[str, Any]) -> Any:
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def broken(engine: Any, data: Any) -> set[str]:
    """The keywords that an engine says are broken, format included."""
    return {str(error.validator or "false") for error in engine.iter_errors(data)}


def test_the_keywords_of_the_schemas_are_those_listed() -> None:
    whole = schema_of(Dataset, "dataset.schema.json", "Dataset")
    assert set(keywords(whole)) - NOTES - FRAME == set(JSON)


@pytest.mark.parametrize(("keyword", "name", "model", "data"), CASES)
def test_a_broken_keyword_is_named_by_its_rule(
    keyword: str, name: str, model: type[Record], data: dict[str, Any]
) -> None:
    assert keyword in broken(engine_of(schema_of(model, "case.schema.json", "Case")), data)
    assert [named(fault.kind) for fault in judge(model, json.dumps(data))[1]] == [name]


def test_each_rule_of_each_keyword_has_a_case() -> None:
    assert {(keyword, name) for keyword, names in JSON.items() for name in names} == {case[:2] for case in CASES}


@pytest.mark.parametrize("model", [Header, Answer, Period], ids=lambda one: one.__name__)
def test_whatever_else_breaks_a_keyword_is_named_by_one_of_its_rules(model: type[Record]) -> None:
    engine = engine_of(schema_of(model, "drawn.schema.json", "Drawn"))

    @settings(max_examples=60)
    @given(testing.single_faults(model))
    def is_named(fault: testing.SingleFault) -> None:
        assert named(fault.kind) in set().union(*(JSON[keyword] for keyword in broken(engine, fault.data)))

    is_named()


COLUMNS = {
    "required": ("counts", "label", "", {"missing-field"}),
    "type": ("funding", "amount_value", "n/a", {"bad-cell"}),
    "enum": ("funding", "status", "nill", {"unknown-code"}),
    "pattern": ("responses", "source_sha256", "x", {"wrong-form"}),
    "minLength": ("counts", "label", "", {"missing-field"}),  # in a table, empty is absent
    "maxLength": ("responses", "review_contact_email", f"a@{'b' * 300}", {"text-too-long"}),
    "minimum": ("evidence", "start", "-1", {"out-of-bounds"}),
    "maximum": ("funding", "amount_value", "1000000000001", {"out-of-bounds"}),
    "unique": ("responses", "position", "2", {"duplicate-position"}),
    "primaryKey": ("answers", "id", "2", {"duplicate-row"}),
    "foreignKeys": ("funding", "answer_id", "99", {"orphan-row"}),
}
"""For each keyword of a Table Schema a cell that breaks it, in the first row of a table, and the rules that name it."""


def test_the_keywords_of_the_table_schemas_are_those_listed() -> None:
    found: set[str] = set()
    for schema in table_schemas().values():
        found |= {"primaryKey", "foreignKeys", "missingValues"} & schema.keys()
        for field in schema["fields"]:
            found |= field.keys() - NOTES - {"constraints"} | field.get("constraints", {}).keys()
    assert found - {"missingValues"} == set(COLUMNS)  # nothing that stands in a cell can break what stands for absence


@pytest.mark.parametrize("keyword", COLUMNS)
def test_a_cell_that_breaks_a_table_schema_is_named_by_a_rule_of_its_own(keyword: str, tmp_path: Path) -> None:
    table, column, cell, names = COLUMNS[keyword]
    dataset = load(FAULTS / "base.json").dataset
    assert dataset is not None
    save(dataset, tmp_path / "package")
    file = tmp_path / "package" / f"{table}.csv"
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))
    rows[1][rows[0].index(column)] = cell
    file.write_bytes(b"".join(csv_lines(rows[0], rows[1:])))
    report = validate(tmp_path / "package", select=["FOI0", "FOI1"])
    assert names <= {finding.name for finding in report.findings}
    assert "other-fault" not in {finding.name for finding in report.findings}


PROFILE = {
    "const": ('"format": "csv"', '"format": "tsv"', "descriptor-off-profile"),
    "type": ('"name": "a-whole-and-valid-dataset"', '"name": 7', "descriptor-off-profile"),
    "pattern": ('"name": "a-whole-and-valid-dataset"', '"name": "A B"', "descriptor-off-profile"),
    "minLength": ('"title": "A whole and valid dataset"', '"title": ""', "descriptor-off-profile"),
    "maxLength": ('"path": "notes.csv"', f'"path": "{"n" * 201}.csv"', "descriptor-off-profile"),
    "required": ('\n      "encoding": "utf-8",', "", "descriptor-off-profile"),
    "contains": ('"name": "evidence"', '"name": "proof"', "missing-table"),
    "anyOf": ('"name": "evidence"', '"name": "proof"', "unknown-table"),
    "enum": ('"name": "evidence"', '"name": "proof"', "unknown-table"),
}
"""For each keyword of the package's profile, beside those of the header: a change in the descriptor, and its rule."""


def test_the_keywords_of_the_profile_are_those_listed() -> None:
    profile = package_profile()
    profile["properties"].pop("foidata")  # of the header's model, whose keywords are among those of the schemas
    assert set(keywords(profile)) - NOTES - FRAME == set(PROFILE)


@pytest.mark.parametrize("keyword", PROFILE)
def test_a_descriptor_off_its_profile_is_named_by_a_rule(keyword: str, tmp_path: Path) -> None:
    before, after, name = PROFILE[keyword]
    dataset = load(FAULTS / "base.json").dataset
    assert dataset is not None
    save(dataset, tmp_path / "package")
    edit_file(tmp_path / "package", {"file": "datapackage.json", "from": before, "to": after})
    whole = json.loads((tmp_path / "package" / "datapackage.json").read_text("utf-8"))
    assert keyword in broken(engine_of(package_profile()), whole) | {"enum"}
    assert name in {finding.name for finding in validate(tmp_path / "package").findings}
