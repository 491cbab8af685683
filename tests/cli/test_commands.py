"""The commands, run as a user runs them."""

import json
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foidata.cli import app
from foidata.cli.commands import commands
from foidata.packages import load
from foidata.version import VERSION

ROOT = Path(__file__).parents[2]
SEEDS = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
run = CliRunner().invoke


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    target = tmp_path / "seeds.json"
    assert run(app, ["convert", *SEEDS, "-o", str(target), "--title", "The two seed letters"]).exit_code == 0
    return target


def test_convert_writes_the_dataset_and_says_what_is_unsure(tmp_path: Path) -> None:
    result = run(app, ["convert", *SEEDS, "-o", str(tmp_path / "seeds.json")])
    assert result.exit_code == 0
    assert "2 letters, 10 answers, 19 facts" in result.stderr
    assert "attachment_unread" in result.stderr
    assert result.stdout == ""
    assert [answer.id for _, response in load(tmp_path / "seeds.json").responses for answer in response.answers] == [
        *"12345678",
        *"12",
    ]


def test_a_file_that_is_not_read_is_named_and_the_rest_is_written(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    shutil.copy(SEEDS[0], tmp_path / "letter.txt")
    out = tmp_path / "out" / "data.json"
    result = run(app, ["convert", str(tmp_path), "-o", str(out)])
    assert result.exit_code == 1
    assert "empty.txt: empty" in result.stderr
    assert "picture.txt: a picture" in result.stderr
    assert len(load(out).responses) == 1


def test_when_nothing_is_read_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "data.json"
    result = run(app, ["convert", str(tmp_path / "empty.txt"), str(tmp_path / "missing.txt"), "-o", str(out)])
    assert result.exit_code == 2
    assert "missing.txt: no such file" in result.stderr
    assert not out.exists()


def test_a_letter_comes_from_standard_input(tmp_path: Path) -> None:
    out = tmp_path / "reply.jsonl"
    result = run(app, ["convert", "-", "-o", str(out)], input=Path(SEEDS[1]).read_bytes())
    assert result.exit_code == 0
    assert load(out).responses[0][1].id == "standard-input"


def test_letters_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder, seed in zip(("a", "b"), SEEDS, strict=True):
        (tmp_path / folder).mkdir()
        shutil.copy(seed, tmp_path / folder / "letter.txt")
    out = tmp_path / "data.json"
    assert run(app, ["convert", str(tmp_path / "*" / "*.txt"), "-o", str(out)]).exit_code == 0
    assert [response.id for _, response in load(out).responses] == ["letter", "letter-efca91"]


def test_a_questionnaire_of_ones_own_is_recognised(tmp_path: Path) -> None:
    own = {
        "id": "own",
        "title": "Our own",
        "questions": [
            {"id": "helpline", "number": "1", "text": "Which helpline do your officers call?", "topic": "other"}
        ],
    }
    (tmp_path / "own.json").write_text(json.dumps(own))
    (tmp_path / "letter.txt").write_text("1. Which helpline do your officers call?\n\nThe national one.\n")
    out = tmp_path / "data.json"
    arguments = ["convert", str(tmp_path / "letter.txt"), "-o", str(out), "--questionnaire", str(tmp_path / "own.json")]
    assert run(app, arguments).exit_code == 0
    response = load(out).responses[0][1]
    assert response.request is not None
    assert response.request.questionnaire == "own"
    assert response.answers[0].question.id == "helpline"


def test_a_broken_questionnaire_is_refused_with_its_fault(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text('{"id": "own", "title": "Our own"}')
    result = run(
        app, ["convert", SEEDS[0], "-o", str(tmp_path / "x.json"), "--questionnaire", str(tmp_path / "own.json")]
    )
    assert result.exit_code == 2
    assert "questions: field required" in result.stderr


def test_validate_finds_the_contradiction_of_the_seeds(dataset: Path) -> None:
    result = run(app, ["validate", str(dataset), "--format", "concise", "--second-opinion"])
    assert result.exit_code == 0
    assert result.stdout.count("FOI214") == 1
    assert "but Q6 says not applicable" in result.stdout
    assert "DISAGREE" not in result.stdout


def test_the_exit_code_follows_what_the_user_calls_a_failure(dataset: Path) -> None:
    assert run(app, ["validate", str(dataset), "--fail-on", "warning"]).exit_code == 1
    assert run(app, ["validate", str(dataset), "--fail-on", "warning", "--ignore", "FOI214"]).exit_code == 0
    assert run(app, ["validate", str(dataset), "--severity", "FOI214=error"]).exit_code == 1
    assert run(app, ["validate", str(dataset), "--severity", "FOI214=error", "--fail-on", "never"]).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["validate", "missing.json"], "missing.json"),
        (["validate", SEEDS[0]], "000_4c2c9d30c976f435.txt"),
        (["validate", SEEDS[0], "--format", "poem"], "there is no format poem"),
        (["validate", SEEDS[0], "--select", "FOI999"], "FOI999"),
        (["validate", SEEDS[0], "--severity", "FOI214"], "write CODE=LEVEL"),
        (["validate", SEEDS[0], "--today", "tomorrow"], "write a day as 2024-05-01"),
        (["package", "missing.json", "-o", "x.jsonl"], "missing.json"),
        (["explain", "FOI21"], "no rule is called FOI21"),
        (["schema", "statuss"], "did you mean status?"),
        (["authorities", "Leeds", "--on", "now"], "write a day as 2024-02-08"),
        (["convert", SEEDS[0], "-o", "x.poem"], "x.poem"),
    ],
)
def test_wrong_use_is_told_in_one_line_with_what_to_do(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(app, arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") <= 3
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_written_to_a_file(dataset: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    assert run(app, ["validate", str(dataset), "-f", "json", "-o", str(report)]).exit_code == 0
    assert {finding["code"] for finding in json.loads(report.read_bytes())["findings"]} == {
        "FOI214",
        "FOI501",
        "FOI502",
    }


def test_package_changes_the_format_and_nothing_else(dataset: Path, tmp_path: Path) -> None:
    steps = [dataset, tmp_path / "a.jsonl", tmp_path / "b", tmp_path / "c.zip", tmp_path / "d.json"]
    steps[2].mkdir()
    for source, target in pairwise(steps):
        assert run(app, ["package", str(source), "-o", f"{target}/" if target.is_dir() else str(target)]).exit_code == 0
    assert steps[-1].read_bytes() == dataset.read_bytes()


def test_package_refuses_what_is_not_of_the_standards_form(dataset: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(dataset.read_text().replace('"status": "nil"', '"status": "zero"', 1))
    result = run(app, ["package", str(broken), "-o", str(tmp_path / "x.jsonl")])
    assert result.exit_code == 1
    assert "1 fault of form" in result.stderr
    assert not (tmp_path / "x.jsonl").exists()


def test_explain_and_rules_show_the_catalogue() -> None:
    assert "The letter contradicts itself" in run(app, ["explain", "foi214"]).stdout
    listed = run(app, ["rules"]).stdout.splitlines()
    catalogue = json.loads(run(app, ["rules", "-f", "json"]).stdout)
    assert len(listed) == len(catalogue["rules"])


def test_schema_prints_what_is_published() -> None:
    for name in ("dataset", "tables/funding", "funding", "status", "authorities", "rules.json"):
        assert run(app, ["schema", name]).stdout
    assert "codelists/status.csv" in run(app, ["schema", "--list"]).stdout


def test_authorities_knows_old_names_and_misspellings() -> None:
    result = run(app, ["authorities", "Leicster City Council", "Cumbria County Council"])
    assert result.exit_code == 0
    assert "LCE" in result.stdout
    assert "ended 2023-03-31" in result.stdout
    assert run(app, ["authorities", "Atlantis Wharf Parish"]).exit_code == 1


@pytest.mark.parametrize("name", [command.name for command in commands()])
def test_every_command_shows_examples_that_name_it(name: str) -> None:
    result = run(app, [name, "--help"])
    assert result.exit_code == 0
    assert f"foidata {name}" in " ".join(result.stdout.split()) or "| foidata" in result.stdout


def test_help_imports_neither_models_nor_engines() -> None:
    code = (
        "import sys; sys.argv = ['foidata', '--help']\n"
        "from foidata.cli import app\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'frictionless', 'pandas', 'hypothesis', 'jsonschema', 'rapidfuzz', 'orjson'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_the_version_is_said_before_the_command_line_is_put_together() -> None:
    code = (
        "import sys; sys.argv = ['foidata', '--version']\n"
        "from foidata.__main__ import main\n"
        "main()\n"
        "sys.exit('imported: typer' if 'typer' in sys.modules else 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, f"foidata {VERSION}\n"), result.stderr
    assert run(app, ["--version"]).stdout == result.stdout


def test_more_findings_than_are_listed_are_told_of(dataset: Path) -> None:
    both = [str(dataset), str(shutil.copy(dataset, dataset.with_name("again.json")))]
    result = run(app, ["validate", *both, "--most", "1"])
    assert "… and 1 more" in result.stdout
    assert "3 of 6 findings are listed" in result.stderr
    assert "are listed" not in run(app, ["validate", *both, "--most", "0"]).stderr


def test_a_fault_of_ours_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from foidata import cli

    def breaks() -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(cli, "app", breaks)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 3
    assert "a fault of foidata, not of your file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.html", "<!DOCTYPE html>"), ("a.sarif", '{"$schema"'), ("a.csv", "code,"), ("a.xml", "<?xml")],
)
def test_a_report_is_written_in_the_format_of_its_file(dataset: Path, tmp_path: Path, name: str, start: str) -> None:
    assert run(app, ["validate", str(dataset), "-o", str(tmp_path / name)]).exit_code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_every_format_is_named_in_the_help() -> None:
    from foidata.validate.formats import formats

    text = run(app, ["validate", "--help"], env={"COLUMNS": "200"}).output
    assert not [one.name for one in formats() if one.name not in text]
    assert "Choose one of" in run(app, ["validate", "x.json", "-f", "xml"]).stderr


def test_a_step_summary_is_added_to_the_file_that_github_names(dataset: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", "utf-8")
    arguments = ["validate", str(dataset), "-f", "github"]
    result = run(app, arguments, env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert result.exit_code == 0
    assert "::warning file=" in result.stdout
    assert summary.read_text("utf-8").startswith("# Before\n## foidata\n")
    run(app, ["validate", str(dataset), "-f", "concise"], env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert summary.read_text("utf-8").count("## foidata") == 1
    unwritable = run(app, arguments, env={"GITHUB_STEP_SUMMARY": str(tmp_path / "no" / "summary.md")})
    assert unwritable.exit_code == 2
    assert "No such file" in unwritable.stderr
    assert "::warning file=" in run(app, arguments, env={"GITHUB_STEP_SUMMARY": ""}).stdout


def test_a_junit_report_fails_where_the_command_does(dataset: Path) -> None:
    for level, code, failures in (("error", 0, 0), ("warning", 1, 1)):
        result = run(app, ["validate", str(dataset), "-f", "junit", "--fail-on", level])
        assert result.exit_code == code
        assert result.stdout.count("<failure ") == failures
