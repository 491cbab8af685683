"""Settings from files and from options."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from foidata.documents.document import Unreadable
from foidata.rules import catalogue, rules
from foidata.standard.codes import Level, Severity
from foidata.standard.configuration import Configuration
from foidata.standard.waiver import Waiver
from foidata.validate.choose import choose, meant
from foidata.validate.configure import configure, find_configuration, read_configuration
from foidata.validate.globs import anchored, fits
from foidata.validate.tomllines import line_of
from foidata.validate.validate import validate
from foidata.validate.waive import read_waivers

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "seeds.json"


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


WHOLE = """\
level = "evidence"
for_publication = true
select = ["FOI2"]
ignore = ["FOI502"]
fail_on = "warning"
waivers = "lists/waivers.csv"
today = 2024-05-01
format = "concise"
most = 20

[per_file]
"2015/*.json" = ["FOI4"]
"*.jsonl" = ["FOI501"]

[severity]
FOI214 = "info"
"""


def test_a_file_says_what_a_check_is_told_and_its_paths_count_from_its_folder(tmp_path: Path) -> None:
    expected = Configuration.make(
        level="evidence",
        for_publication=True,
        select=("FOI2",),
        ignore=("FOI502",),
        per_file={f"{tmp_path}/2015/*.json": ("FOI4",), "*.jsonl": ("FOI501",)},
        severity={"FOI214": "info"},
        fail_on="warning",
        waivers=str(tmp_path / "lists" / "waivers.csv"),
        today="2024-05-01",
        format="concise",
        most=20,
    )
    assert read_configuration(written(tmp_path / "foidata.toml", WHOLE)) == expected
    shared = WHOLE.replace("[per_file]", "[tool.foidata.per_file]").replace("[severity]", "[tool.foidata.severity]")
    pyproject = written(tmp_path / "pyproject.toml", f"[project]\nname = 'x'\n\n[tool.foidata]\n{shared}")
    assert read_configuration(pyproject) == expected


def test_every_setting_is_in_the_example_and_in_the_docs() -> None:
    page = (ROOT / "docs" / "configuring.md").read_text("utf-8")
    assert all(f"{name}" in WHOLE and f"`{name}`" in page for name in Configuration.model_fields)


def shown(kind: str) -> list[str]:
    """The examples of one kind in the docs."""
    page = (ROOT / "docs" / "configuring.md").read_text("utf-8")
    return re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)


def test_the_examples_in_the_docs_mean_something(tmp_path: Path) -> None:
    own, shared = shown("toml")
    assert read_configuration(written(tmp_path / "foidata.toml", own)).today == "now"
    assert read_configuration(written(tmp_path / "pyproject.toml", shared)).level is Level.CORE
    (rows,) = shown("csv")
    entries = list(read_waivers(written(tmp_path / "waivers.csv", rows)))
    assert {name for entry in entries for name in entry.waiver.model_fields_set} == set(Waiver.model_fields)


def test_a_file_may_say_nothing(tmp_path: Path) -> None:
    assert read_configuration(written(tmp_path / "foidata.toml", "")) == Configuration()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("level = 'core'\nselct = ['FOI2']\n", ":2: selct: there is no such setting. Did you mean select?"),
        ("[severity]\n\nFOI214 = 'errror'\n", ":3: severity.FOI214: 'errror' is none of error, warning, info. Did you"),
        ("severity = { FOI999 = 'info' }\n", ":1: severity.FOI999: no rule is called 'FOI999'"),
        (
            "ignore = [\n  'FOI5',\n  'licence-mising',\n]\n",
            ":3: ignore: no rule is called 'licence-mising'; did you mean",
        ),
        ("[per_file]\n'a.json' = ['FOI2']\n'b.json' = ['FOI9']\n", ":3: per_file.b.json: no rule is called 'FOI9'"),
        ("level = 'everything'\n", ":1: level: 'everything' is none of core, full, evidence"),
        ("fail_on = 'warn'\n", "Did you mean warning?"),
        ("\n\nformat = 'concice'\n", ":3: format: there is no format concice. Did you mean concise?"),
        (
            "today = 'tomorrow'\n",
            ":1: today: 'tomorrow' is not of the form that today needs; write a day as 2024-05-01",
        ),
        ("today = 2024-05-01T10:00:00\n", ":1: today: "),
        ("select = 'FOI2'\n", ":1: select: a list is needed, not the text 'FOI2'"),
        ("most = -1\nlevel = 'x'\n", "(and 1 more like this)"),
        ("level = 'core\n", ":1: this is not TOML: "),
        ("a = 1\nb = = 2\n", ":2: this is not TOML: "),
    ],
)
def test_what_means_nothing_is_told_with_its_line_and_what_was_meant(text: str, message: str, tmp_path: Path) -> None:
    path = written(tmp_path / "foidata.toml", text)
    with pytest.raises(Unreadable) as caught:
        read_configuration(path)
    assert str(caught.value).startswith(f"{path}:")
    assert message in str(caught.value)


def test_a_line_of_a_shared_file_is_counted_from_its_beginning(tmp_path: Path) -> None:
    text = "[project]\nname = 'select'\n\n[tool.foidata]\nselect = ['FOI2']\n\n[tool.foidata.severity]\nFOI2 = 'bad'\n"
    with pytest.raises(Unreadable, match=r"pyproject\.toml:8: severity\.FOI2"):
        read_configuration(written(tmp_path / "pyproject.toml", text))


def test_a_file_that_is_not_there_or_not_ours_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read_configuration(tmp_path / "foidata.toml")
    with pytest.raises(Unreadable, match=r"has no table \[tool\.foidata\]"):
        read_configuration(written(tmp_path / "pyproject.toml", "[project]\nname = 'x'\n"))
    (tmp_path / "foidata.toml").write_bytes(b"level = '\xff'")
    with pytest.raises(Unreadable, match="not UTF-8"):
        read_configuration(tmp_path / "foidata.toml")


@pytest.mark.parametrize(
    ("text", "way", "word", "line"),
    [
        ('a = 1\n[b]\nc = [\n  "x",\n  "y",\n]\n', ("b", "c", 1), "y", 5),
        ('a = """\nb = 1\n"""\nb = 2\n', ("b",), "", 4),
        ("# b = 1\nb = 2\n", ("b",), "", 2),
        ("a.b.c = 1\na.d = 2\n", ("a", "d"), "", 2),
        ('"a b" = 1\r\n\r\n"c d" = 2\r\n', ("c d",), "", 3),
        ("[x]\n[x.y]\nb = 1\n", ("x", "y", "b"), "", 3),
        ("a = 1\n", ("b",), "", 1),
        ('"\\u0062" = 1\n', ("b",), "", 1),
    ],
)
def test_a_key_is_found_on_its_line(text: str, way: tuple[str | int, ...], word: str, line: int) -> None:
    assert line_of(text, way, word) == line


def test_the_nearest_file_with_settings_is_found(tmp_path: Path) -> None:
    top = written(tmp_path / "pyproject.toml", "[tool.foidata]\nlevel = 'core'\n")
    inner = tmp_path / "a" / "b"
    written(inner / "pyproject.toml", "[project]\nname = 'other'\n")
    assert find_configuration(inner) == top
    own = written(tmp_path / "a" / "foidata.toml", "")
    assert find_configuration(inner) == own
    beside = written(tmp_path / "foidata.toml", "")
    assert find_configuration(tmp_path) == beside


def test_no_file_is_looked_for_above_a_repository(tmp_path: Path) -> None:
    written(tmp_path / "foidata.toml", "")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "data").mkdir()
    assert find_configuration(tmp_path / "repository" / "data") is None


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, {"select": ("FOI2",), "ignore": ("FOI214",), "severity": {"FOI2": "info"}, "level": "core"}),
        ({"select": ["FOI5"]}, {"select": ("FOI5",), "severity": {"FOI2": "info"}, "level": "core"}),
        (
            {"ignore": "FOI215"},
            {"select": ("FOI2",), "ignore": ("FOI214", "FOI215"), "severity": {"FOI2": "info"}, "level": "core"},
        ),
        (
            {"severity": {"FOI202": Severity.ERROR}, "level": Level.FULL},
            {
                "select": ("FOI2",),
                "ignore": ("FOI214",),
                "severity": {"FOI2": "info", "FOI202": "error"},
                "level": "full",
            },
        ),
        (
            {"today": datetime.date(2024, 5, 1), "level": None, "ignore": ()},
            {
                "select": ("FOI2",),
                "ignore": ("FOI214",),
                "severity": {"FOI2": "info"},
                "level": "core",
                "today": "2024-05-01",
            },
        ),
    ],
)
def test_options_win_over_the_file(options: dict[str, Any], expected: dict[str, Any], tmp_path: Path) -> None:
    text = "level = 'core'\nselect = ['FOI2']\nignore = ['FOI214']\nseverity = { FOI2 = 'info' }\n"
    path = written(tmp_path / "foidata.toml", text)
    assert configure(path, **options) == Configuration.make(**expected)
    assert configure(read_configuration(path), **options) == Configuration.make(**expected)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"select": ["FOI9"]}, LookupError, "select: no rule is called 'FOI9'"),
        ({"severity": {"FOI2": "warn"}}, LookupError, "Did you mean warning?"),
        ({"level": "ful"}, LookupError, "Did you mean full?"),
        ({"today": "tomorrow"}, ValueError, "write a day as 2024-05-01"),
        ({"colour": "red"}, LookupError, "there is no such setting"),
        ({"most": -3}, ValueError, "below 0"),
    ],
)
def test_an_option_that_means_nothing_is_told(options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        configure(**options)
    assert message in str(caught.value)


def codes(told: Configuration) -> set[str]:
    return {rule.code for rule in choose(told).rules}


def test_each_level_asks_more_than_the_one_before() -> None:
    core, full, evidence = (codes(configure(level=level)) for level in Level)
    assert codes(Configuration()) == full
    assert core < full < evidence == {rule.code for rule in rules()}
    assert {code[3] for code in core} == {*"0123", "5"}
    assert {code for code in core if code[3] == "5"} == {"FOI590", "FOI591"}
    assert evidence - full == {"FOI404", "FOI405", "FOI409"}


def test_what_is_selected_runs_at_any_level() -> None:
    privacy = {rule.code for rule in rules() if rule.code.startswith("FOI6")}
    assert codes(configure(level="core", select=["FOI404", "FOI6"])) == {"FOI404", *privacy}


def test_a_retired_code_means_the_rule_that_took_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dict(catalogue.RETIRED), "FOI299", "FOI214")
    monkeypatch.setattr("foidata.validate.choose.RETIRED", {"FOI299": "FOI214"})
    assert [rule.code for rule in meant("foi299")] == ["FOI214"]


def test_every_rule_that_does_not_run_says_why() -> None:
    told = {one.code: one.reason for one in validate(SEEDS, ignore=["FOI502"]).not_run}
    assert told["FOI502"] == "ignored, as asked"
    assert told["FOI404"] == "asked from level evidence on"
    assert told["FOI701"] == "asked only of data about to be published"
    assert told["FOI591"] == "no waivers were given"
    assert {one.reason for one in validate(SEEDS, select=["FOI214"]).not_run} == {"not selected"}


def test_rules_can_be_ignored_in_some_files_only(tmp_path: Path) -> None:
    old = written(tmp_path / "2015" / "old.json", SEEDS.read_text("utf-8"))
    new = written(tmp_path / "2024" / "new.json", SEEDS.read_text("utf-8"))
    path = written(tmp_path / "foidata.toml", "[per_file]\n'2015/*' = ['FOI5']\n'*.json' = ['FOI214']\n")
    report = validate([old, new], config=path)
    assert [(one.code, one.place.file) for one in report.findings] == [("FOI502", str(new)), ("FOI501", str(new))]
    assert next(total.out_of for total in report.totals if total.code == "FOI502") == 2
    assert {one.code: one.reason for one in report.not_run}["FOI214"] == "ignored in these files, as asked"


@pytest.mark.parametrize(
    ("pattern", "file", "fine"),
    [
        ("*.json", "a/b/c.json", True),
        ("c.json", "a/b/c.json", True),
        ("b", "a/b/", True),
        ("*.json", "a/b/c.jsonl", False),
        ("a/*.json", "a/b/c.json", True),
        ("b/*.json", "a/b/c.json", False),
        ("./a/*", "a/c.json", True),
        ("a/", "a/b/c.json", True),
        ("a/b", "a/b/c.json", True),
        ("a/b", "a/bc.json", False),
        ("standard input", "standard input", True),
    ],
)
def test_a_glob_counts_from_its_folder_when_it_names_one(pattern: str, file: str, *, fine: bool) -> None:
    assert fits(pattern, file) is fine


def test_a_folder_with_signs_of_globs_is_itself(tmp_path: Path) -> None:
    pattern = anchored("a/*.json", tmp_path / "[2015]")
    assert fits(pattern, str(tmp_path / "[2015]" / "a" / "b.json"))
    assert not fits(pattern, str(tmp_path / "2" / "a" / "b.json"))


def test_the_report_names_the_file_its_settings_came_from(tmp_path: Path) -> None:
    path = written(tmp_path / "foidata.toml", "ignore = ['FOI5']")
    assert validate(SEEDS, config=path).configuration == str(path)
    assert validate(SEEDS, config=Configuration.make(ignore=("FOI5",))).configuration is None


def test_the_clock_is_read_for_those_who_ask(tmp_path: Path) -> None:
    assert "FOI221" in {total.code for total in validate(SEEDS, today="now").totals}
