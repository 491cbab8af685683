"""The cells of a table that say what its rows belong to, and which in their list they are."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from foidata.packages.fault import short
from foidata.packages.mends import Write
from foidata.packages.table import Column
from foidata.packages.tablefile import Row, TableFile

_POINTED = re.compile(r"0*([1-9][0-9]{0,8})(?:\.0*)?")
"""A whole number as programs write it that know only numbers with a point."""


def settle_keys(found: TableFile, texts: Mapping[str, AbstractSet[str]]) -> None:
    """Write keys and positions in the one form in which they are compared, and note those that had another.

    Spaces around them go, and so does what follows the point of a whole number. `texts` are the different texts of each
    column.
    """
    table = found.table
    names = {*table.keys, *(["id"] if table.has_id else []), table.order}
    for column in (one for one in table.columns if one.name in names and one.name in found.columns):
        plain = {text: one for text in texts[column.name] if (one := _plain(text, column)) != text}
        index = found.columns[column.name]
        for row in found.rows if plain else ():
            if row.cells[index] in plain:
                _note(found, row, column, plain[row.cells[index]])


def _plain(text: str, column: Column) -> str:
    """A key without what does not belong to it."""
    pointed = _POINTED.fullmatch(text.strip()) if column.type == "integer" else None
    return pointed[1] if pointed else text.strip()


def _note(found: TableFile, row: Row, column: Column, plain: str) -> None:
    index = found.columns[column.name]
    text, row.cells[index] = row.cells[index], plain
    what = "a whole number from 1" if column.type == "integer" else "written without spaces around it"
    message = f"{short(text)!r} is not {what}"
    fix = f"Write {plain}." if plain else "Leave the cell empty."
    found.note("bad_cell", message, row, column.name, read=True, mend=Write(plain, index), fix=fix)
