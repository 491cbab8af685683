"""A dataset as a database: typed, keyed, one file; and databases that others made or broke."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from foidata.packages import Loaded, Unreadable, Unwritable, load, load_bytes, save
from foidata.packages.table import tables_of_standard
from foidata.packages.tables import tables
from foidata.standard.dataset import Dataset

FIRST = "000-4c2c9d30c976f435"


@pytest.fixture
def path(seeds: Dataset, tmp_path: Path) -> Path:
    save(seeds, tmp_path / "data.sqlite")
    return tmp_path / "data.sqlite"


def edited(path: Path, *statements: str) -> Loaded:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return load(path, name="data.sqlite")


def met(loaded: Loaded) -> list[tuple[str, str, str]]:
    return [(one.kind, one.pointer, str(one.place or loaded.place(one.pointer))) for one in loaded.faults]


def test_every_table_of_the_dataset_is_a_table_with_typed_values(whole: Dataset, tmp_path: Path) -> None:
    save(whole, tmp_path / "data.sqlite")
    with closing(sqlite3.connect(tmp_path / "data.sqlite")) as connection:
        connection.row_factory = sqlite3.Row
        for name, rows in tables(whole).items():
            types = {column.name: column.type for column in tables_of_standard()[name].columns}
            found = [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
            assert len(found) == len(rows)
            for row, expected in zip(found, rows, strict=True):
                for column, value in row.items():
                    if expected[column] is None:
                        assert value is None
                    elif types[column] in ("integer", "number", "boolean"):
                        assert value == expected[column]
                        assert isinstance(value, int | float)
                    else:
                        assert isinstance(value, str)


def test_keys_are_declared_and_hold(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        keys = {row[2] for row in connection.execute('PRAGMA foreign_key_list("posts")')}
        assert keys == {"answers", "codelist-period_kind", "codelist-qualifier"}
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            connection.execute("INSERT INTO leads SELECT * FROM leads")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute("UPDATE answers SET status = 'nill'")
    assert [one.name for one in path.parent.iterdir()] == ["data.sqlite"]


def test_sums_and_joins_work_at_once(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT r.authority_name, sum(annual_cost_value) FROM posts JOIN responses r ON r.id = response_id"
        assert connection.execute(query).fetchall() == [("Leicester City Council", 50000)]
        assert connection.execute("SELECT count(*) FROM texts").fetchone() == (2,)


def test_a_database_is_read_from_bytes_too_also_in_wal_mode(path: Path, seeds: Dataset) -> None:
    assert load_bytes(path.read_bytes(), "standard input").dataset == seeds
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE dataset SET title = title")
        connection.commit()
    assert path.read_bytes()[18:20] == b"\2\2"
    assert load_bytes(path.read_bytes(), "standard input").dataset == seeds
    assert load(path).dataset == seeds


def test_changes_that_stand_in_another_file_are_not_overlooked(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE dataset SET title = 'New'")
        connection.commit()
        with pytest.raises(Unreadable, match="has changes in data.sqlite-wal"):
            load(path)


def test_reading_leaves_the_file_and_its_folder_as_they_are(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o444)
    load(path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["data.sqlite"]


@pytest.mark.parametrize(
    ("statement", "expected", "whole"),
    [
        (
            "UPDATE posts SET annual_cost_value = '£50k' WHERE answer_id = '1'",
            [("bad_cell", "/responses/0/answers/0/posts/0/annual_cost/value", "posts row 1 column annual_cost_value")],
            True,
        ),
        (
            "UPDATE posts SET annual_cost_value = 'much' WHERE item = 1 AND answer_id = '1'",
            [("bad_cell", "/responses/0/answers/0/posts/0/annual_cost/value", "posts row 1 column annual_cost_value")],
            False,
        ),
        (
            "UPDATE answers SET status = 'Not held' WHERE rowid = 2",
            [("enum", "/responses/0/answers/1/status", "answers row 2 column status")],
            True,
        ),
        ("UPDATE posts SET delivers_directly = 1.0 WHERE item = 1 AND answer_id = '1'", [], True),
        (
            "UPDATE responses SET sent = x'00ff' WHERE position = 1",
            [("bad_cell", "", "responses row 1 column sent")],
            False,
        ),
        (
            "DELETE FROM dataset",
            [
                ("undeclared_version", "/standard", "dataset row 1 column standard"),
                ("missing", "/title", "dataset row 1 column title"),
            ],
            True,
        ),
        (
            'ALTER TABLE leads RENAME COLUMN service_area TO "Service area"',
            [("column_spelling", "", "leads column Service area")],
            True,
        ),
        ("ALTER TABLE leads ADD COLUMN hours", [("unknown_column", "", "leads column hours")], True),
        ("CREATE TABLE fundings (a)", [("unknown_table", "", "fundings")], True),
        ('CREATE TABLE "x-mine" (a)', [], True),
        ("INSERT INTO texts VALUES ('nobody', 'A letter')", [("orphan_text", "", "texts")], True),
    ],
)
def test_what_is_wrong_in_a_database_is_placed_by_table_row_and_column(
    statement: str, expected: list[tuple[str, str, str]], *, whole: bool, path: Path
) -> None:
    loaded = edited(path, "PRAGMA foreign_keys = OFF", statement)
    assert met(loaded) == [(kind, pointer, f"data.sqlite {place}") for kind, pointer, place in expected]
    assert (0 in dict(loaded.responses)) == whole
    assert [one.mend for one in loaded.faults] == [None] * len(expected)


@pytest.mark.parametrize("table", ["answers", "responses", "evidence", "dataset"])
def test_a_table_that_must_be_there_is_missed(table: str, path: Path) -> None:
    loaded = edited(path, f"ALTER TABLE {table} RENAME TO x_{table}")
    assert ("missing_table", "", f"data.sqlite {table}") in met(loaded)
    assert loaded.dataset is None


def hostile() -> Iterator[tuple[str, list[str]]]:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
    yield "a view in the place of a table", ["DROP TABLE leads", f"CREATE VIEW leads AS {endless}"]
    yield (
        "a trigger",
        [f"CREATE TRIGGER t AFTER UPDATE ON leads BEGIN DELETE FROM leads WHERE item IN ({endless}); END"],
    )
    yield "an index of an expression", ["CREATE INDEX i ON leads (hex(team))"]


@pytest.mark.parametrize(("name", "statements"), list(hostile()), ids=[name for name, _ in hostile()])
def test_what_a_database_does_by_itself_is_not_run(name: str, statements: list[str], path: Path) -> None:
    loaded = edited(path, *statements)
    if "view" in name:  # it is no table; what belonged to the table's rows is missed
        assert {kind for kind, _, _ in met(loaded)} == {"orphan_row"}
    else:
        assert loaded.sound


def test_a_column_that_computes_itself_is_refused(path: Path) -> None:
    edited(path, "ALTER TABLE leads RENAME TO old")
    with pytest.raises(Unreadable, match="computes"):
        edited(path, "CREATE TABLE leads (response_id, answer_id, item, status AS (hex(zeroblob(1000000000))))")


def test_a_virtual_table_is_no_table_of_ours(path: Path) -> None:
    loaded = edited(
        path,
        "CREATE VIRTUAL TABLE search USING fts5(text)",
        "DROP TABLE leads",
        "CREATE VIRTUAL TABLE leads USING fts5(response_id)",
    )
    assert {kind for kind, _, _ in met(loaded)} == {"orphan_row"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"SQLite format 3\0" + bytes(84), "damaged"),
        (b"SQLite format 3\0", "damaged"),
    ],
)
def test_a_damaged_database_is_refused_in_words(data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "data.sqlite").write_bytes(data)
    for read in (lambda: load(tmp_path / "data.sqlite"), lambda: load_bytes(data, "data.sqlite")):
        with pytest.raises(Unreadable, match=says):
            read()


def test_a_database_cut_short_is_refused_or_has_faults(path: Path) -> None:
    data = path.read_bytes()
    for part in range(1, 20):
        try:
            loaded = load_bytes(data[: len(data) * part // 20], "data.sqlite")
        except Unreadable as error:
            assert "damaged" in str(error)
        else:
            assert not loaded.sound


def test_another_database_is_no_dataset(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE people (name)")
        connection.commit()
    with pytest.raises(Unreadable, match="an SQLite database, but no dataset"):
        load(tmp_path / "other.db")


def test_records_that_share_an_id_are_not_written(seeds: Dataset, tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=FIRST):
        save(seeds.but(responses=(seeds.responses[0], seeds.responses[0])), tmp_path / "data.sqlite")
