import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from foidata.publish.schemas import schema_of
from foidata.standard.report import Place, Report
from foidata.validate.formats import formats, position, where
from foidata.validate.validate import validate

SEEDS = Path(__file__).parents[2] / "seeds" / "seeds.json"
FORMATS = {one.name: one for one in formats()}


@pytest.fixture(scope="module")
def report() -> Report:
    return validate(SEEDS)


def test_concise_is_a_line_a_finding_as_editors_read_it(report: Report) -> None:
    lines = FORMATS["concise"].render(report).splitlines()
    first = report.findings[0]
    assert len(lines) == 3
    assert lines[0] == f"{SEEDS}:{first.place.line}:{first.place.column}: FOI214 {first.message}"


def test_json_is_the_whole_report_as_its_schema_has_it(report: Report) -> None:
    text = FORMATS["json"].render(report)
    assert Report.model_validate_json(text, strict=True) == report
    schema = schema_of(Report, "findings.schema.json", "Findings")
    assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(text))] == []


def test_full_shows_words_why_and_fix_and_what_was_not_checked(report: Report) -> None:
    text = FORMATS["full"].render(report)
    for words in (
        "“at a cost of £50k per annum”",
        "The letter contradicts itself",
        "Nothing to mend; note it when you use the figure.",
        "About the letters",
        "no letter gives a date: FOI302",
        "0 errors, 0 warnings, 1 note about the data; 2 notes about the letters.",
    ):
        assert words in text


def test_colour_is_only_for_those_who_ask(report: Report) -> None:
    for one in formats():
        assert "\x1b" not in one.render(report)
    assert "\x1b[33mwarning\x1b[0m" in FORMATS["full"].render(report, colour=True)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_renders_a_report_without_findings(name: str) -> None:
    text = FORMATS[name].render(validate(SEEDS, select=["FOI401"]))
    assert text == "" or text.endswith("\n")


def test_full_says_how_many_are_not_listed() -> None:
    text = FORMATS["full"].render(validate([SEEDS, SEEDS], most=1))
    assert "… and 1 more" in text


def test_a_place_in_a_table_is_said_by_row_line_and_column() -> None:
    place = Place(file="funding.csv", line=14, table="funding", row=9, field="amount_value")
    assert where(place) == "funding.csv row 9 line 14 column amount_value"
    assert position(place) == "funding.csv:14"
    assert where(Place(file="a.xlsx", table="funding", row=6, field="amount_value", cell="B7")) == "a.xlsx funding!B7"
    assert where(Place(file="data.json", line=212, column=9)) == position(Place(file="data.json", line=212, column=9))
