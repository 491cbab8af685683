"""Build the workbooks in examples/workbooks/ from what `cells.json` there says; `--check` compares them instead.

`faulty.xlsx` is a template as somebody fills it in who makes one of each common mistake.
"""

import io
import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from foidata.letters.convert import questionnaires
from foidata.packages.workbook.blank import blank
from foidata.packages.workbook.layout import DATASET, sheets

FOLDER = Path(__file__).parents[1] / "examples" / "workbooks"
TITLE = "FOI replies about modern slavery"


@cache
def template() -> bytes:
    """The template with the questions of a questionnaire."""
    return blank(TITLE, next(one for one in questionnaires() if one.id == "leads-funding-training"))


def cell_of(name: str) -> str:
    """The sheet and place of a cell that is named by sheet, row of data and column.

    `funding 1 amount_value` is `funding!L2`. A name that is a place already, such as `Sheet1!A1`, stays.
    """
    if "!" in name:
        return name
    sheet, *row, column = name.split()
    at = [field.name for field in sheets()[sheet].fields].index(column)
    return f"{sheet}!B{at + 2}" if sheet == DATASET else f"{sheet}!{get_column_letter(at + 1)}{int(row[0]) + 1}"


def edited(data: bytes, cells: Mapping[str, Any]) -> bytes:
    """A workbook after another program opened it, wrote these cells and saved it; null empties a cell."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for name, value in cells.items():
        sheet, place = cell_of(name).split("!")
        page = book[sheet] if sheet in book.sheetnames else book.create_sheet(sheet)
        page[place].value = value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def values_of(data: bytes) -> dict[str, list[list[Any]]]:
    """What stands on each sheet."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book}


def said() -> dict[str, Any]:
    """What cells.json says: what the officer wrote, and each mistake with the cells that mend it."""
    return json.loads((FOLDER / "cells.json").read_text("utf-8"))


def faulty() -> bytes:
    """The workbook with one of each common mistake."""
    whole = said()
    cells = dict(whole["filled"])
    for mistake in whole["mistakes"]:
        cells |= mistake["write"]
    return edited(template(), cells)


def main() -> None:
    path = FOLDER / "faulty.xlsx"
    if "--check" not in sys.argv:
        path.write_bytes(faulty())
    elif values_of(path.read_bytes()) != values_of(faulty()):
        raise SystemExit("faulty.xlsx is not as cells.json says: run scripts/build_workbooks.py")


if __name__ == "__main__":
    main()
