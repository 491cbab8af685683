import datetime
import importlib
import json
from pathlib import Path

import pytest

from foidata.packages.load import load
from foidata.packages.loaded import Loaded
from foidata.packages.save import save
from foidata.rules import rules
from foidata.standard.codes import Judged, Severity
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical
from foidata.validate.validate import validate

ROOT = Path(__file__).parents[2]
SEEDS, BASE = ROOT / "seeds" / "seeds.json", ROOT / "examples" / "faults" / "base.json"


def dataset(path: Path = SEEDS) -> Dataset:
    found = load(path).dataset
    assert found is not None
    return found


def broken(path: Path, **answer: object) -> Path:
    """The seeds on disk, with other fields in the first answer of the first response."""
    data = json.loads(SEEDS.read_text("utf-8"))
    data["responses"][0]["answers"][0] |= answer
    path.write_text(json.dumps(data), "utf-8")
    return path


def test_the_seeds_have_no_error_and_one_warning_about_a_letter() -> None:
    report = validate(SEEDS)
    assert report.ok
    assert [(finding.code, finding.severity.value, finding.message) for finding in report.findings] == [
        ("FOI214", "warning", "£50,000 a year for 2020-03/2023-03 under Q1, but Q6 says not applicable."),
        ("FOI502", "info", "The letter states no licence for re-use."),
        ("FOI501", "info", "Q2: The answer is in an attachment that was not read; not reviewed."),
    ]
    assert {finding.code for finding in report.about_letters} == {"FOI214", "FOI502"}
    assert {finding.code for finding in report.about_data} == {"FOI501"}


def test_a_finding_knows_its_place_in_file_and_letter() -> None:
    finding = validate(SEEDS, select=["FOI214"]).findings[0]
    line = SEEDS.read_text("utf-8").splitlines()[finding.place.line - 1]  # type: ignore[operator]
    assert '"annual_cost": {' in line
    assert finding.place.pointer == "/responses/0/answers/0/posts/0/annual_cost"
    assert (finding.response, finding.answer) == ("000-4c2c9d30c976f435", "1")
    assert finding.letter
    assert (finding.letter.start, finding.letter.quote) == (738, "at a cost of £50k per annum")


def test_a_path_a_loaded_file_and_a_dataset_give_the_same_findings() -> None:
    messages = [[one.message for one in validate(source).findings] for source in (SEEDS, load(SEEDS), dataset())]
    assert messages[0] == messages[1] == messages[2] != []


def test_a_package_gives_the_findings_of_its_json(tmp_path: Path) -> None:
    save(dataset(), tmp_path / "package")
    save(dataset(), tmp_path / "data.jsonl")
    expected = [(one.code, one.place.pointer, one.message) for one in validate(SEEDS).findings]
    for form in ("package", "data.jsonl"):
        found = validate(tmp_path / form).findings
        assert [(one.code, one.place.pointer, one.message) for one in found] == expected
        assert all(one.place.line for one in found)


def test_the_same_data_gives_the_same_bytes() -> None:
    assert canonical(validate(SEEDS)) == canonical(validate(SEEDS))


def test_totals_say_of_how_many() -> None:
    totals = {total.code: (total.count, total.out_of) for total in validate(SEEDS).totals}
    assert totals["FOI214"] == (1, 2)
    assert totals["FOI401"] == (0, 76)
    assert totals["FOI001"] == (0, 1)
    assert totals["FOI101"] == (0, 2)


def test_a_limit_caps_what_is_listed_but_not_what_is_counted() -> None:
    report = validate([SEEDS, SEEDS, SEEDS], most=2)
    assert [finding.code for finding in report.findings].count("FOI214") == 2
    assert next(total for total in report.totals if total.code == "FOI214").count == 3
    assert report.count(Severity.WARNING) == 3


def test_every_rule_either_judged_something_or_says_why_not() -> None:
    report = validate(SEEDS)
    told = [total.code for total in report.totals] + [one.code for one in report.not_run]
    assert sorted(told) == [rule.code for rule in rules()]


def test_checks_that_judged_nothing_say_why() -> None:
    reasons = {one.code: one.reason for one in validate(SEEDS).not_run}
    assert reasons["FOI221"] == "the day of the check was not given (--today)"
    assert reasons["FOI302"] == "no letter gives a date"
    assert reasons["FOI308"] == "there is none of what it judges"
    assert {one.code: one.reason for one in validate(dataset()).not_run}["FOI101"].startswith(
        "the data came from memory"
    )


def test_the_clock_is_given_never_read() -> None:
    dated = dataset(BASE)
    early, late = datetime.date(2024, 3, 7), datetime.date(2024, 3, 8)
    assert [one.code for one in validate(dated, today=early).findings] == ["FOI221"]
    assert validate(dated, today=late).findings == ()


def test_rules_are_chosen_by_code_beginning_of_code_or_name() -> None:
    assert [one.code for one in validate(SEEDS, select=["FOI5"]).findings] == ["FOI502", "FOI501"]
    assert [one.code for one in validate(SEEDS, select=["licence-missing"]).findings] == ["FOI502"]
    assert [one.code for one in validate(SEEDS, ignore=["foi5", "FOI214"]).findings] == []
    assert [one.code for one in validate(SEEDS, select=["FOI5"], ignore=["FOI501"]).findings] == ["FOI502"]


def test_a_whole_code_is_rated_before_the_beginning_of_one() -> None:
    report = validate(SEEDS, severity={"FOI502": "warning", "FOI5": Severity.ERROR})
    assert {one.code: one.severity.value for one in report.findings} == {
        "FOI214": "warning",
        "FOI502": "warning",
        "FOI501": "error",
    }
    assert not report.ok


@pytest.mark.parametrize(
    "asked", [{"select": ["FOI9"]}, {"ignore": ["licence-mising"]}, {"select": ["F"]}, {"severity": {"FOI5": "fatal"}}]
)
def test_a_rule_or_level_that_does_not_exist_is_refused(asked: dict[str, list[str]]) -> None:
    with pytest.raises(LookupError):
        validate(SEEDS, **asked)  # type: ignore[arg-type]


def test_nothing_to_check_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to check"):
        validate([])


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_exit_code_follows_the_worst_finding(fail_on: str, code: int) -> None:
    assert validate(SEEDS).exit_code(fail_on) == code


def test_one_broken_response_does_not_hide_the_others(tmp_path: Path) -> None:
    report = validate(broken(tmp_path / "data.json", status="anwered", colour=1))
    assert [(one.code, one.place.pointer) for one in report.findings] == [
        ("FOI102", "/responses/0/answers/0/colour"),
        ("FOI104", "/responses/0/answers/0/status"),
        ("FOI502", "/responses/1"),
        ("FOI501", "/responses/1/answers/1/doubts/0"),
    ]
    assert "Did you mean answered?" in report.findings[1].fix
    assert next(total.out_of for total in report.totals if total.code == "FOI104") == 2


def test_a_finding_on_the_whole_dataset_keeps_its_place_behind_a_broken_response(tmp_path: Path) -> None:
    data = json.loads(BASE.read_text("utf-8"))
    del data["responses"][0]["kind"]
    data["responses"][2]["id"] = data["responses"][1]["id"]
    path = tmp_path / "data.json"
    path.write_text(json.dumps(data), "utf-8")
    found = [(one.code, one.place.pointer, one.response) for one in validate(path).findings]
    assert found == [
        ("FOI101", "/responses/0/kind", None),
        ("FOI201", "/responses/2/id", "sampleford-inspections"),
    ]


def test_an_ignored_fault_of_shape_is_not_taken_for_another(tmp_path: Path) -> None:
    path = broken(tmp_path / "data.json", status="anwered")
    assert not [one.code for one in validate(path, ignore=["FOI104"]).findings if one.code.startswith("FOI1")]


def test_personal_words_are_not_repeated_in_the_report() -> None:
    whole = dataset(BASE)
    text = (whole.responses[2].source.text or "").replace(
        "Sampleford", "Write to jane.doe@exampleton.example, Sampleford", 1
    )
    response = whole.responses[2].but(source=whole.responses[2].source.but(text=text))
    report = validate(whole.but(responses=(response,)), select=["FOI6"])
    (finding,) = report.findings
    assert finding.letter
    assert finding.letter.quote == "████████@██████████████████"
    assert b"jane" not in canonical(report)


def test_what_is_in_order_is_said() -> None:
    assert "76 of 76 quotes that are in their letters stand where the record says" in validate(SEEDS).good


def test_findings_about_letters_are_counted_apart() -> None:
    report = validate(SEEDS)
    assert report.count(*Severity, judges=Judged.LETTER) == 2
    assert report.count(*Severity, judges=Judged.DATA) == 1


def test_an_unread_head_leaves_its_checks_undone(tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    path.write_text(SEEDS.read_text("utf-8").replace('"title": "The two seed letters",', ""), "utf-8")
    report = validate(path)
    assert [one.code for one in report.findings if one.severity is Severity.ERROR] == ["FOI101"]
    assert {one.code: one.reason for one in report.not_run}["FOI210"] == "what it judges could not be read"


def test_several_files_are_reported_together(tmp_path: Path) -> None:
    report = validate([SEEDS, Loaded.of(dataset(BASE), "base")])
    assert report.files == (str(SEEDS), "base")
    assert next(total.out_of for total in report.totals if total.code == "FOI214") == 5


def test_the_package_can_be_called_like_the_verb_it_is_named_after() -> None:
    package = importlib.import_module("foidata.validate")
    assert package(SEEDS, select=["FOI214"]) == validate(SEEDS, select=["FOI214"])  # type: ignore[operator]


def test_words_of_a_letter_come_with_those_around_them_and_their_place(tmp_path: Path) -> None:
    save(dataset(), tmp_path / "package")
    text = dataset().responses[0].source.text or ""
    for source, file, line in (
        (SEEDS, str(SEEDS), 209),
        (tmp_path / "package", "texts/000-4c2c9d30c976f435.txt", None),
    ):
        (finding,) = validate(source, select=["FOI214"]).findings
        letter = finding.letter
        assert letter
        assert letter.before
        assert letter.after
        around = f"{letter.before}{letter.quote}{letter.after}"
        assert text[letter.start - len(letter.before) : letter.end + len(letter.after)] == around
        assert text.split("\n")[(letter.line or 0) - 1][(letter.column or 0) - 1 :].startswith(letter.quote or "-")
        assert letter.place
        assert letter.place.file.endswith(file)
        assert letter.place.line == line
    (finding,) = validate(dataset(), select=["FOI214"]).findings
    assert finding.letter
    assert finding.letter.place is None


def test_the_words_around_a_quote_show_no_person_either(tmp_path: Path) -> None:
    data = json.loads(SEEDS.read_text("utf-8"))
    source = data["responses"][0]["source"]
    assert "It should be noted" in source["text"]
    source["text"] = source["text"].replace("It should be noted", "jane.doe@exampleton.example")
    path = tmp_path / "data.json"
    path.write_text(json.dumps(data), "utf-8")
    finding = next(one for one in validate(path).findings if one.code == "FOI214")
    assert finding.letter
    assert "████████████████████" in (finding.letter.after or "")
    assert b"jane" not in canonical(validate(path))


def test_a_file_whose_name_is_not_utf8_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "\udcff.json"
    try:
        path.write_bytes(SEEDS.read_bytes())
    except OSError:
        pytest.skip("this disk takes no such name")
    report = validate(path)
    assert report.files == (f"{tmp_path}/�.json",)
    assert {one.place.file for one in report.findings} == set(report.files)


@pytest.mark.parametrize("text", [None, "Short.", "x" * 4950])
def test_a_quote_behind_the_end_of_the_text_stops_no_check(text: str | None) -> None:
    count = {"status": "no_dedicated_resource", "measure": "applications", "label": "0"}
    answer = {
        "id": "1",
        "question": {"text": "?"},
        "topic": "lead_exists",
        "status": "unclear",
        "evidence": [{"start": 5000, "end": 5001, "quote": "a"}],
        "leads": [{"status": "not_recorded_separately", "exists": False, "role": "specialist"}],
        "counts": [count],
        "doubts": [{"code": "unclear_status"}],
    }
    source = {"name": "a.txt", "media_type": "text/plain", "sha256": "0" * 64} | ({"text": text} if text else {})
    letter = {"id": "a", "kind": "reply", "source": source, "answers": [answer]}
    dataset = Dataset.model_validate({"standard": "foidata-1.0", "title": "A", "responses": [letter]})
    found = [one.letter for one in validate(dataset).findings if one.letter]
    assert found
    assert {(one.start, one.quote) for one in found} == {(5000, None)}
