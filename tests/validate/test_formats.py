import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from foidata.publish.schemas import schema_of
from foidata.standard.report import Place, Report
from foidata.validate.formats import asked_for, formats, position, where
from foidata.validate.validate import validate

SEEDS = Path(__file__).parents[2] / "seeds" / "seeds.json"
FORMATS = {one.name: one for one in formats()}
SCHEMA = schema_of(Report, "findings.schema.json", "Findings")


def test_the_formats_are_those_that_people_are_promised() -> None:
    assert {*FORMATS} == {"full", "concise", "json", "jsonl", "github", "sarif", "junit", "html", "csv"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_every_report_the_same_each_time(name: str, report: Report) -> None:
    text = FORMATS[name].render(report)
    assert text == "" or text.endswith("\n")
    assert text == FORMATS[name].render(report)
    text.encode()


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"concise", "csv", "github"}))
def test_a_format_that_can_says_totals_good_and_what_was_not_checked(name: str, hostile: Report) -> None:
    text = FORMATS[name].render(hostile)
    for number in ("58", "1234"):
        assert re.search(rf"\b{number}\b", text.replace(",", ""))
    assert hostile.good[0] in text
    assert hostile.not_run[0].reason in text
    assert "other 1" in text


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"concise", "csv", "github"}))
def test_a_waived_finding_is_shown_with_the_reason(name: str, tmp_path: Path) -> None:
    (tmp_path / "waivers.csv").write_text("code,reason,by\nFOI214,The council confirmed it,coder-2\n", "utf-8")
    report = validate(SEEDS, waivers=tmp_path / "waivers.csv")
    text = FORMATS[name].render(report)
    assert report.count_waived == 1
    for words in ("The council confirmed it", "coder-2", "FOI214"):
        assert words in text
    for one in ("concise", "csv"):
        assert "FOI214" not in FORMATS[one].render(report)


@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_nothing_in_a_file_commands_a_terminal(name: str, hostile: Report) -> None:
    text = FORMATS[name].render(hostile)
    assert not [char for char in text if not char.isprintable() and char != "\n"]
    assert "␛[31mred" in text


def test_colour_is_only_for_those_who_ask(seeds: Report) -> None:
    for one in formats():
        assert "\x1b" not in one.render(seeds)
    assert "\x1b[33mwarning\x1b[0m" in FORMATS["full"].render(seeds, colour=True)


def test_concise_is_a_line_a_finding_as_editors_read_it(report: Report) -> None:
    lines = FORMATS["concise"].render(report).splitlines()
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, report.findings, strict=True):
        assert f": {finding.code} " in line


def test_concise_gives_file_line_column_code_and_message(seeds: Report) -> None:
    first = seeds.findings[0]
    line = FORMATS["concise"].render(seeds).splitlines()[0]
    assert line == f"{SEEDS}:{first.place.line}:{first.place.column}: FOI214 {first.message}"


def test_json_is_the_whole_report_as_its_schema_has_it(report: Report) -> None:
    text = FORMATS["json"].render(report)
    assert Report.model_validate_json(text, strict=True) == report
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(text))] == []


def test_json_lines_are_the_findings_and_then_the_rest(report: Report) -> None:
    *findings, rest = (json.loads(line) for line in FORMATS["jsonl"].render(report).split("\n")[:-1])
    one = Draft202012Validator({"$ref": "#/$defs/Finding", "$defs": SCHEMA["$defs"]})
    assert [error.message for finding in findings for error in one.iter_errors(finding)] == []
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(rest)] == []
    whole = rest | ({"findings": findings} if findings else {})
    assert Report.model_validate_json(json.dumps(whole), strict=True) == report


def test_full_shows_value_words_why_and_fix_and_what_was_not_checked(seeds: Report) -> None:
    text = FORMATS["full"].render(seeds)
    for words in (
        "value: £50,000 a year",
        "March 2020 to March 2023, “at a cost of £50k per annum”. It should be",
        "letter 738-765, line 14:",
        "The letter contradicts itself",
        "Nothing to mend; note it when you use the figure.",
        "About the letters",
        "no letter gives a date: FOI302 authority-outside-its-dates",
        "0 errors, 0 warnings, 1 note about the data; 2 notes about the letters.",
    ):
        assert words in text


@pytest.mark.parametrize("name", ["full", "html", "junit"])
def test_what_is_not_listed_is_counted_and_the_way_to_it_said(name: str) -> None:
    text = FORMATS[name].render(validate([SEEDS, SEEDS, SEEDS], most=1))
    assert "2 more" in text
    assert "--most 0" in text


@pytest.mark.parametrize(
    ("name", "file", "format_name"),
    [
        (None, None, "full"),
        (None, "report.html", "html"),
        (None, "a/REPORT.SARIF", "sarif"),
        (None, "report.sarif.json", "sarif"),
        (None, "report.json", "json"),
        (None, "report.jsonl", "jsonl"),
        (None, "junit.xml", "junit"),
        (None, "findings.csv", "csv"),
        (None, "report.txt", "full"),
        (None, "report", "full"),
        ("concise", "report.html", "concise"),
    ],
)
def test_a_format_is_asked_for_by_name_or_by_the_end_of_a_files_name(
    name: str | None, file: str | None, format_name: str
) -> None:
    assert asked_for(name, file).name == format_name


def test_a_format_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(LookupError, match="there is no format xml. Choose one of concise, csv, full"):
        asked_for("xml")


def test_the_docs_list_every_format_with_the_ends_of_its_files() -> None:
    text = (SEEDS.parents[1] / "docs" / "validating-reports.md").read_text("utf-8")
    first = text[: text.index("## What every report says")]
    rows = dict(re.findall(r"^\| `(\w+)` \|([^|]*)\|", first, re.MULTILINE))
    assert {name: tuple(re.findall("`([^`]+)`", rows[name])) for name in FORMATS} == {
        one.name: one.suffixes for one in formats()
    }


def test_a_place_in_a_table_is_said_by_row_line_and_column() -> None:
    place = Place(file="funding.csv", line=14, table="funding", row=9, field="amount_value")
    assert where(place) == "funding.csv row 9 line 14 column amount_value"
    assert position(place) == "funding.csv:14"
    cell = Place(file="a.xlsx", table="funding", row=6, field="amount_value", cell="B7")
    assert where(cell) == "a.xlsx funding!B7"
    assert position(cell) == "a.xlsx:funding!B7"
    assert where(Place(file="data.json", line=212, column=9)) == position(Place(file="data.json", line=212, column=9))
