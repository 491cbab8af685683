"""Values in the form in which a person meets them in a cell, each so that reading gives the same value back."""

import datetime
from collections.abc import Mapping
from typing import Any

from foidata.packages.cells import cell
from foidata.packages.habits import joined, period_of
from foidata.packages.labels import meant, shown
from foidata.packages.table import Column
from foidata.packages.workbook.layout import Field, Sheet
from foidata.packages.workbook.texts import Texts, fits_a_cell
from foidata.standard.response import Source

Form = str | float
"""What stands in a cell: text, or a number."""

_BOUNDS = ("kind", "start", "end")


def forms(sheet: Sheet, row: Mapping[str, Any], texts: Texts) -> dict[str, Form]:
    """The cells of a row that hold something, by column; what no cell can hold is put among the texts.

    A period is its label alone, where the label leads back to it.
    """
    left_out = {name for field in sheet.fields if field.column.derived for name in _said_by_label(field.column, row)}
    found = {}
    for field in sheet.fields:
        value = row.get(field.name)
        if value is not None and field.name not in left_out:
            found[field.name] = _form(field, value, texts)
    return found


def _said_by_label(column: Column, row: Mapping[str, Any]) -> list[str]:
    """The columns of a period that its label makes needless."""
    names = ["_".join((*column.path, bound)) for bound in _BOUNDS]
    label = row.get(column.name)
    period = period_of(label) if label else None
    if period is None or [getattr(period, bound) for bound in _BOUNDS] != [row.get(name) for name in names]:
        return []
    return names


def _form(field: Field, value: Any, texts: Texts) -> Form:
    match value:
        case bool():
            return "Yes" if value else "No"
        case int() | float():
            return value if float(f"{value:.15g}") == value else cell(value)
        case datetime.date():
            return value.isoformat()
        case list():
            text = joined(value, field.column)
        case _:
            text = _words(field.column, str(value))
    letter = (field.record, field.column.path[-1:]) == (Source, ("text",))
    return texts.put(text) if letter or not fits_a_cell(text) else text


def _words(column: Column, text: str) -> str:
    """A text, or the label of a code."""
    if column.codelist is None:
        return text
    words = shown(column.codelist, text)
    return words if meant(column.codelist, words) == text else text
