"""One wrong value in each table is found in its own cell, whatever the form of the file."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from packaged import Package, zipped

from foidata.packages import Loaded, load, load_bytes, save
from foidata.packages.place import pointer_to, steps_of
from foidata.packages.table import Column, tables_of_standard
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical

WRONG = "no such value"


def column_of(table: str) -> Column:
    """A column of a table in which not every text may stand."""
    columns = [one for one in tables_of_standard()[table].columns if one.path and not one.derived]
    strict = [one for one in columns if one.type != "string" or {"enum", "pattern"} & one.schema.keys()]
    return next(one for one in strict if one.name not in ("id", "position", "item"))


def met(loaded: Loaded) -> list[tuple[str, str]]:
    return [(fault.pointer, str(fault.place or loaded.place(fault.pointer))) for fault in loaded.faults]


def changed(data: Any, pointer: str, value: Any) -> Any:
    """The data with another value where a pointer leads."""
    *ahead, last = steps_of(pointer)
    inner = data
    for step in ahead:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    inner[last] = value
    return data


@pytest.mark.parametrize("table", tables_of_standard())
def test_one_wrong_value_in_a_table_is_found_in_its_cell(table: str, whole: Dataset, tmp_path: Path) -> None:
    column = column_of(table)
    package = Package(whole)
    rows = package.table(table)
    index = rows[0].index(column.name)
    number = next(at for at, row in enumerate(rows) if at and row[index])
    package.set(table, number, column.name, WRONG)
    line = 1 + sum("".join(row).count("\n") + 1 for row in rows[:number])
    ((pointer, place),) = met(load_bytes(zipped(package.files), "p"))
    assert place == f"p/{table}.csv row {number} line {line} column {column.name}"
    assert pointer.endswith(pointer_to(*column.path))

    text = canonical(changed(json.loads(canonical(whole)), pointer, WRONG)).decode()
    ((found, place),) = met(load_bytes(text.encode(), "data.json"))
    assert found == pointer
    _, at, character = place.rsplit(":", 2)
    assert text.splitlines()[int(at) - 1][int(character) - 1 :].startswith(f'"{WRONG}"')

    save(whole, tmp_path / "data.sqlite")
    with closing(sqlite3.connect(tmp_path / "data.sqlite")) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f'UPDATE "{table}" SET "{column.name}" = ? WHERE rowid = ?', (WRONG, number))
        connection.commit()
    place = f"data.sqlite {table} row {number} column {column.name}"
    assert met(load(tmp_path / "data.sqlite", name="data.sqlite")) == [(pointer, place)]
