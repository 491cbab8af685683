"""What the cells of a workbook look like."""

from collections.abc import Mapping
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from foidata.packages.workbook.forms import Form
from foidata.packages.workbook.guidance import Look
from foidata.packages.workbook.layout import Field

Looks = Mapping[str, Format]

INK, DEEP, PALE, AMBER, GREY = "#1F2A37", "#1D4F63", "#E3EEF2", "#FFF2CC", "#8A97A6"

_HEADER = {"bold": True, "text_wrap": True, "valign": "vcenter"}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "text": {"text_wrap": True, "num_format": "@"},
    "whole": {"num_format": "0", "align": "left"},
    "number": {},
    "pounds": {"num_format": "#,##0"},
    "pence": {"num_format": "#,##0.00"},
    "given": {"text_wrap": True, "num_format": "@", "bg_color": PALE},
    "needed": _HEADER | {"bg_color": DEEP, "font_color": "white"},
    "header": _HEADER | {"bg_color": PALE, "font_color": DEEP},
    "meaning": {"text_wrap": True, "font_color": INK},
    "code": {"font_color": GREY},
    "missing": {"bg_color": AMBER},
    Look.TITLE.value: {"bold": True, "font_size": 20, "font_color": DEEP},
    Look.HEADING.value: {"bold": True, "font_size": 14, "font_color": DEEP, "valign": "bottom"},
    Look.WORDS.value: {"text_wrap": True},
    Look.NAME.value: {"font_color": DEEP, "underline": 1, "bold": True},
    Look.HEADER.value: {"bold": True, "bg_color": DEEP, "font_color": "white", "text_wrap": True},
    Look.EXAMPLE.value: {"text_wrap": True, "border": 1, "border_color": GREY},
}
_UNLOCKED = ("text", "whole", "number", "pounds", "pence", "given")
"""The looks of cells that a person fills in."""


def looks(book: xlsxwriter.Workbook) -> Looks:
    """The formats of a workbook by name."""
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
    return {
        name: book.add_format(base | {"locked": name not in _UNLOCKED} | dict(look)) for name, look in _LOOKS.items()
    }


def look_of(field: Field, form: Form | None = None) -> str:
    """The look of a field's cells, or of one that holds something."""
    match field.column.type:
        case "integer":
            return "whole"
        case "number" if field.is_money and isinstance(form, int | float):
            return "pounds" if float(form).is_integer() else "pence"
        case "number":
            return "number"
    return "text"


def put(page: Worksheet, row: int, column: int, form: Form, look: Format) -> None:
    """Put a text or a number in a cell: text stays text, whatever it looks like."""
    if isinstance(form, str):
        page.write_string(row, column, form, look)
    else:
        page.write_number(row, column, form, look)


def printed(page: Worksheet, *, landscape: bool = True) -> None:
    """Print on A4, as wide as the sheet."""
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.5, 0.5)
    if landscape:
        page.set_landscape()


def guarded(page: Worksheet, *may: str) -> None:
    """Protect what is locked, without a password; sizes can be changed."""
    page.protect("", dict.fromkeys(("format_columns", "format_rows", *may), True))
