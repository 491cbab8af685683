"""Write a dataset as a database."""

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from foidata.packages.cells import cell
from foidata.packages.codelists import codelists_in_use
from foidata.packages.database import TEXTS
from foidata.packages.descriptor import WIDE
from foidata.packages.pack import refuse_shared_ids
from foidata.packages.table import ALWAYS, Column, Table, table_of_header, tables_of_standard
from foidata.packages.table_schemas import codelist_resource, codelist_schema, table_schema
from foidata.packages.tables import row_of, tables
from foidata.packages.wide import wide
from foidata.standard.dataset import Dataset

APPLICATION = int.from_bytes(b"FOID", "big")
"""What stands in the file's header for the program that it belongs to."""

_TYPES = {"integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}
"""The types of columns; all others hold text. A number column keeps whole numbers whole."""
_MOST_COLUMNS = 2000
"""A table may have no more, so that a wide table of very many periods is left out."""
_REFERS = ("response_id", "answer_id", "item")


def database(dataset: Dataset) -> bytes:
    """The bytes of a dataset as a database; always the same for the same dataset.

    Raises Unwritable when two records share an id, which tables cannot keep apart.
    """
    refuse_shared_ids(dataset)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("BEGIN")
        for statement, rows in _statements(dataset):
            connection.executemany(statement, rows) if rows is not None else connection.execute(statement)
        connection.execute("COMMIT")
        return connection.serialize()


_Statement = tuple[str, Iterable[Sequence[Any]] | None]
"""A statement, and the rows that it is for."""


def _statements(dataset: Dataset) -> Iterator[_Statement]:
    found = tables(dataset)
    rows = {name: found.get(name, []) for name in tables_of_standard() if name in found or name in ALWAYS}
    codelists = codelists_in_use(rows, dataset.licence)
    carried = {*rows, *(codelist_resource(name) for name in codelists)}
    header = table_of_header()
    yield from _table(header, table_schema(header, carried) | {"primaryKey": []}, [row_of(dataset.header, header, {})])
    for name, codes in codelists.items():
        columns = tuple(codes[0])
        created = _created(codelist_resource(name), dict.fromkeys(columns, "TEXT"), codelist_schema(columns))
        yield created, None
        yield _inserting(codelist_resource(name), columns), [tuple(code.values()) for code in codes]
    for table in (tables_of_standard()[name] for name in rows):
        yield from _table(table, table_schema(table, carried), rows[table.name])
    texts = [(one.id, one.source.text) for one in dataset.responses if one.source.text is not None]
    yield f'CREATE TABLE "{TEXTS}" ("response_id" TEXT PRIMARY KEY REFERENCES "responses" ("id"), "text" TEXT)', None
    yield _inserting(TEXTS, ("response_id", "text")), texts
    breadth = wide(dataset)
    if len(breadth[0]) > _MOST_COLUMNS:
        return
    kinds = {name: _kind([row[name] for row in breadth]) for name in breadth[0]}
    yield _created(WIDE, kinds, {}), None
    yield _inserting(WIDE, tuple(kinds)), [tuple(_value(one) for one in row.values()) for row in breadth]


def _table(table: Table, schema: Mapping[str, Any], rows: list[dict[str, Any]]) -> Iterator[_Statement]:
    """A table with its rows; one without a key is given an index, so that its rows are found by what they belong to."""
    kinds = {column.name: _declared(column) for column in table.columns}
    yield _created(table.name, kinds, schema), None
    names = [name for name in _REFERS if name in kinds]
    if names and "primaryKey" not in schema:
        yield f'CREATE INDEX "{table.name}_by_key" ON "{table.name}" ({_listed(names)})', None
    yield _inserting(table.name, tuple(kinds)), [tuple(_value(row[name]) for name in kinds) for row in rows]


def _created(name: str, kinds: Mapping[str, str], schema: Mapping[str, Any]) -> str:
    """The statement that makes a table with the keys that its Table Schema declares."""
    constraints = {field["name"]: field.get("constraints", {}) for field in schema.get("fields", ())}
    parts = []
    for column, kind in kinds.items():
        said = constraints.get(column, {})
        parts.append(
            f'"{column}" {kind}{" NOT NULL" * bool(said.get("required"))}{" UNIQUE" * bool(said.get("unique"))}'
        )
    if schema.get("primaryKey"):
        parts.append(f"PRIMARY KEY ({_listed(schema['primaryKey'])})")
    for one in schema.get("foreignKeys", ()):
        to = one["reference"]
        parts.append(f'FOREIGN KEY ({_listed(one["fields"])}) REFERENCES "{to["resource"]}" ({_listed(to["fields"])})')
    return f'CREATE TABLE "{name}" ({", ".join(parts)})'


def _declared(column: Column) -> str:
    kind = _TYPES.get(column.type, "TEXT")
    return f'{kind} CHECK ("{column.name}" IN (0, 1))' if column.type == "boolean" else kind


def _kind(values: list[Any]) -> str:
    """The type of a column of the wide table, as its values have it."""
    types = {type(value) for value in values if value is not None}
    return "NUMERIC" if types and types <= {int, float} else "INTEGER" if types == {bool} else "TEXT"


def _inserting(name: str, columns: Sequence[str]) -> str:
    return f'INSERT INTO "{name}" ({_listed(columns)}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608  # our names


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _value(value: Any) -> Any:
    return cell(value) if isinstance(value, datetime.date | list) else value
