"""One table of a dataset that came without the others."""

from pathlib import Path

import pytest
from packaged import Package

import foidata
from foidata.packages import Loaded, Unreadable, load, load_bytes
from foidata.packages.elsewhere import Elsewhere, StandsElsewhere
from foidata.packages.table import tables_of_standard
from foidata.rules import rules
from foidata.standard.dataset import Dataset
from foidata.validate.validate import validate


def table_of(package: Package, name: str, *, called: str = "standard input") -> Loaded:
    return load_bytes(package.files[f"{name}.csv"], called)


@pytest.mark.parametrize("name", tables_of_standard())
def test_which_table_it_is_shows_from_its_columns_and_a_sound_one_has_no_fault(name: str, whole: Dataset) -> None:
    package = Package(whole)
    loaded = table_of(package, name)
    assert (loaded.format, loaded.alone, loaded.faults) == ("table", name, ())
    assert len(loaded.lone) == len(package.table(name)) - 1
    assert loaded.dataset is None


@pytest.mark.parametrize("name", tables_of_standard())
def test_no_rule_finds_in_a_table_what_only_other_tables_could_say(name: str) -> None:
    base = load(Path(__file__).parents[2] / "examples/faults/base.json").dataset
    assert base is not None
    package = Package(base)
    if f"{name}.csv" in package.files:
        report = validate(table_of(package, name), level="evidence")
        assert report.findings == ()
        told = {one.code for one in report.totals} | {one.code for one in report.not_run}
        assert told == {rule.code for rule in rules()}


def test_what_a_row_says_alone_is_judged_and_the_rest_says_why_not(seeds: Dataset) -> None:
    package = Package(seeds)
    package.set("posts", 1, "period_end", "2019-03")
    report = validate(table_of(package, "posts"), level="evidence")
    assert {"FOI217", "FOI026"} == {one.code for one in report.findings}
    (finding,) = [one for one in report.findings if one.code == "FOI217"]
    assert (finding.place.pointer, finding.place.row, finding.place.field) == ("/posts/0/period/end", 1, "period_end")
    reasons = {one.code: one.reason for one in report.not_run}
    assert reasons["FOI301"] == "it judges other tables too, and only posts came"


def test_a_rule_that_would_look_into_another_table_names_it(seeds: Dataset) -> None:
    reasons = {one.code: one.reason for one in validate(table_of(Package(seeds), "answers")).not_run}
    assert reasons["FOI208"] == "it needs the table funding too, and only answers came"


def test_a_cell_is_placed_in_a_lone_table_as_in_its_package(seeds: Dataset) -> None:
    package = Package(seeds)
    package.set("answers", 2, "status", "unknown")
    package.set("answers", 3, "topic", "Lead exists")
    loaded = table_of(package, "answers", called="mine.csv")
    line = 1 + sum("".join(row).count("\n") + 1 for row in package.table("answers")[:2])
    found = [(one.kind, one.pointer, str(one.place or loaded.place(one.pointer))) for one in loaded.faults]
    assert found[0] == ("enum", "/answers/1/status", f"mine.csv row 2 line {line} column status")
    assert [one.row for one in loaded.lone] == [0, *range(2, 10)]


def test_a_name_decides_where_columns_do_not(tmp_path: Path, seeds: Dataset) -> None:
    (tmp_path / "leads.csv").write_text("response_id,answer_id,item,status\na,1,1,nil\n")
    (tmp_path / "mine.csv").write_text("response_id,answer_id,item,status\na,1,1,nil\n")
    assert load(tmp_path / "leads.csv").alone == "leads"
    with pytest.raises(Unreadable, match="columns of no table"):
        load(tmp_path / "mine.csv")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("responses_wide.csv", "is the wide table"),
        ("codelists/status.csv", "is a list of codes"),
    ],
)
def test_a_table_that_is_not_read_back_is_refused_in_words(path: str, says: str, seeds: Dataset) -> None:
    with pytest.raises(Unreadable, match=says):
        load_bytes(Package(seeds).files[path], "mine.csv")


def test_a_lone_table_is_no_dataset(tmp_path: Path, seeds: Dataset) -> None:
    (tmp_path / "posts.csv").write_bytes(Package(seeds).files["posts.csv"])
    with pytest.raises(Unreadable, match="only the table posts of a dataset"):
        foidata.load(tmp_path / "posts.csv")


def test_a_list_in_a_table_that_did_not_come_is_not_empty_but_unknown() -> None:
    items = Elsewhere("evidence")
    for look in (
        bool,
        len,
        list,
        lambda one: one[0],
        lambda one: one == (),
        lambda one: 1 in one,
        lambda one: {one},
    ):
        with pytest.raises(StandsElsewhere, match="evidence"):
            look(items)
