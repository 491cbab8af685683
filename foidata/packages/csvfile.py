"""One CSV file as rows that know where they stand."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from foidata.packages.fault import Fault
from foidata.packages.jsontext import decoded
from foidata.packages.place import Place
from foidata.packages.table import Table

csv.field_size_limit(2**31 - 1)  # the default refuses cells of more than 131,072 characters, and answers can be longer


@dataclass(slots=True)
class Row:
    """A row of a CSV file."""

    cells: list[str]
    number: int
    """Which row of data it is, from 1."""
    line: int
    """The line of the file on which it begins, from 1."""
    order: int = 0
    """Which in its list it is, once that was read."""


@dataclass(slots=True)
class CsvFile:
    """A table as it stands in a CSV file, and what is wrong with the file."""

    table: Table
    file: str
    columns: dict[str, int] = field(default_factory=dict)
    """The columns of the table that the file has, and which cell of a row is theirs."""
    rows: list[Row] = field(default_factory=list)
    uneven: list[Row] = field(default_factory=list)
    """Rows with more or fewer cells than the header."""
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True
    """Whether every row could be read."""

    def place(self, row: Row | None = None, column: str | None = None) -> Place:
        """Where a cell stands, or a row, or the header."""
        line, number = (row.line, row.number) if row else (1, None)
        return Place(self.file, line=line, table=self.table.name, row=number, field=column)

    def cell(self, row: Row, column: str) -> str:
        """The text of a cell; empty when the file has no such column or the row no such cell."""
        index = self.columns.get(column, len(row.cells))
        return row.cells[index] if index < len(row.cells) else ""

    def note(self, kind: str, message: str, line: int | None = None, column: str | None = None, **more: object) -> None:
        """Note a fault of the file as a whole, or of a column."""
        place = Place(self.file, line=line, table=self.table.name, field=column)
        self.faults.append(Fault(kind, "", message, column, place, more))


def read_csv(table: Table, file: str, data: bytes) -> CsvFile:
    """Read one table: commas, double quotes, UTF-8 with or without a byte-order mark, lines that end in LF or CRLF."""
    found = CsvFile(table, file)
    text, faults = decoded(data, file)
    found.faults = [fault for fault in faults if fault.kind == "not_utf8"]
    found.whole = bool(text)
    if not text:
        if not found.faults:
            found.note("not_csv", f"{table.name} is empty: not even its header is there")
        return found
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = next(reader)
        _read_header(found, header)
        if not found.whole:
            return found
        for cells, line in _numbered(reader):
            row = Row(cells, len(found.rows) + len(found.uneven) + 1, line)
            (found.rows if len(cells) == len(header) else found.uneven).append(row)
    except csv.Error as error:
        found.whole = False
        found.note("not_csv", f"the quotes here are not those of CSV: {error}", max(line, reader.line_num))
    return found


def _numbered(reader: Any) -> Iterator[tuple[list[str], int]]:
    """The rows that hold something, each with the line on which it begins."""
    before = reader.line_num
    for cells in reader:
        if any(cells):
            yield cells, before + 1
        before = reader.line_num


def _read_header(found: CsvFile, header: list[str]) -> None:
    known = {column.name for column in found.table.columns}
    if len(header) == 1 and len(names := header[0].replace(";", "\t").split("\t")) > 1 and known & set(names):
        found.whole = False
        found.note("not_csv", "the cells are not separated by commas", 1)
        return
    for index, name in enumerate(header):
        if name not in known:
            message = f"{found.table.name} has no column {name}" if name else f"column {index + 1} has no name"
            found.note("unknown_column", message, 1, name, known=tuple(column.name for column in found.table.columns))
        elif name in found.columns:
            found.note("duplicate_column", f"the column {name} stands twice", 1, name)
        else:
            found.columns[name] = index
    for name in dict.fromkeys((*found.table.key, found.table.order)):
        if name not in found.columns:
            found.whole = False
            found.note("missing_column", f"{found.table.name} needs a column {name}", 1, name)
