"""Whether the text of a cell is in the form that its column has."""

import re
from functools import cache

from foidata.packages.cells import value_of
from foidata.packages.codelists import codelist
from foidata.packages.table import Column
from foidata.standard.values import DAY_PATTERN, PARTIAL_DAY_PATTERN

OF_SHAPE = ("enum", "string_pattern_mismatch")
"""Misfits that the model of the record names too."""
_DAYS = (DAY_PATTERN, PARTIAL_DAY_PATTERN)


def is_free_text(column: Column) -> bool:
    """Whether a column holds words as somebody wrote them, and neither codes nor days nor ids."""
    return column.type == "string" and column.codelist is None and "pattern" not in column.schema


def is_day(column: Column) -> bool:
    """Whether a column holds days, or days as exact as the letter gives them."""
    return column.schema.get("pattern") in _DAYS


def misfit(text: str, column: Column) -> str | None:
    """The kind of fault that a text is in its column, as far as the column alone can tell."""
    pattern = DAY_PATTERN if column.type == "date" else column.schema.get("pattern")
    if pattern is not None and column.type in ("string", "date"):
        return None if _compiled(pattern).fullmatch(text) else "string_pattern_mismatch"
    if column.codelist is not None and column.type == "string":
        return None if text in _codes(column.codelist) else "enum"
    try:
        value_of(text, column.type)
    except ValueError as error:
        return str(error)
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _codes(name: str) -> frozenset[str]:
    return frozenset(row["code"] for row in codelist(name))
