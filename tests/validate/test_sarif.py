import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from foidata.packages import load, save
from foidata.rules import rules
from foidata.standard.report import Report
from foidata.validate.formats import asked_for
from foidata.validate.validate import validate

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "seeds.json"
SCHEMA = json.loads((ROOT / "tests" / "data" / "sarif-schema-2.1.0.json").read_text("utf-8"))


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(asked_for("sarif").render(report))
    (run,) = log["runs"]
    return run


def test_it_is_sarif_as_its_standard_has_it(report: Report) -> None:
    log = json.loads(asked_for("sarif").render(report))
    assert log["version"] == "2.1.0"
    assert [f"{error.json_path}: {error.message}" for error in Draft4Validator(SCHEMA).iter_errors(log)] == []


def test_its_schema_refuses_what_is_not_sarif(seeds: Report) -> None:
    log = json.loads(asked_for("sarif").render(seeds))
    log["runs"][0]["results"][0]["level"] = "info"
    assert list(Draft4Validator(SCHEMA).iter_errors(log))


def test_every_rule_is_there_with_its_page_whether_it_was_broken_or_not(seeds: Report) -> None:
    run = run_of(seeds)
    described = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in described] == [rule.code for rule in rules()]
    for one, rule in zip(described, rules(), strict=True):
        assert rule.why in one["help"]["text"]
        assert rule.fix in one["help"]["markdown"]
        assert one["defaultConfiguration"]["level"] in ("error", "warning", "note")
    for result in run["results"]:
        assert described[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result_has_its_place_in_the_data_and_its_words_in_the_letter(tmp_path: Path) -> None:
    dataset = load(SEEDS).dataset
    assert dataset is not None
    save(dataset, tmp_path / "package")
    result = run_of(validate(tmp_path / "package", select=["FOI214"]))["results"][0]
    data = result["locations"][0]
    assert data["physicalLocation"]["artifactLocation"]["uri"].endswith("package/posts.csv")
    assert data["physicalLocation"]["region"] == {"startLine": 2}
    assert [one["fullyQualifiedName"] for one in data["logicalLocations"]] == [
        "/responses/0/answers/0/posts/0/annual_cost",
        "posts, row 1, column annual_cost_value",
    ]
    (letter,) = result["relatedLocations"]
    file = Path(unquote(letter["physicalLocation"]["artifactLocation"]["uri"].removeprefix("file://")))
    region = letter["physicalLocation"]["region"]
    assert region["startLine"] == region["endLine"]
    line = file.read_text("utf-8").split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "at a cost of £50k per annum"
    assert region["snippet"]["text"] == "at a cost of £50k per annum"
    assert result["message"]["text"].endswith("See [the letter](1).")
    assert letter["id"] == 1


def test_words_of_a_letter_inside_json_are_placed_at_its_text() -> None:
    result = run_of(validate(SEEDS, select=["FOI214"]))["results"][0]
    (letter,) = result["relatedLocations"]
    region = letter["physicalLocation"]["region"]
    line = SEEDS.read_text("utf-8").split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 :].startswith('"')
    assert "at a cost of £50k per annum" in line
    assert (letter["properties"]["start"], letter["properties"]["end"]) == (738, 765)


def test_a_quote_over_several_lines_ends_where_it_ends(everything: Report, tmp_path: Path) -> None:
    dataset = load(SEEDS).dataset
    assert dataset is not None
    response = dataset.responses[0]
    text = response.source.text or ""
    evidence = response.answers[0].evidence[0]
    end = text.index("\n", evidence.start) + 5
    longer = evidence.but(end=end, quote=text[evidence.start : end].upper())
    answer = response.answers[0].but(evidence=(longer,))
    save(dataset.but(responses=(response.but(answers=(answer, *response.answers[1:])),)), tmp_path / "package")
    results = run_of(validate(tmp_path / "package"))["results"]
    regions = [
        one["relatedLocations"][0]["physicalLocation"]["region"] for one in results if one.get("relatedLocations")
    ]
    lines = text.split("\n")
    for region in regions:
        last = region.get("endLine", region["startLine"])
        words = "\n".join(lines[region["startLine"] - 1 : last])
        cut = len(lines[last - 1]) - (region["endColumn"] - 1)
        assert words[region["startColumn"] - 1 : len(words) - cut] == region["snippet"]["text"]


def test_paths_are_relative_to_where_the_check_was_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name = "a b/ü%#?.json"
    (tmp_path / "a b").mkdir()
    (tmp_path / name).write_bytes(SEEDS.read_bytes())
    monkeypatch.chdir(tmp_path)
    run = run_of(validate(f"./{name}"))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "a%20b/%C3%BC%25%23%3F.json", "uriBaseId": "SRCROOT"}
    assert [one["location"] for one in run["artifacts"]] == [location]
    assert set(run["originalUriBaseIds"]) == {"SRCROOT"}
    absolute = run_of(validate(tmp_path / name))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert absolute == {"uri": (tmp_path / name).as_uri()}


def test_what_was_not_checked_is_a_notification_with_its_reason(seeds: Report) -> None:
    run = run_of(seeds)
    told = {
        one["associatedRule"]["id"]: one["message"]["text"]
        for one in run["invocations"][0]["toolExecutionNotifications"]
    }
    assert told["FOI302"] == "FOI302 authority-outside-its-dates was not checked: no letter gives a date."
    assert told.keys() == {one.code for one in seeds.not_run}


def test_totals_and_what_is_in_order_are_properties_of_the_run() -> None:
    report = validate([SEEDS, SEEDS, SEEDS], most=1)
    run = run_of(report)
    assert len(run["results"]) == 3
    assert {one["code"]: one["count"] for one in run["properties"]["totals"]}["FOI214"] == 3
    assert run["properties"]["good"] == list(report.good)


def test_a_waived_finding_is_a_suppressed_result(hostile: Report) -> None:
    results = run_of(hostile)["results"]
    suppressed = [one for one in results if "suppressions" in one]
    assert len(results) - len(suppressed) == len(hostile.findings)
    for result, waived in zip(suppressed, hostile.waived, strict=True):
        (suppression,) = result["suppressions"]
        assert suppression["kind"] == "external"
        assert waived.reason in suppression["justification"]
        assert suppression["location"]["physicalLocation"]["region"] == {"startLine": 2}


def test_text_of_a_file_is_no_link(hostile: Report) -> None:
    for result in run_of(hostile)["results"]:
        assert result["message"]["text"].count("](") == 1


def prints(report: Report) -> list[str]:
    return [one["partialFingerprints"]["foidata/v1"] for one in run_of(report)["results"]]


def test_each_result_has_a_fingerprint_of_its_own(everything: Report, hostile: Report) -> None:
    for report in (everything, hostile):
        assert len(set(prints(report))) == len(report.findings) + len(report.waived)


def test_a_fingerprint_stays_when_other_responses_come_before_and_in_another_format(tmp_path: Path) -> None:
    dataset = load(SEEDS).dataset
    other = load(ROOT / "examples" / "faults" / "base.json").dataset
    assert dataset is not None
    assert other is not None
    before = prints(validate(SEEDS))
    longer = dataset.but(responses=(*(one.but(request=None) for one in other.responses), *dataset.responses))
    save(longer, tmp_path / "longer.json")
    save(longer, tmp_path / "package")
    assert set(before) <= set(prints(validate(tmp_path / "longer.json")))
    assert set(before) <= set(prints(validate(tmp_path / "package")))
