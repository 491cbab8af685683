"""What to write instead of a value that is not in its form, where it is known what people mean by it."""

from collections.abc import Mapping
from dataclasses import replace

from foidata.packages.cellforms import is_day
from foidata.packages.columns import column_at
from foidata.packages.fault import Fault
from foidata.packages.mends import Write
from foidata.packages.place import steps_of
from foidata.packages.table import Column
from foidata.standard.record import Record

_HABITUAL = ("enum", "string_pattern_mismatch")
"""The kinds of fault that a code or a day is when it is written as people do."""


def explained(fault: Fault, record: type[Record], pointer: str = "") -> Fault:
    """A fault of a record at a pointer, with what to write instead; and with its mend where that is certain."""
    if fault.kind not in _HABITUAL or not isinstance(fault.value, str):
        return fault
    column = column_at(record, steps_of(fault.pointer.removeprefix(pointer)))
    fix, right = _instead(fault.value, column) if column else (None, None)
    context: Mapping[str, object] = {**fault.context, "fix": fix} if fix else fault.context
    return replace(fault, context=context, mend=Write(right) if right else None)


def _instead(text: str, column: Column) -> tuple[str | None, str | None]:
    """What to do, and what to write where that is certain."""
    from foidata.packages.habits import habit  # noqa: PLC0415  # the finders of letters are heavy, and seldom needed
    from foidata.packages.labels import meant  # noqa: PLC0415  # the same

    if column.codelist and column.type == "array":
        code = meant(column.codelist, text)
        return (f"Write {code}.", code) if code else (None, None)
    found = habit(text, column) if column.codelist or is_day(column) else None
    return (found.fix, found.text) if found else (None, None)
