"""Mend a CSV text: change the cells, rows and columns that are at fault, and leave every other character."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from foidata.packages.cells import quoted
from foidata.packages.csvform import form_of
from foidata.packages.mends import Clear, Delimit, DropColumns, DropRows, Mend, Write
from foidata.packages.table import Table

_LINE_END = re.compile(r"\r\n|\r|\n")

At = tuple[int, Mend]
"""A mend, and the line on which its row begins."""


@dataclass(slots=True)
class _Line:
    """A row as it is written."""

    number: int
    """The line on which it begins, from 1."""
    cells: list[str]
    """Its cells, with their quotes."""
    end: str
    """What ends it."""
    changed: dict[int, str] = field(default_factory=dict)
    """The cells that are given other values, without quotes."""


def mended_csv(text: str, table: Table, mends: Iterable[At]) -> str:
    """The text of a table with the mends made."""
    form = form_of(text, (column.name for column in table.columns))
    lines = list(_lines(text, form.start, form.line, form.delimiter))
    at = {line.number: number for number, line in enumerate(lines)}
    dropped: set[int] = set()
    columns: set[int] = set()
    delimiter, begin = form.delimiter, text[: form.start]
    for number, mend in mends:
        first = at.get(number, len(lines))
        match mend:
            case Delimit():
                delimiter, begin = ",", ""
            case Write():
                lines[first].changed[mend.index] = mend.text
            case Clear():
                _clear(lines[first:], mend)
            case DropRows():
                dropped |= set(range(first, first + mend.count))
            case DropColumns():
                columns |= set(range(mend.index, mend.index + mend.count))
    kept = (line for number, line in enumerate(lines) if number not in dropped)
    return begin + "".join(_written(line, delimiter, columns, was=form.delimiter) for line in kept)


def _lines(text: str, start: int, first_line: int, delimiter: str) -> Iterator[_Line]:
    """The rows of a text, as readers of CSV take them."""
    sign = re.escape(delimiter)
    cell = re.compile(rf'"(?:[^"]|"")*"[^{sign}\r\n]*|[^{sign}\r\n]*')
    number, cells = first_line, list[str]()
    begins = number
    while start < len(text):
        found = cell.match(text, start)
        raw = found[0] if found else ""
        cells.append(raw)
        number += len(_LINE_END.findall(raw))
        start += len(raw)
        end = _LINE_END.match(text, start)
        if end or start == len(text):
            yield _Line(begins, cells, end[0] if end else "")
            start += len(end[0]) if end else 0
            number, cells = number + 1, []
            begins = number
        else:
            start += len(delimiter)
            if start == len(text):
                yield _Line(begins, [*cells, ""], "")


def _clear(lines: Iterable[_Line], mend: Clear) -> None:
    for line in lines:
        if mend.index < len(line.cells) and _value(line.cells[mend.index]) == mend.words:
            line.changed[mend.index] = ""


def _written(line: _Line, delimiter: str, dropped: set[int], *, was: str) -> str:
    cells = []
    for index, raw in enumerate(line.cells):
        if index in dropped and len(line.cells) > 1:
            continue
        text = raw
        if index in line.changed:
            text = _instead(line.changed[index], line)
        elif delimiter != was and not raw.startswith('"') and delimiter in raw:
            text = quoted(raw)
        cells.append(text)
    return delimiter.join(cells) + line.end


def _value(raw: str) -> str:
    return raw[1:-1].replace('""', '"') if raw.startswith('"') and raw.endswith('"') and len(raw) > 1 else raw


def _instead(text: str, line: _Line) -> str:
    """A value in the place of a cell: in quotes where it needs them, or where every cell of its row has them."""
    cell = quoted(text)
    all_quoted = all(raw.startswith('"') for raw in line.cells if raw)
    return f'"{cell}"' if text and cell == text and all_quoted else cell
