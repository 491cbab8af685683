"""Review without a screen: doubts out, decisions back; a questionnaire from a letter."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foidata.cli import app
from foidata.packages import load
from foidata.standard.answer import Answer

SEEDS = [str(path) for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
run = CliRunner().invoke


@pytest.fixture
def reviewed(tmp_path: Path) -> tuple[Path, Path]:
    data, doubts = tmp_path / "data.json", tmp_path / "doubts.csv"
    assert run(app, ["convert", *SEEDS, "-o", str(data), "--doubts", str(doubts)]).exit_code == 0
    return data, doubts


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def decide(path: Path, **decision: str) -> None:
    found = [row | decision for row in rows(path)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(found[0]))
        writer.writeheader()
        writer.writerows(found)


def test_doubts_are_listed_with_their_words(reviewed: tuple[Path, Path]) -> None:
    (row,) = rows(reviewed[1])
    assert (row["response"], row["answer"], row["doubt"]) == ("001-283c351fd9f01035", "2", "attachment_unread")
    assert row["quote"] == "Please see attached"


def test_a_decision_comes_back_and_settles_the_doubt(reviewed: tuple[Path, Path]) -> None:
    data, doubts = reviewed
    assert "FOI501" in run(app, ["validate", str(data), "-f", "concise"]).stdout
    decide(doubts, decision="accepted", note="read beside the attachment")
    assert run(app, ["correct", str(data), str(doubts), "--coder", "coder-a"]).exit_code == 0
    coding = load(data).responses[1][1].answers[1].coding
    assert coding is not None
    assert (coding.state.value, coding.coder, coding.note) == ("accepted", "coder-a", "read beside the attachment")
    assert "FOI501" not in run(app, ["validate", str(data), "-f", "concise"]).stdout


def test_a_corrected_status_keeps_what_the_converter_said(reviewed: tuple[Path, Path], tmp_path: Path) -> None:
    data, doubts = reviewed
    decide(doubts, decision="corrected", correction="not_held")
    out = tmp_path / "reviewed.json"
    assert run(app, ["correct", str(data), str(doubts), "-o", str(out)]).exit_code == 0
    answer = load(out).responses[1][1].answers[1]
    assert answer.status.value == "not_held"
    assert answer.coding is not None
    assert answer.coding.note == "the converter said in_attachment"


def correct(reviewed: tuple[Path, Path], *decisions: dict[str, str]) -> Answer:
    """The first answer of the first response, with these decisions taken back into it."""
    data, doubts = reviewed
    row = {"response": "000-4c2c9d30c976f435", "answer": "1", "decision": "corrected"}
    with doubts.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["response", "answer", "decision", "field", "correction", "note"])
        writer.writeheader()
        writer.writerows(row | decision for decision in decisions)
    result = run(app, ["correct", str(data), str(doubts)])
    assert result.exit_code == 0, result.stderr
    return load(data).responses[0][1].answers[0]


@pytest.mark.parametrize(
    ("field", "correction", "right", "was"),
    [
        ("posts.1.annual_cost.value", "£51,000", 51000, "50000"),
        ("leads.1.exists", "yes", True, "false"),
        ("leads.1.team", "Community Safety", "Community Safety", "absent"),
        ("leads.1.service_area", "Community safety", "community_safety", "absent"),
        ("leads.1.team", "5", "5", "absent"),
        ("topic", "lead_team", "lead_team", "lead_exists"),
        ("posts.1.purpose", "", None, "work on the local Modern Day Slavery agenda"),
    ],
)
def test_any_value_can_be_corrected(
    reviewed: tuple[Path, Path], field: str, correction: str, right: object, was: str
) -> None:
    answer = correct(reviewed, {"field": field, "correction": correction})
    value: object = answer
    for step in field.split("."):
        value = value[int(step) - 1] if step.isdigit() else getattr(value, step)  # type: ignore[index]  # lists by number
    assert value == right
    assert answer.coding is not None
    assert answer.coding.note is not None
    assert answer.coding.note.startswith(f"{field} was {was}")


def test_several_corrections_of_an_answer_are_all_kept(reviewed: tuple[Path, Path]) -> None:
    answer = correct(
        reviewed, {"field": "posts.1", "correction": ""}, {"correction": "unclear", "note": "ask the council"}
    )
    assert (answer.status.value, answer.posts) == ("unclear", ())
    assert answer.coding is not None
    assert answer.coding.note is not None
    assert answer.coding.note.endswith("; ask the council; the converter said answered")


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (
            {"decision": "corrected", "field": "funding.9.period", "correction": "2019"},
            "the answer has no funding.9.period",
        ),
        ({"decision": "corrected", "field": "topic", "correction": "money"}, "money cannot stand as topic"),
        ({"decision": "accepted", "answer": ""}, "this doubt is about the whole letter"),
        ({"decision": "fine"}, "decision is fine; write one of accepted, corrected, rejected, disputed"),
        ({"decision": "corrected", "correction": "zero"}, "correction is zero; write the answer's right status"),
        ({"decision": "accepted", "answer": "9"}, "there is no answer 9"),
    ],
)
def test_a_decision_that_cannot_be_carried_out_changes_nothing(
    reviewed: tuple[Path, Path], decision: dict[str, str], message: str
) -> None:
    data, doubts = reviewed
    before = data.read_bytes()
    decide(doubts, **decision)
    result = run(app, ["correct", str(data), str(doubts)])
    assert result.exit_code == 2
    assert message in result.stderr
    assert "doubts.csv:2" in result.stderr
    assert data.read_bytes() == before


def test_a_second_run_takes_unchanged_letters_over(reviewed: tuple[Path, Path]) -> None:
    data, _ = reviewed
    before = data.read_bytes()
    result = run(app, ["convert", *SEEDS, "-o", str(data)])
    assert "2 unchanged and taken over" in result.stderr
    assert data.read_bytes() == before
    assert "taken over" not in run(app, ["convert", *SEEDS, "-o", str(data), "--fresh"]).stderr


def test_a_questionnaire_is_drafted_and_recognised_again(tmp_path: Path) -> None:
    letter, own, out = tmp_path / "letter.txt", tmp_path / "own.json", tmp_path / "out.json"
    letter.write_text("1. Which helpline do officers ring at night?\n\nThe national one.\n\n2. Is it free?\n\nYes\n")
    assert run(app, ["questionnaire", str(letter), "--id", "helpline", "-o", str(own)]).exit_code == 0
    assert [question["number"] for question in json.loads(own.read_bytes())["questions"]] == ["1", "2"]
    assert run(app, ["convert", str(letter), "-o", str(out), "--questionnaire", str(own)]).exit_code == 0
    request = load(out).responses[0][1].request
    assert request is not None
    assert request.questionnaire == "helpline"


def test_a_letter_without_questions_gives_no_questionnaire(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("We have received your request and will reply within 20 working days.\n")
    result = run(app, ["questionnaire", str(letter)])
    assert result.exit_code == 2
    assert "repeats no question" in result.stderr
