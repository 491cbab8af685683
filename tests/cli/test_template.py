"""A workbook from blank to dataset, on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foidata.cli import app
from foidata.packages import load

ROOT = Path(__file__).parents[2]
run = CliRunner().invoke


def test_a_template_is_filled_in_checked_and_becomes_a_dataset(tmp_path: Path) -> None:
    book = tmp_path / "answers.xlsx"
    result = run(app, ["template", "--questionnaire", "leads-funding-training", "-o", str(book), "--title", "Ours"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "8 questions of leads-funding-training" in result.stderr
    result = run(app, ["validate", str(book), "--format", "concise"])
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [f"{book}:answers!F{row}: FOI101 status is missing." for row in range(2, 10)]
    mended = ROOT / "examples" / "workbooks" / "faulty.xlsx"
    assert run(app, ["package", str(mended), "-o", str(tmp_path / "data.json")]).exit_code == 1
    back = tmp_path / "back.xlsx"
    assert run(app, ["package", str(ROOT / "seeds" / "seeds.json"), "-o", str(back)]).exit_code == 0
    assert run(app, ["package", str(back), "-o", str(tmp_path / "seeds.json")]).exit_code == 0
    assert (tmp_path / "seeds.json").read_bytes() == (ROOT / "seeds" / "seeds.json").read_bytes()


def test_a_template_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    book = tmp_path / "answers.xlsx"
    book.write_bytes(b"filled in")
    result = run(app, ["template", "-o", str(book)])
    assert result.exit_code == 2
    assert "is there already, perhaps filled in: choose another name" in result.stderr
    assert book.read_bytes() == b"filled in"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["-o", "answers.csv"], "answers.csv: a workbook's name ends in .xlsx"),
        (["-o", "a.xlsx", "--questionnaire", "leads-funding"], "Did you mean leads-funding-training"),
        (["-o", "a.xlsx", "--questionnaire", "nothing-alike"], "The ids are anti-trafficking-budget"),
        (["-o", "a.xlsx", "--questionnaire", "gone.json"], "gone.json: no such file or directory"),
    ],
)
def test_a_template_that_cannot_be_made_says_why(words: list[str], says: str, tmp_path: Path) -> None:
    result = run(
        app, ["template", *(str(tmp_path / word) if word.endswith(("csv", "xlsx")) else word for word in words)]
    )
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_a_template_of_a_questionnaire_of_ones_own(tmp_path: Path) -> None:
    own = {"id": "own", "title": "Own", "questions": [{"id": "lead-exists", "text": "A lead?", "topic": "lead_exists"}]}
    (tmp_path / "own.json").write_text(json.dumps(own), "utf-8")
    book = tmp_path / "answers.xlsx"
    assert run(app, ["template", "--questionnaire", str(tmp_path / "own.json"), "-o", str(book)]).exit_code == 0
    (fault,) = load(book).faults
    assert fault.pointer == "/responses/0/answers/0/status"
