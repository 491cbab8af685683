"""The column that a value of a record would stand in."""

from collections.abc import Iterable
from functools import cache

from foidata.packages.table import Column, columns_of, tables_of_standard
from foidata.standard.record import Record, record_in


def column_at(record: type[Record], steps: Iterable[str | int]) -> Column | None:
    """The column of the value that steps lead to from a record; that of a list for one of its values.

    >>> from foidata.standard.response import Response
    >>> column_at(Response, ("answers", 0, "funding", "1", "amount", "value")).name
    'amount_value'
    """
    return _column(record, tuple(str(step) for step in steps if not str(step).isdigit()))


@cache
def _column(record: type[Record], path: tuple[str, ...]) -> Column | None:
    """The column of a path on which no list is counted."""
    columns = {column.path: column for column in _columns(record) if not column.derived}
    if path in columns:
        return columns[path]
    around: type[Record] | None = record
    for number, step in enumerate(path[:-1], 1):
        field = around.model_fields.get(step) if around else None
        around, many = record_in(field.annotation) if field else (None, False)
        if around is not None and many:
            return _column(around, path[number:])
    return None


@cache
def _columns(record: type[Record]) -> tuple[Column, ...]:
    table = next((one for one in tables_of_standard().values() if one.record is record), None)
    return table.columns if table else tuple(columns_of(record))
