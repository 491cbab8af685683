"""One CSV file as rows that know where they stand."""

import csv
import io
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from foidata.packages.cellforms import is_day
from foidata.packages.columnnames import match_columns, plain_name
from foidata.packages.csvform import DELIMITERS, form_of
from foidata.packages.days import day_first_in
from foidata.packages.jsontext import decoded
from foidata.packages.keycells import settle_keys
from foidata.packages.mends import Delimit, DropColumns, DropRows
from foidata.packages.missing import clear_missing
from foidata.packages.table import Table
from foidata.packages.tablefile import Row, TableFile

csv.field_size_limit(2**31 - 1)  # the default refuses cells of more than 131,072 characters, and answers can be longer

_RUNNING = ("", "unnamed0", "1", "x", "index", "row", "rownames")
"""Names, in their plain form, that R, pandas and people give to a first column that only numbers the rows."""


def read_csv(table: Table, file: str, data: bytes) -> TableFile:
    """Read one table: cells with commas between them, double quotes, UTF-8, lines that end in LF or CRLF.

    Where it is written otherwise, and it is clear how, that is noted and it is read all the same.
    """
    found = TableFile(table, file, is_text=True)
    text, found.faults = decoded(data, file)
    found.whole = bool(text.strip())
    if found.whole:
        _Reading(found, text).read()
        texts = found.different()
        clear_missing(found, texts)
        settle_keys(found, texts)
        days = (one.name for one in found.table.columns if one.type == "date" or is_day(one))
        found.day_first = day_first_in(text for name in days for text in texts.get(name, ()))
    elif not [fault for fault in found.faults if not fault.read]:
        found.note("not_csv", f"{table.name} is empty: not even its header is there", 1)
    return found


class _Reading:
    """A table as it is read."""

    def __init__(self, found: TableFile, text: str) -> None:
        self._found = found
        self._form = form_of(text, (column.name for column in found.table.columns))
        stream = io.StringIO(text[self._form.start :], newline="")
        self._reader: Any = csv.reader(stream, delimiter=self._form.delimiter, strict=True)
        self._line = self._form.line
        self._strange: list[tuple[int, str]] = []
        """The columns that the table does not have: where each stands, and its name."""

    def read(self) -> None:
        """Read the header and the rows, and note what is wrong with them."""
        found = self._found
        if self._form.delimiter != "," or self._form.line > 1:
            words = DELIMITERS[self._form.delimiter]
            message = f"the cells are separated by {words}, not by commas"
            message = message if words != "commas" else "a line before the header says how the cells are separated"
            found.note("not_csv", message, 1, read=True, mend=Delimit())
        try:
            lines = self._numbered()
            header = next(lines)
            found.header = self._line
            self._strange = list(match_columns(found, header))
            if found.whole:
                for cells in lines:
                    self._add(cells, header)
                self._read_strange()
        except csv.Error as error:
            found.whole = False
            line = max(self._line, self._reader.line_num + self._form.line - 1)
            found.note("not_csv", f"the quotes here are not those of CSV: {error}", line)

    def _numbered(self) -> Iterator[list[str]]:
        """The rows that hold something; the others are noted, as many as stand together at once."""
        for blank, rows in groupby(self._lines(), key=_is_blank):
            if not blank:
                yield from rows
                continue
            first = self._line
            count = sum(1 for _ in rows)
            words = "this row is empty" if count == 1 else f"{count:,} rows from here on are empty"
            self._found.note("blank_row", words, first, read=True, mend=DropRows(count))

    def _lines(self) -> Iterator[list[str]]:
        """All rows, with `_line` the line on which each begins."""
        before = self._reader.line_num
        for cells in self._reader:
            self._line = before + self._form.line
            yield cells
            before = self._reader.line_num

    def _add(self, cells: list[str], header: list[str]) -> None:
        found, width = self._found, len(header)
        if cells == header:
            message = "the header stands here again, among the rows"
            found.note("repeated_header", message, self._line, read=True, mend=DropRows())
            return
        row = Row(cells, len(found.rows) + len(found.uneven) + 1, self._line)
        while len(cells) < width and not header[len(cells)].strip():
            cells.append("")
        (found.rows if len(cells) == width else found.uneven).append(row)

    def _read_strange(self) -> None:
        """Note the columns that the table does not have: some hold nothing, some only number the rows."""
        found = self._found
        known = tuple(column.name for column in found.table.columns)
        runs = groupby(enumerate(self._strange), key=lambda one: (self._holds(*one[1]), one[1][0] - one[0]))
        for (holds, _), run in runs:
            columns = [column for _, column in run]
            first, count = columns[0][0], len(columns)
            if holds == "nothing":
                which = f"column {first + 1} has" if count == 1 else f"columns {first + 1} to {first + count} have"
                message = f"{which} neither a name nor values"
                found.note("blank_column", message, found.header, read=True, mend=DropColumns(first, count))
                continue
            for index, title in columns:
                if holds == "numbers":
                    message = f"column {index + 1} only numbers the rows"
                    found.note("row_numbers", message, found.header, title, read=True, mend=DropColumns(index))
                else:
                    named = f"{found.table.name} has no column {title}"
                    message = named if title else f"column {index + 1} has no name"
                    found.note("unknown_column", message, found.header, title, known=known)

    def _holds(self, index: int, title: str) -> str:
        """What a column holds that the table does not have: `nothing`, `numbers` of its rows, or `values`."""
        cells = [row.cells[index].strip() for row in self._found.rows]
        if not title.strip() and not any(cells):
            return "nothing"
        runs = any(cells == [str(number) for number in range(first, first + len(cells))] for first in (0, 1))
        return "numbers" if index == 0 and cells and runs and plain_name(title) in _RUNNING else "values"


def _is_blank(cells: list[str]) -> bool:
    return not any(map(str.strip, cells))
