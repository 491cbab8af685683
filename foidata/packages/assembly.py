"""Put the records of a dataset together from the rows of tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson
from pydantic import ValidationError

from foidata.packages.cellforms import OF_SHAPE, is_free_text, misfit
from foidata.packages.cells import EXPECTED, value_of
from foidata.packages.days import days_meant
from foidata.packages.fault import Fault, short
from foidata.packages.grouping import Grouping
from foidata.packages.judge import judge, without_repeats
from foidata.packages.loaded import Loaded
from foidata.packages.mends import Mend, Write
from foidata.packages.place import pointer_to, within
from foidata.packages.table import DERIVED, Column, Table
from foidata.packages.tablefile import Row, TableFile
from foidata.packages.tableplaces import Key, TablePlaces
from foidata.standard.dataset import Header
from foidata.standard.period import Period
from foidata.standard.response import Response

if TYPE_CHECKING:
    from foidata.packages.habits import Habit

_AS_TEXT = ("string", "date")
"""The types of columns whose values are texts: that one is a text says nothing yet of its form."""
_HARMLESS = ("derived_differs",)
"""Faults that leave a record as it is."""


class Assembly:
    """Tables while their records are put together."""

    texts_are_plain = True
    """Whether the text of a cell is the value, where its column holds text."""
    expected: Mapping[str, str] = EXPECTED
    """What a cell of each type looks like."""

    def __init__(self, grouping: Grouping) -> None:
        self.faults = grouping.faults
        self.places: TablePlaces = grouping.places
        self.grouping = grouping
        self._used: set[tuple[str, Key]] = set()
        self._plans = {name: Plan(file) for name, file in self.places.files.items()}

    def loaded(self, name: str, said: Any, **more: Any) -> Loaded:
        """All that could be read of a dataset, of which `said` is the header without its questionnaires."""
        header = self.header(said)
        responses = list(self.responses())
        orphaned = set(self.orphaned())
        responses = [(number, one) for number, one in responses if f"/responses/{number}" not in orphaned]
        if not self.places.rows("responses"):
            self.faults.append(Fault("empty", "/responses", "the dataset has no responses"))
        return Loaded(name, header, tuple(responses), tuple(self.faults), self.places, **more)

    def header(self, said: Any) -> Header | None:
        """The header: what is said of the dataset, and the questionnaires."""
        start = len(self.faults)
        rows = self.places.rows("questionnaires")
        built = [self._built("questionnaires", row, f"/questionnaires/{number}") for number, row in enumerate(rows)]
        if isinstance(said, dict):
            for name in (name for name in ("questionnaires", "responses") if name in said):
                message = f"{name} stand in their own table, not in the descriptor"
                self.faults.append(Fault("extra_forbidden", "", message, name, self.places.in_header(f"/{name}")))
            said = {name: value for name, value in said.items() if name not in ("questionnaires", "responses")}
            said |= {"questionnaires": built} if built else {}
        header, faults = judge(Header, orjson.dumps(said))
        self.faults += without_repeats(faults, self._unread_since(start))
        earlier = any(within(fault.pointer, "/questionnaires") for fault in self.faults[:start])
        return None if earlier or self._harmed_since(start) else header

    def responses(self) -> Iterator[tuple[int, Response]]:
        """Each response that has no fault, with its number."""
        harmed = {fault.pointer for fault in self._unread_since(0)}
        for number, row in enumerate(self.places.rows("responses")):
            start = len(self.faults)
            pointer = f"/responses/{number}"
            record = self._built("responses", row, pointer)
            self.complete(record, pointer)
            response, faults = judge(Response, orjson.dumps(record), pointer)
            self.faults += without_repeats(faults, self._unread_since(start))
            if response and self.grouping.whole and pointer not in harmed and not self._harmed_since(start):
                yield number, response

    def complete(self, record: dict[str, Any], pointer: str) -> None:
        """Add to a response what stands in no table."""

    def orphaned(self) -> Iterator[str]:
        """Note the rows that belong to nothing, and give the pointers of the responses that lack them.

        To be asked when all records have been put together.
        """
        for name, groups in self.places.groups.items():
            for key, rows in groups.items() if self.grouping.whole else ():
                if key and (name, key) not in self._used:
                    for row in rows:
                        yield self.grouping.note_orphan(self.places.files[name], row)

    def _harmed_since(self, start: int) -> bool:
        return any(fault.kind not in _HARMLESS for fault in self._unread_since(start))

    def _unread_since(self, start: int) -> list[Fault]:
        """The faults noted since then that kept something from being read."""
        return [fault for fault in self.faults[start:] if not fault.read]

    def _built(self, name: str, row: Row, pointer: str) -> dict[str, Any]:
        """The record of a row, with the records that belong to it."""
        plan = self._plans[name]
        spot = Spot(plan.file, row, pointer)
        value: dict[str, Any] = {}
        for index, column, inner, free in plan.cells:
            text = row.cells[index]
            if not text:
                continue
            target = value
            for step in column.path[:-1]:
                target = target.setdefault(step, {})
            target[inner] = text if free and self.texts_are_plain else self.value(spot, column, text)
        self.settle(spot, plan.derived, value)
        if plan.file.table.lists:
            self._add_lists(plan.file.table, row, value, pointer)
        return value

    def _add_lists(self, table: Table, row: Row, value: dict[str, Any], pointer: str) -> None:
        scope = self.places.scope(table, row)
        for one in table.lists:
            key, rows = self.places.rows_of(one, scope)
            if rows:
                self._used.add((one.table, key))
                target = value
                for step in one.path[:-1]:
                    target = target.setdefault(step, {})
                inside = f"{pointer}/{'/'.join(one.path)}"
                target[one.path[-1]] = [
                    self._built(one.table, below, f"{inside}/{number}") for number, below in enumerate(rows)
                ]

    def value(self, spot: "Spot", column: Column, text: str) -> Any:
        """The value of a cell. One that is not in the form of its column is noted, and read where it is clear.

        Otherwise one that is not of its column's type stays text.
        """
        try:
            value = value_of(text, column.type)
        except ValueError as error:
            return self._as_meant(str(error), spot, column, text)
        kind = misfit(text, column) if column.type in _AS_TEXT else None
        return value if kind is None else self._as_meant(kind, spot, column, text)

    def _as_meant(self, kind: str, spot: "Spot", column: Column, text: str) -> Any:
        """Note what is wrong with a cell, and give the value that is meant, where that is clear; the text elsewhere."""
        found = _habit(text, column, spot.file)
        if found is not None and found.text is not None:
            mend = Write(found.text, spot.file.columns[column.name]) if spot.file.is_text else None
            message = self._message(kind, text, column)
            self.faults.append(spot.fault(kind, column, message, text, read=True, mend=mend, fix=found.fix))
            return value_of(found.text, column.type)
        if kind in OF_SHAPE:
            return text  # the record's model says so
        message = self._message(kind, text, column)
        self.faults.append(spot.fault(kind, column, message, text, fix=found.fix if found else None))
        return text

    def settle(self, spot: "Spot", derived: Iterable[Column], record: dict[str, Any]) -> None:
        """Note the derived cells that contradict the period of a record, or say the same in another form."""
        for column in derived:
            text = spot.file.cell(spot.row, column.name)
            if text:
                period = inside(record, column.path)
                right = _derived(period.get("kind"), period.get("start"), period.get("end"))
                if right is not None and text != right[column.derived or ""]:
                    self._note_derived(spot, column, text, right[column.derived or ""])

    def _note_derived(self, spot: "Spot", column: Column, text: str, right: str) -> None:
        if right and column.type == "date" and _is_the_day(text, right):
            mend = Write(right, spot.file.columns[column.name]) if spot.file.is_text else None
            message = self._message("bad_cell", text, column)
            self.faults.append(
                spot.fault("bad_cell", column, message, text, read=True, mend=mend, fix=f"Write {right}.")
            )
            return
        message = f"{column.name} says {short(text)}, but the period makes it {right or 'empty'}"
        self.faults.append(spot.fault("derived_differs", column, message, text))

    def _message(self, kind: str, text: str, column: Column) -> str:
        """What is wrong with a cell."""
        shown = repr(short(text))
        match kind:
            case "bad_cell":
                return f"{shown} is not {self.expected[column.type]}"
            case "enum":
                return f"{shown} is not on the list of codes for {column.path[-1]}"
            case "string_pattern_mismatch":
                return f"{shown} is not of the form that {column.path[-1]} needs"
        return f"{shown} is not a value that JSON can hold: {kind.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class Spot:
    """The row of which a record is being made."""

    file: TableFile
    row: Row
    pointer: str
    """The pointer of the record."""

    def fault(  # what a fault is
        self,
        kind: str,
        column: Column,
        message: str,
        text: str,
        *,
        read: bool = False,
        mend: Mend | None = None,
        **context: Any,
    ) -> Fault:
        """What is wrong with one of its cells."""
        at = f"{self.pointer}{pointer_to(*column.path)}"
        more = {name: one for name, one in context.items() if one is not None}
        place = self.file.place(self.row, column.name)
        return Fault(kind, at, message, short(text), place, more, read=read, mend=mend)


class Plan:
    """How the rows of one file become records: which cell is which value."""

    def __init__(self, file: TableFile) -> None:
        self.file = file
        there = [column for column in file.table.columns if column.name in file.columns and column.path]
        self.cells = [
            (file.columns[one.name], one, one.path[-1], is_free_text(one)) for one in there if one.derived is None
        ]
        """Where each value stands, its column, what it is called in its record, and whether any text is right there."""
        self.derived = [one for one in there if one.derived]


def inside(record: dict[str, Any], path: Iterable[str]) -> dict[str, Any]:
    """The object at the end of some steps; an empty one that is not the record's when there is none."""
    for step in path:
        record = record.get(step, {})
    return record


def _habit(text: str, column: Column, file: TableFile) -> "Habit | None":
    """What the text means, where it is a habit of people."""
    from foidata.packages.habits import habit  # noqa: PLC0415  # the finders of letters are heavy, and seldom needed

    return habit(text, column, day_first=file.day_first)


def _is_the_day(text: str, right: str) -> bool:
    """Whether a text can mean that day."""
    said = days_meant(text)
    return said is not None and right in [day.isoformat() for day in said.days]


@lru_cache(maxsize=4096)
def _derived(kind: str | None, start: str | None, end: str | None) -> dict[str, str] | None:
    """What is derived of a period, as cells; empty cells of no period, and nothing of one that is wrong."""
    if kind is None:
        return dict.fromkeys(DERIVED, "")
    try:
        period = Period.make(kind=kind, start=start, end=end)
    except ValidationError:
        return None
    return {name: str(getattr(period, name) or "") for name in DERIVED}
