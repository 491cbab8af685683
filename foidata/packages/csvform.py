"""How a CSV file is written: what stands between its cells, and which column is which."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foidata.packages.columnnames import plain_name

DELIMITERS: Mapping[str, str] = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
"""What may stand between cells, and what it is called; what the standard asks for is the first."""

_DECLARED = re.compile(r"\"?sep=([,;|\t])\"?[,;|\t]*\r?\n", re.IGNORECASE)
"""The line that Excel reads as the delimiter of the lines below."""


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a CSV file is written."""

    delimiter: str
    start: int
    """The character with which its header begins."""
    line: int
    """The line of that."""


def form_of(text: str, names: Iterable[str]) -> CsvForm:
    """How a CSV text is written, by that its header has most of these names of columns."""
    declared = _DECLARED.match(text)
    start = declared.end() if declared else 0
    known = {plain_name(name) for name in names}
    header = text[start:].lstrip("\r\n").partition("\n")[0]
    counts = {one: len(known & {plain_name(cell) for cell in cells_of(header, one)}) for one in DELIMITERS}
    return CsvForm(max(counts, key=lambda one: counts[one]), start, 2 if declared else 1)


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of a line; none where it has the quotes of no CSV."""
    try:
        return next(csv.reader([line.rstrip("\r")], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
