"""What stands in cells, as text."""

import datetime
from collections.abc import Mapping
from typing import Any

from foidata.packages.cells import cell

A_DATE = "the spreadsheet made a date or time of this cell"
NO_VALUE = "the formula in this cell has no value yet"
ERROR = "the formula in this cell gives an error"

FIXES: Mapping[str, str] = {
    A_DATE: "Format the cell as text, then write again what you meant.",
    NO_VALUE: "Open and save the workbook in Excel or LibreOffice, or write the value itself.",
    ERROR: "Write the value itself, or empty the cell.",
}
"""What to do about each thing that can be wrong with a cell."""


def text_of(value: Any) -> str:
    """The text that stands for what a spreadsheet keeps in a cell.

    Days are in ISO form, numbers without a needless point and to the fifteen digits that spreadsheets show.

    >>> text_of(2023.0), text_of(0.1 + 0.2), text_of(True), text_of(datetime.datetime(2024, 3, 12))
    ('2023', '0.3', 'true', '2024-03-12')
    """
    match value:
        case str():
            return value
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime():
            return value.isoformat(sep=" ")
        case datetime.time() | datetime.timedelta():
            return str(value)
        case float():
            return cell(float(f"{value:.15g}"))
    return cell(value)


def oddity(value: Any) -> str | None:
    """What is wrong with a cell that spreadsheets fill by themselves: a day or a time of day, unless days are meant."""
    return A_DATE if isinstance(value, datetime.date | datetime.time | datetime.timedelta) else None
