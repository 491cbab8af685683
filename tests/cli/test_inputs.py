"""What can be given to `validate`: any format, several at once, folders, patterns, standard input."""

import gzip
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from foidata.cli import app
from foidata.packages import load, save

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "seeds.json"
run = CliRunner().invoke


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a dataset in each format, and files that are none."""
    monkeypatch.chdir(tmp_path)
    dataset = load(SEEDS).dataset
    assert dataset is not None
    for target in ("a.json", "b.jsonl.gz", "c.sqlite", "d.zip", "e.xlsx", "sub/package/"):
        save(dataset, target)
    shutil.copy("sub/package/posts.csv", "sub/posts.csv")
    Path("readme.txt").write_text("Not data.")
    Path("package.json").write_text('{"name": "other"}')
    Path(".hidden.json").write_text("{")
    return tmp_path


def checked(*arguments: str, stdin: bytes | None = None) -> tuple[list[str], str]:
    """The files with findings, in their order, and what is said on standard error."""
    result = run(app, ["validate", *arguments, "--no-config", "-f", "concise"], input=stdin)
    assert result.exit_code in (0, 1), result.stderr
    files = [line.split(":")[0] for line in result.stdout.splitlines()]
    return list(dict.fromkeys(files)), result.stderr


@pytest.mark.usefixtures("here")
def test_a_folder_is_searched_and_what_is_no_dataset_is_passed_over_aloud() -> None:
    files, told = checked(".")
    assert [one.partition("/")[0] for one in files if not one.startswith("d.zip/")] == [
        *("a.json", "b.jsonl.gz", "c.sqlite", "e.xlsx"),
        *["sub"] * sum(one.startswith("sub/") for one in files),
    ]
    assert "passed over: package.json is JSON, but nothing in it says that it is a dataset" in told
    assert "readme" not in told
    assert "hidden" not in told


@pytest.mark.usefixtures("here")
def test_a_pattern_a_descriptor_and_several_files_are_each_checked_once() -> None:
    assert checked("[a-e].json*", "a.json", "b.jsonl.gz")[0] == ["a.json", "b.jsonl.gz"]
    assert {one.rpartition("/")[0] for one in checked("sub/package/datapackage.json")[0]} == {"sub/package"}
    assert {one.rpartition("/")[0] for one in checked("sub/package")[0]} == {"sub/package"}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", ["a.json", "b.jsonl.gz", "c.sqlite", "d.zip", "e.xlsx"])
def test_standard_input_may_be_of_any_format(name: str) -> None:
    files, _ = checked("-", stdin=Path(name).read_bytes())
    assert all(one.startswith("standard input") for one in files)
    assert files


@pytest.mark.usefixtures("here")
def test_a_table_alone_on_standard_input_is_checked() -> None:
    rows = Path("sub/posts.csv").read_bytes().replace(b",50000,", b',"\xc2\xa350,000",')
    assert checked("-", stdin=gzip.compress(rows))[0] == ["standard input"]


@pytest.mark.usefixtures("here")
def test_a_file_that_was_named_is_not_passed_over() -> None:
    result = run(app, ["validate", "package.json", "a.json"])
    assert result.exit_code == 2
    assert "JSON but no dataset" in result.stderr


def test_a_folder_without_a_dataset_is_nothing_to_check(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(app, ["validate", str(tmp_path / "empty"), "--no-config"])
    assert result.exit_code == 2
    assert "nothing to check" in result.stderr


def test_a_lone_table_is_not_written_in_another_format(here: Path) -> None:
    result = run(app, ["package", "sub/posts.csv", "-o", "x.json"])
    assert result.exit_code == 2
    assert "only the table posts" in result.stderr


def test_package_writes_a_database_and_packed_lines(here: Path) -> None:
    for target in ("x.sqlite", "x.jsonl.gz"):
        assert run(app, ["package", "a.json", "-o", target]).exit_code == 0
        assert run(app, ["package", target, "-o", "back.json"]).exit_code == 0
        assert Path("back.json").read_bytes() == SEEDS.read_bytes()
