"""Read a database."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from foidata.packages.assembly import Assembly, Plan
from foidata.packages.cells import cell
from foidata.packages.columnnames import match_columns
from foidata.packages.database import TEXTS
from foidata.packages.database.opened import opened
from foidata.packages.descriptor import CODELIST, OWN, WIDE
from foidata.packages.fault import Fault
from foidata.packages.file import File
from foidata.packages.grouping import Grouping
from foidata.packages.loaded import Loaded, Unreadable
from foidata.packages.place import Place, steps_of
from foidata.packages.table import ALWAYS, DATASET, Table, table_of_header, tables_of_standard
from foidata.packages.tablefile import Row, TableFile
from foidata.packages.tableplaces import TablePlaces

_VIRTUAL = re.compile(r"\s*CREATE\s+VIRTUAL\s", re.IGNORECASE)
_COMPUTED = (2, 3)
"""What SQLite says of columns that are computed from others."""
_OTHERS = ("sqlite_", CODELIST, OWN)
"""How the names of tables begin that are left to others."""


def read_database(file: File) -> Loaded:
    """Read a database. Raises Unreadable."""
    with opened(file) as connection:
        return _Reading(file.name, connection).loaded(path=file.path, format="sqlite")


@dataclass(slots=True)
class StoredTable(TableFile):
    """A table as it stands in a database."""

    header: int = 0

    def place(self, row: Row | None = None, column: str | None = None) -> Place:
        """The row and column of a value."""
        return Place(self.file, table=self.table.name, row=row.number if row else None, field=column)


class _Places(TablePlaces):
    """Finds what is said of the dataset in its own table, and texts in theirs."""

    def in_header(self, pointer: str) -> Place:
        """The cell of what is said of the dataset."""
        return Place(self.file, table=DATASET, row=1, field="_".join(steps_of(pointer)) or None)

    def of_text(self, response: str) -> Place:  # noqa: ARG002  # there is one table of texts
        """The table of the letters' texts."""
        return Place(self.file, table=TEXTS, field="text")


class _Reading:
    """The tables of a database as they are read."""

    def __init__(self, name: str, connection: sqlite3.Connection) -> None:
        self._name = name
        self._connection = connection
        self.faults: list[Fault] = []
        self.whole = True
        """Whether every table that must be there is there."""
        self.places = _Places(name)
        self._names = set(self._tables())
        if not self._names & {"responses", DATASET}:
            raise Unreadable(f"{name} is an SQLite database, but no dataset: it has no table `responses`.")
        self.about = self._read(table_of_header()) if DATASET in self._names else None
        if self.about is None:
            self._miss(DATASET)
        for name_of_table, table in tables_of_standard().items():
            if name_of_table in self._names:
                self.places.files[name_of_table] = self._read(table)
            elif name_of_table in ALWAYS:
                self._miss(name_of_table)

    def loaded(self, **more: Any) -> Loaded:
        """All that could be read of the dataset."""
        grouping = Grouping(self.places, self.faults, whole=self.whole)
        return _Records(grouping, self.about, dict(self._texts())).read(self._name, **more)

    def _tables(self) -> Iterator[str]:
        """The names of the tables that hold rows; tables that are none of ours are noted."""
        listed = list(
            self._connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
        )
        virtual = [str(name) for name, sql in listed if _VIRTUAL.match(str(sql))]
        known = {*tables_of_standard(), DATASET, TEXTS, WIDE}
        for name in (str(name) for name, _ in listed):
            of_virtual = name in virtual or any(name.startswith(f"{one}_") for one in virtual)
            if name in known and name not in virtual:
                yield name
            elif not of_virtual and not name.startswith(_OTHERS):
                place = Place(self._name, table=name)
                message = f"{name} is no table of the standard"
                more = {"known": tuple(tables_of_standard())}
                self.faults.append(Fault("unknown_table", "", message, name, place, more))

    def _miss(self, table: str) -> None:
        self.whole = False
        place = Place(self._name, table=table)
        self.faults.append(Fault("missing_table", "", f"the database has no table {table}", table, place))

    def _read(self, table: Table) -> StoredTable:
        self._refuse_computed(table.name)
        found = StoredTable(table, self._name)
        cursor = self._connection.execute(f'SELECT * FROM "{table.name}"')  # noqa: S608  # a name of the standard
        header = [name for name, *_ in cursor.description]
        known = tuple(column.name for column in table.columns)
        for _, title in match_columns(found, header):
            found.note("unknown_column", f"{table.name} has no column {title}", None, title, known=known)
        booleans = [
            found.columns[one.name] for one in table.columns if one.type == "boolean" and one.name in found.columns
        ]
        for number, values in enumerate(cursor, 1):
            row = Row([_text(value) for value in values], number, number)
            for index in booleans:
                row.cells[index] = {0: "false", 1: "true"}.get(values[index], row.cells[index])
            found.rows.append(row)
            for index, value in enumerate(values):
                if isinstance(value, bytes):
                    found.whole = False
                    message = f"the cell holds {len(value):,} bytes, and no text or number"
                    found.note("bad_cell", message, row, header[index])
        self.faults += found.faults
        self.whole = self.whole and found.whole
        return found

    def _refuse_computed(self, table: str) -> None:
        """Refuse columns whose values are computed as they are read, by whatever the file's maker wrote."""
        for _, name, *_, hidden in self._connection.execute(f'PRAGMA table_xinfo("{table}")'):
            if hidden in _COMPUTED:
                raise Unreadable(
                    f"{self._name}: the column {name} of {table} computes itself: store its values instead."
                )

    def _texts(self) -> Iterator[tuple[str, str]]:
        """The texts of letters, by the ids of their responses."""
        if TEXTS not in self._names:
            return
        self._refuse_computed(TEXTS)
        cursor = self._connection.execute(f'SELECT * FROM "{TEXTS}"')  # noqa: S608  # our own name
        at = {name: number for number, (name, *_) in enumerate(cursor.description)}
        for values in cursor if {"response_id", "text"} <= at.keys() else ():
            text = values[at["text"]]
            if isinstance(text, str):
                yield str(values[at["response_id"]]), text


class _Records(Assembly):
    """The tables of a database while their records are put together: the texts of letters are a table of their own."""

    def __init__(self, grouping: Grouping, about: TableFile | None, texts: dict[str, str]) -> None:
        super().__init__(grouping)
        self._about = about
        self._texts = texts
        if about is not None:
            self._plans[DATASET] = Plan(about)

    def read(self, name: str, **more: Any) -> Loaded:
        """The dataset."""
        rows = self._about.rows if self._about else []
        return self.loaded(name, self._built(DATASET, rows[0], "") if rows else {}, **more)

    def complete(self, record: dict[str, Any], pointer: str) -> None:  # noqa: ARG002  # others need it
        """Give the response the text of its letter, when that is there."""
        text = self._texts.get(str(record.get("id")))
        if text:
            record.setdefault("source", {})["text"] = text

    def orphaned(self) -> Iterator[str]:
        """Note also the texts that belong to nothing."""
        yield from super().orphaned()
        for response in self._texts.keys() - self.grouping.numbers.keys():
            message = f"{response} has a text, but is no response"
            self.faults.append(Fault("orphan_text", "", message, response, Place(self.places.file, table=TEXTS)))


def _text(value: Any) -> str:
    return "" if isinstance(value, bytes) else cell(value)
