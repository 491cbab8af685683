"""Options of validate, and the settings they are laid over, as a user gives them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import foidata
from foidata.cli import app
from foidata.rules import rules
from foidata.validate.formats import formats

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "seeds.json"
run = CliRunner().invoke


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a dataset."""
    shutil.copy(SEEDS, tmp_path / "data.json")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*arguments: str) -> list[str]:
    """The codes of the findings that a command line gives."""
    result = run(app, ["validate", "data.json", "-f", "concise", *arguments])
    assert result.exit_code in (0, 1), result.stderr
    return [line.split(": ")[1].split()[0] for line in result.stdout.splitlines()]


def test_the_nearest_settings_are_used_and_options_win(folder: Path) -> None:
    (folder / "foidata.toml").write_text('ignore = ["FOI5"]\nfail_on = "warning"\nformat = "json"\n')
    (folder / "inner").mkdir()
    os.chdir("inner")
    result = run(app, ["validate", "../data.json"])
    report = json.loads(result.stdout)
    assert [one["code"] for one in report["findings"]] == ["FOI214"]
    assert report["configuration"] == str(Path("..") / "foidata.toml")
    assert result.exit_code == 1
    assert run(app, ["validate", "../data.json", "--fail-on", "error"]).exit_code == 0
    os.chdir("..")
    assert found("--select", "FOI501") == ["FOI501"]
    assert found("--ignore", "FOI214") == []
    assert found("--no-config") == ["FOI214", "FOI502", "FOI501"]


def test_settings_beside_the_data_do_not_decide_how_it_is_judged(folder: Path) -> None:
    sent = folder / "sent"
    sent.mkdir()
    shutil.move("data.json", sent)
    (sent / "foidata.toml").write_text('ignore = ["FOI"]\n')
    result = run(app, ["validate", "sent/data.json", "-f", "concise"])
    assert result.stdout.count("FOI214") == 1


def test_a_file_with_settings_can_be_named(folder: Path) -> None:
    (folder / "strict.toml").write_text('severity = { FOI214 = "error" }\nwaivers = "waivers.csv"\n')
    (folder / "waivers.csv").write_text("code,reason\nFOI501,Seen.\n")
    assert found("--config", "strict.toml") == ["FOI214", "FOI502"]
    assert run(app, ["validate", "data.json", "--config", "strict.toml"]).exit_code == 1


@pytest.mark.parametrize(
    ("text", "arguments", "message"),
    [
        ("selct = ['FOI2']\n", [], "foidata.toml:1: selct: there is no such setting. Did you mean select?"),
        ("\nignore = ['FOI9']\n", [], "foidata.toml:2: ignore: no rule is called 'FOI9'"),
        ("ignore = \n", [], "foidata.toml:1: this is not TOML"),
        ("", ["--level", "ful"], "Did you mean full?"),
        ("", ["--fail-on", "warn"], "Did you mean warning?"),
        ("", ["--config", "none.toml"], "none.toml cannot be read"),
        ("", ["--waivers", "none.csv"], "none.csv cannot be read as a list of waivers"),
        ("", ["--also", "json"], "write FORMAT=FILE"),
        ("", ["--also", "poem=a.txt"], "there is no format poem"),
        ("waivers = 'w.csv'\n", [], "w.csv:2: whether a waiver has expired needs the day of the check"),
    ],
)
def test_wrong_settings_are_told_in_one_line(text: str, arguments: list[str], message: str, folder: Path) -> None:
    (folder / "foidata.toml").write_text(text)
    (folder / "w.csv").write_text("code,reason,expires\nFOI214,Seen.,2024-01-01\n")
    result = run(app, ["validate", "data.json", *arguments])
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_waived_findings_do_not_fail_a_check(folder: Path) -> None:
    (folder / "w.csv").write_text("code,reason,expires\nFOI214,Confirmed by the council.,2024-05-01\n")
    arguments = ["validate", "data.json", "--fail-on", "warning", "--waivers", "w.csv", "--today"]
    result = run(app, [*arguments, "2024-05-01"])
    assert result.exit_code == 0
    assert "1 waived" in result.stdout
    result = run(app, [*arguments, "2024-05-02"])
    assert result.exit_code == 1
    assert "expired on 2024-05-01" in result.stdout


def test_a_report_is_written_in_several_formats_at_once(folder: Path) -> None:
    result = run(app, ["validate", "data.json", "-f", "concise", "--also", "json=out/a.json", "--also", "json=b.json"])
    assert result.stdout.startswith("data.json:260:30: FOI214")
    assert json.loads((folder / "out" / "a.json").read_bytes()) == json.loads((folder / "b.json").read_bytes())


def test_data_for_publication_is_asked_for_more(folder: Path) -> None:
    assert "FOI701" in found("--for-publication")
    (folder / "foidata.toml").write_text("for_publication = true\n")
    assert "FOI701" in found()
    assert "FOI701" not in found("--not-for-publication")


def test_several_rules_may_stand_in_one_option() -> None:
    assert found("--select", "FOI214,FOI502", "--ignore", "foi502, licence-missing") == ["FOI214"]


def test_the_library_finds_what_the_command_finds_with_the_same_settings(folder: Path) -> None:
    path = folder / "foidata.toml"
    path.write_text('level = "evidence"\nseverity = { FOI5 = "warning" }\nwaivers = "w.csv"\ntoday = 2024-05-01\n')
    (folder / "w.csv").write_text("code,reason,expires\nFOI214,Seen.,2030-01-01\nFOI404,Coded by hand.,\n")
    shown = json.loads(run(app, ["validate", "data.json", "-f", "json", "--config", "foidata.toml"]).stdout)
    report = foidata.validate("data.json", config="foidata.toml")
    assert json.loads(report.model_dump_json(exclude_unset=True)) == shown
    assert (report.count_waived, [one.code for one in report.findings]) == (1, ["FOI502", "FOI501", "FOI591"])


def completed(*words: str, shell: str = "bash") -> list[str]:
    """What a shell offers for the last of these words."""
    asked = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    asked |= {"_TYPER_COMPLETE_ARGS": " ".join(words), "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    program = "import sys; sys.argv = ['foidata']; from foidata.cli import app; app(prog_name='foidata')"
    result = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | asked | {"_FOIDATA_COMPLETE": f"complete_{shell}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stderr == ""
    return result.stdout.splitlines()


def test_the_shell_offers_rules_levels_and_formats() -> None:
    assert completed("foidata", "explain", "FOI21") == [one.code for one in rules() if one.code.startswith("FOI21")]
    assert completed("foidata", "explain", "cost-b") == ["cost-beside-not-applicable"]
    publishing = [one.code for one in rules() if one.code.startswith("FOI7")]
    assert completed("foidata", "validate", "--ignore", "FOI501,FOI70") == [f"FOI501,{code}" for code in publishing]
    assert completed("foidata", "validate", "--select", "FOI7") == ["FOI7", *publishing]
    assert completed("foidata", "validate", "--severity", "FOI214=w") == ["FOI214=warning"]
    assert completed("foidata", "validate", "--severity", "FOI70") == [f"{code}=" for code in publishing]
    assert completed("foidata", "validate", "--level", "") == ["core", "full", "evidence"]
    assert completed("foidata", "validate", "--fail-on", "n") == ["never"]
    assert completed("foidata", "validate", "--format", "") == [one.name for one in formats()]


def test_shells_that_show_meanings_get_them() -> None:
    assert any(
        "Full" in line or "Also evidence" in line
        for line in completed("foidata", "validate", "--level", "f", shell="fish")
    )
    assert "Also that every answer, fact and field has evidence." in "".join(
        completed("foidata", "validate", "--level", "e", shell="zsh")
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_shown_and_installed(shell: str, folder: Path) -> None:
    program = "import sys; sys.argv = ['foidata', *sys.argv[1:]]; from foidata.cli import app; app(prog_name='foidata')"
    command = [sys.executable, "-c", program]
    home = os.environ | {"HOME": str(folder / "home")}
    shown = subprocess.run([*command, "--show-completion", shell], env=home, capture_output=True, text=True, check=True)
    assert "_FOIDATA_COMPLETE" in shown.stdout
    subprocess.run([*command, "--install-completion", shell], env=home, capture_output=True, check=True)
    written = [path for path in (folder / "home").rglob("*") if path.is_file()]
    assert any("_FOIDATA_COMPLETE" in path.read_text("utf-8") for path in written)
