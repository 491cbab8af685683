"""Texts that no cell can hold: they stand on a sheet of their own, in pieces, and the cell says which it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

import orjson

LONGEST = 32_000
"""So many UTF-16 units stand in a cell at most: spreadsheets cut what is longer than 32,767."""

COLUMNS = ("id", "position", "form", "text")
"""The columns of the sheet: which text, which piece of it, `json` where the piece is escaped, the piece."""

_MARK = re.compile(r"→ texts ([1-9][0-9]{0,8})")
_ESCAPED = re.compile("[\x00-\x08\x0b\x0d-\x1f\ufffe\uffff]")
"""Characters that spreadsheets lose or change."""


class Texts:
    """The texts of a workbook, as they are written."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, int, str | None, str]] = []
        self._ids = count(1)

    def put(self, text: str) -> str:
        """Keep a text apart, and give what its cell says instead."""
        number = next(self._ids)
        for position, piece in enumerate(pieces(text), 1):
            if _ESCAPED.search(piece):
                self.rows.append((number, position, "json", _escaped(piece)))
            else:
                self.rows.append((number, position, None, piece))
        return f"→ texts {number}"


def _escaped(piece: str) -> str:
    """A text as a JSON string in which nothing is left that a spreadsheet would change."""
    return orjson.dumps(piece).decode().replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def fits_a_cell(text: str) -> bool:
    """Whether a cell can hold a text so that it is read as it was."""
    return (
        text == text.strip() and len(text) <= LONGEST // 2 and not _ESCAPED.search(text) and not _MARK.fullmatch(text)
    )


def number_in(text: str) -> int | None:
    """The number of the text that a cell stands for."""
    found = _MARK.fullmatch(text)
    return int(found[1]) if found else None


def pieces(text: str) -> Iterator[str]:
    """A text in stretches that fit a cell each, however they are escaped."""
    most = LONGEST // (6 if _ESCAPED.search(text) else 2)
    yield from (text[start : start + most] for start in range(0, len(text), most))


def gathered(rows: Iterable[Sequence[str]]) -> dict[int, str]:
    """The texts of the sheet's rows by number. Raises ValueError, with the row from 0, when a piece is broken."""
    found: dict[int, list[tuple[int, str]]] = {}
    for at, (number, position, form, text) in enumerate(rows):
        try:
            piece = str(orjson.loads(text)) if form == "json" else text
            found.setdefault(int(number), []).append((int(position), piece))
        except ValueError:
            raise ValueError(at) from None
    return {number: "".join(piece for _, piece in sorted(those)) for number, those in found.items()}
