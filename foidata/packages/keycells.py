"""The cells of a table that say what its rows belong to, and which in their list they are."""

import re

from foidata.packages.fault import short
from foidata.packages.mends import Write
from foidata.packages.tablefile import TableFile

_POINTED = re.compile(r"0*([1-9][0-9]{0,8})(?:\.0*)?")
"""A whole number as programs write it that know only numbers with a point."""


def settle_keys(found: TableFile) -> None:
    """Write keys and positions in the one form in which they are compared, and note those that had another.

    Spaces around them go, and so does what follows the point of a whole number.
    """
    table = found.table
    names = dict.fromkeys((*table.keys, *(["id"] if table.has_id else []), table.order))
    for column in (one for one in table.columns if one.name in names and one.name in found.columns):
        index = found.columns[column.name]
        for row in found.rows:
            text = row.cells[index]
            if text.isalnum() and (column.type != "integer" or text[0] != "0"):
                continue
            plain = text.strip()
            pointed = _POINTED.fullmatch(plain) if column.type == "integer" else None
            plain = pointed[1] if pointed else plain
            if plain != text:
                row.cells[index] = plain
                what = "a whole number from 1" if column.type == "integer" else "written without spaces around it"
                message = f"{short(text)!r} is not {what}"
                fix = f"Write {plain}." if plain else "Leave the cell empty."
                found.note("bad_cell", message, row, column.name, read=True, mend=Write(plain, index), fix=fix)
