"""A dataset as plain tables."""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from foidata.packages.table import Column, Table, tables_of_standard
from foidata.standard.dataset import Dataset
from foidata.standard.json import plain
from foidata.standard.period import Period
from foidata.standard.record import Record

Row = dict[str, Any]
"""A row: each column of its table with the value in it, or None."""


def tables(dataset: Dataset) -> dict[str, list[Row]]:
    """The rows of each table that has any, in the order of the records.

    Values are text, int, float, bool, `datetime.date`, or lists of plain values; None where there is nothing. The texts
    of letters are left out.

    >>> [row["title"] for row in tables(dataset)["posts"]]
    ['Community Safety (Labour Market) Coordinator', None]
    """
    found = rows_of("responses", dataset.responses) | rows_of("questionnaires", dataset.questionnaires)
    return {name: found[name] for name in tables_of_standard() if name in found}


def rows_of(name: str, records: Iterable[Record]) -> dict[str, list[Row]]:
    """The rows of records of one kind, which stand in a table of this name, and of those within, by table."""
    found: dict[str, list[Row]] = {table: [] for table in tables_of_standard()}
    _add(found, name, records, {})
    return {table: rows for table, rows in found.items() if rows}


def _add(found: dict[str, list[Row]], name: str, records: Iterable[Record], around: Mapping[str, Any]) -> None:
    """Add the rows of records of one kind, and of those within; `around` holds the keys of what they belong to."""
    table = tables_of_standard()[name]
    for number, record in enumerate(records, 1):
        keys = {key: around.get(key) for key in table.keys} | {table.order: number}
        found[name].append(row_of(record, table, keys))
        inside = keys_inside(table, keys, getattr(record, "id", None))
        for one in table.lists:
            rows = _at(record, one.path)
            if rows:
                _add(found, one.table, rows, inside | {"about": one.about})


def row_of(record: Record, table: Table, keys: Mapping[str, Any]) -> Row:
    """The row of one record; `keys` are the values of the columns that say what it belongs to and where it stands."""
    return {column.name: _value(record, column, keys) for column in table.columns}


def keys_inside(table: Table, keys: Mapping[str, Any], own_id: str | None) -> dict[str, Any]:
    """The keys of what stands within a record: its own keys, and its id or its number."""
    inside = {key: value for key, value in keys.items() if key not in ("about", "position", "item")}
    if table.has_id:
        return inside | {f"{table.record.__name__.lower()}_id": own_id}
    return inside | {"item": keys[table.order]}


def _value(record: Record, column: Column, keys: Mapping[str, Any]) -> Any:
    if not column.path:
        return keys[column.name]
    value = _at(record, column.path)
    if column.derived:
        return getattr(value, column.derived) if isinstance(value, Period) else None
    return plain_value(value)


def _at(record: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        if record is None:
            return None
        record = getattr(record, step)
    return record


def plain_value(value: Any) -> Any:
    """A value as plain Python: text, int, float, bool, a day, or a list or dict of these; None for an empty list."""
    match value:
        case None | bool() | int() | datetime.date():
            return value
        case str():
            return str(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return [plain_value(one) for one in value] or None
        case Record():
            return plain(value)
    raise TypeError(f"{type(value).__name__} has no form in a table")
