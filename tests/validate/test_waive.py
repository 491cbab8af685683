"""Findings that somebody decided to live with."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from foidata.documents.document import Unreadable
from foidata.packages.load import load
from foidata.packages.save import save
from foidata.publish.schemas import schema_of
from foidata.standard.codes import Severity
from foidata.standard.json import canonical
from foidata.standard.report import Report
from foidata.validate.formats import named
from foidata.validate.validate import validate

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "seeds.json"
RESPONSE = "000-4c2c9d30c976f435"


def listed(folder: Path, *rows: str, head: str = "file,response,answer,code,reason,expires,by") -> Path:
    path = folder / "waivers.csv"
    path.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    return path


def codes(report: Report) -> list[str]:
    return [one.code for one in report.findings]


def test_a_waived_finding_does_not_count_and_is_reported_apart(tmp_path: Path) -> None:
    path = listed(tmp_path, f',{RESPONSE},1,FOI214,"The council confirmed it, twice.",2026-12-31,coder-2')
    report = validate(SEEDS, waivers=path, today="2026-12-31")
    assert codes(report) == ["FOI502", "FOI501"]
    (waived,) = report.waived
    assert (waived.finding.code, waived.finding.place.line) == ("FOI214", 260)
    assert (waived.reason, waived.by, str(waived.expires)) == (
        "The council confirmed it, twice.",
        "coder-2",
        "2026-12-31",
    )
    assert (waived.place.file, waived.place.line) == (str(path), 2)
    total = next(one for one in report.totals if one.code == "FOI214")
    assert (total.count, total.waived) == (0, 1)
    assert report.count_waived == 1
    assert report.exit_code("warning") == 0
    assert validate(SEEDS).exit_code("warning") == 1


def test_a_report_with_waivers_is_as_its_schema_has_it(tmp_path: Path) -> None:
    report = validate(SEEDS, waivers=listed(tmp_path, ",,,FOI214,Confirmed.,,"))
    text = canonical(report)
    assert Report.model_validate_json(text, strict=True) == report
    schema = schema_of(Report, "findings.schema.json", "Findings")
    assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(text))] == []


def test_people_see_who_waived_what_and_why(tmp_path: Path) -> None:
    path = listed(tmp_path, ",,,FOI214,Confirmed.,2026-12-31,coder-2")
    text = named("full").render(validate(SEEDS, waivers=path, today="2024-05-01"))
    assert f"Because: Confirmed. (coder-2, until 2026-12-31, {path}:2)" in text
    assert "2 notes about the letters" not in text
    assert "; 1 waived." in text


def test_an_expired_waiver_warns_and_waives_no_longer(tmp_path: Path) -> None:
    path = listed(tmp_path, f",{RESPONSE},,FOI214,Confirmed.,2024-04-30,")
    report = validate(SEEDS, waivers=path, today="2024-05-01")
    assert codes(report) == ["FOI214", "FOI502", "FOI501", "FOI590"]
    finding = report.findings[-1]
    assert finding.severity is Severity.WARNING
    assert finding.message == f"The waiver of FOI214 in {RESPONSE} expired on 2024-04-30."
    assert (finding.place.file, finding.place.line, finding.place.field) == (str(path), 2, "expires")
    assert report.waived == ()


def test_a_waiver_that_excuses_nothing_warns(tmp_path: Path) -> None:
    report = validate(SEEDS, waivers=listed(tmp_path, ",,,FOI501,Seen.,,", ",other,2,FOI214,Confirmed.,,"))
    assert codes(report) == ["FOI214", "FOI502", "FOI591"]
    assert report.findings[-1].message == "The waiver of FOI214 in other, Q2 excuses nothing."
    assert report.findings[-1].place.line == 3
    assert next((one.count, one.out_of) for one in report.totals if one.code == "FOI591") == (1, 2)


def test_a_waiver_is_not_called_unused_by_a_check_that_could_not_meet_it(tmp_path: Path) -> None:
    rows = ("other.json,,,FOI214,Confirmed.,,", ",,,FOI404,Coded by hand.,,")
    report = validate(SEEDS, waivers=listed(tmp_path, *rows))
    assert "FOI591" not in codes(report)
    assert {one.code: one.reason for one in report.not_run}["FOI591"] == "the rule that is waived did not run"


def test_a_waiver_names_files_by_globs_from_its_own_folder(tmp_path: Path) -> None:
    for year in ("2015", "2024"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "data.json").write_bytes(SEEDS.read_bytes())
    files = [tmp_path / year / "data.json" for year in ("2015", "2024")]
    report = validate(files, waivers=listed(tmp_path, "2015/*.json,,,FOI214,Confirmed.,,"), select=["FOI214", "FOI591"])
    assert [one.place.file for one in report.findings] == [str(files[1])]
    assert [one.finding.place.file for one in report.waived] == [str(files[0])]


def test_a_waiver_may_name_a_table_of_a_package(tmp_path: Path) -> None:
    dataset = load(SEEDS).dataset
    assert dataset is not None
    save(dataset, tmp_path / "package")
    file = validate(tmp_path / "package", select=["FOI214"]).findings[0].place.file
    report = validate(tmp_path / "package", waivers=listed(tmp_path, f"{Path(file).name},,,FOI214,Confirmed.,,"))
    assert report.count_waived == 1


def test_a_limit_caps_the_waived_findings_too(tmp_path: Path) -> None:
    report = validate([SEEDS, SEEDS, SEEDS], most=2, waivers=listed(tmp_path, ",,,FOI214,Confirmed.,,"))
    assert (len(report.waived), report.count_waived) == (2, 3)


def test_what_is_waived_is_not_called_in_order(tmp_path: Path) -> None:
    data = json.loads(SEEDS.read_text("utf-8"))
    data["responses"][0]["source"]["text_sha256"] = "0" * 64
    path = tmp_path / "data.json"
    path.write_text(json.dumps(data), "utf-8")
    good = validate(path, waivers=listed(tmp_path, ",,,FOI406,Known.,,")).good
    assert not any("texts are unchanged" in words for words in good)


def test_whether_a_waiver_has_expired_needs_a_day(tmp_path: Path) -> None:
    path = listed(tmp_path, ",,,FOI214,Confirmed.,2024-04-30,")
    with pytest.raises(ValueError, match=r"waivers\.csv:2: .*add --today"):
        validate(SEEDS, waivers=path)


def test_a_rule_is_waived_by_its_name_too_and_blank_rows_do_not_matter(tmp_path: Path) -> None:
    path = listed(tmp_path, "", "cost-beside-not-applicable,Confirmed.", ",", head="\ufeffcode,reason")
    assert validate(SEEDS, waivers=path).count_waived == 1


@pytest.mark.parametrize(
    ("head", "row", "message"),
    [
        ("code,resaon", "FOI214,x", ":1: there is no column resaon. Did you mean reason?"),
        ("code,reason", "FOI999,x", ":2: no rule is called FOI999"),
        ("code,reason", "FOI214,", ":2: reason is missing"),
        ("code,reason", ",x", ":2: code is missing"),
        ("code,reason,expires", "FOI214,x,31/12/2026", ":2: '31/12/2026' is not right"),
        ("code,reason,expires", "FOI214,x,31/12/2026", "write a day as 2024-"),
        ("code,reason", "FOI214,a, b", ":2: more cells than columns"),
        ("code,reason,response", "FOI214,x,A B", ":2: 'A B' is not of the form that response needs"),
    ],
)
def test_a_list_that_cannot_be_understood_names_the_line(head: str, row: str, message: str, tmp_path: Path) -> None:
    path = listed(tmp_path, row, head=head)
    with pytest.raises(Unreadable) as caught:
        validate(SEEDS, waivers=path)
    assert f"{path}{message}" in str(caught.value) or message in str(caught.value)
    assert len(str(caught.value).split()) <= 30


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read as a list of waivers"):
        validate(SEEDS, waivers=tmp_path / "none.csv")
