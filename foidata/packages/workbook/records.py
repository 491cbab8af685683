"""Put the records of a workbook together: cells as people fill them in become values."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from foidata.packages.assembly import Assembly, Plan, Spot, inside
from foidata.packages.cells import EXPECTED
from foidata.packages.codelists import codelist
from foidata.packages.grouping import Grouping
from foidata.packages.habits import Habit, cells_instead, habit, period_of, status_instead
from foidata.packages.judge import without_repeats
from foidata.packages.labels import meant, shown
from foidata.packages.place import Place, steps_of
from foidata.packages.table import DATASET, Column, Table
from foidata.packages.tableplaces import TablePlaces
from foidata.packages.workbook.complete import answer_id
from foidata.packages.workbook.layout import TEXTS, titled
from foidata.packages.workbook.sheetcells import A_DATE, FIXES
from foidata.packages.workbook.sheetfile import SheetRow, UprightFile
from foidata.packages.workbook.texts import number_in
from foidata.standard.codes import Qualifier, Status
from foidata.standard.dataset import Header
from foidata.standard.values import ANSWER_ID_PATTERN, DAY_PATTERN, PARTIAL_DAY_PATTERN

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_BOUNDS = ("kind", "start", "end")
_QUALIFIERS = {
    frozenset({"value"}): Qualifier.EXACT,
    frozenset({"low"}): Qualifier.AT_LEAST,
    frozenset({"high"}): Qualifier.AT_MOST,
    frozenset({"low", "high"}): Qualifier.RANGE,
}
"""The qualifier that the numbers of a quantity give, by which of them there are."""
_A_PERIOD = "Write 2023/24 for the financial year, 2023 for the calendar year, 2023-12 for a month."


class SheetPlaces(TablePlaces):
    """Finds the cells of values; what is said of the dataset stands on a sheet of its own."""

    def __init__(self, file: str, about: UprightFile | None) -> None:
        super().__init__(file)
        self.about = about

    def in_header(self, pointer: str) -> Place:
        """The cell of what is said of the dataset."""
        return self.about.place(None, "_".join(steps_of(pointer))) if self.about else Place(self.file)


class Records(Assembly):
    """The tables of a workbook while their records are put together."""

    texts_are_plain = False
    expected: Mapping[str, str] = {**EXPECTED, "boolean": "Yes or No", "date": "a day such as 2024-03-12"}

    def __init__(self, grouping: Grouping, about: UprightFile | None, texts: Mapping[int, str], data: bytes) -> None:
        super().__init__(grouping)
        self._about = about
        self._texts = texts
        self._data = data
        if about is not None:
            self._plans[DATASET] = Plan(about)

    def header(self, said: Any) -> Header | None:
        """The header that the sheet of the dataset gives; none when there is no such sheet, which is noted already."""
        if self._about is None:
            return None
        start = len(self.faults)
        said = self._built(DATASET, self._about.rows[0], "")
        known = self.faults[start:]
        header = super().header(said)
        self.faults[start:] = known + without_repeats(self.faults[start + len(known) :], known)
        return None if known else header

    def value(self, spot: Spot, column: Column, text: str) -> Any:
        """The value of a cell, where it is certain what a person meant."""
        odd, text = _oddity(spot, column), text.strip()
        number = number_in(text)
        if odd:
            return self._refused(spot, column, f"{odd}, where {_wanted(column)} is needed", text, FIXES[odd])
        if number is None:
            return text if _is_free(column) else self._understood(spot, column, text)
        if number not in self._texts:
            return self._refused(spot, column, f"the sheet {TEXTS} has no text {number}", text, None)
        return super().value(spot, column, self._texts[number])

    def _understood(self, spot: Spot, column: Column, text: str) -> Any:
        """The value of a text as people write it."""
        found = habit(text, column)
        if found and found.text is None:
            return self._refused(
                spot, column, f"{text!r} is not {self.expected[column.type]}", text, _fix(found, column)
            )
        if column.codelist and not found and _is_no_code(column, text):
            codes = column.schema.get("enum") or [row["code"] for row in codelist(column.codelist)]
            known = tuple(shown(column.codelist, code) for code in codes)
            message = f"{text!r} is not on the list of choices"
            self.faults.append(spot.fault("enum", column, message, text, known=known))
            return text
        value = super().value(spot, column, found.text if found and found.text else text)
        return _as_answer_id(value, column)

    def _refused(self, spot: Spot, column: Column, message: str, text: str, fix: str | None) -> str:
        """Note a cell that does not say what it means; the text itself is given."""
        self.faults.append(spot.fault("bad_cell", column, message, text, fix=fix))
        return text

    def settle(self, spot: Spot, derived: Iterable[Column], record: dict[str, Any]) -> None:
        """Make periods of their labels, and qualifiers of the numbers that are there."""
        for column in derived:
            text = spot.file.cell(spot.row, column.name).strip()
            if text:
                self._settle_period(spot, column, text, record)
        for path in _quantities(spot.file.table):
            quantity = inside(record, path)
            if quantity and "qualifier" not in quantity:
                qualifier = _QUALIFIERS.get(frozenset(quantity.keys() & {"value", "low", "high"}))
                quantity |= {"qualifier": qualifier.value} if qualifier else {}

    def _settle_period(self, spot: Spot, column: Column, text: str, record: dict[str, Any]) -> None:
        period = inside(record, column.path)
        meant = None if _oddity(spot, column) else period_of(text)
        if any(bound in period for bound in _BOUNDS):
            said = meant and [getattr(meant, bound) for bound in _BOUNDS]
            if said != [period.get(bound) for bound in _BOUNDS]:
                super().settle(spot, [column], record)
        elif meant is None:
            odd = _oddity(spot, column)
            message = f"{odd}, where a period is needed" if odd else f"{text!r} is not one period"
            self.faults.append(spot.fault("bad_cell", column, message, text, fix=_A_PERIOD))
        else:
            for step in column.path:
                record = record.setdefault(step, {})
            record |= {bound: str(given) for bound in _BOUNDS if (given := getattr(meant, bound)) is not None}

    def complete(self, record: dict[str, Any], pointer: str) -> None:  # noqa: ARG002  # others need it
        """Data that was typed in has the workbook itself for its source."""
        source = record.setdefault("source", {})
        if not source.keys() & {"name", "media_type", "sha256", "text"}:
            name = PurePath(self.places.file).name
            source |= {"name": name, "media_type": MEDIA_TYPE, "sha256": sha256(self._data).hexdigest()}


def _fix(found: Habit, column: Column) -> str:
    """What to do about a habit, with columns as headers call them and codes as labels."""
    if found.status:
        return status_instead(column.name, found.status, _named)
    return cells_instead(column.name, found.quantity, _named) if found.quantity else found.fix


def _named(word: str) -> str:
    """What people call a column, a status or a qualifier; a number as it is."""
    return {str(code): code.label for code in (*Status, *Qualifier)}.get(word) or titled(word)


@cache
def _is_free(column: Column) -> bool:
    """Whether a column holds any text, so that there is nothing to understand."""
    patterns = (ANSWER_ID_PATTERN, DAY_PATTERN, PARTIAL_DAY_PATTERN)
    return column.type == "string" and column.codelist is None and column.schema.get("pattern") not in patterns


@cache
def _quantities(table: Table) -> tuple[tuple[str, ...], ...]:
    """Where the quantities of a record stand."""
    return tuple(column.path[:-1] for column in table.columns if column.codelist == Qualifier.list_name())


def _as_answer_id(value: Any, column: Column) -> Any:
    """The value, or the values of the list, with the ids of answers in their one form."""
    patterns = [schema.get("pattern") for schema in (column.schema, column.schema.get("items", {}))]
    if ANSWER_ID_PATTERN not in patterns:
        return value
    return [answer_id(str(one)) for one in value] if isinstance(value, list) else answer_id(str(value))


def _is_no_code(column: Column, text: str) -> bool:
    """Whether a text is neither on the list of its column nor a code that a publisher added."""
    pattern = column.schema.get("pattern")
    return (
        column.type == "string"
        and not (pattern and re.search(str(pattern), text))
        and meant(str(column.codelist), text) is None
    )


def _oddity(spot: Spot, column: Column) -> str | None:
    """What is wrong with a cell itself; that it is a date is right where days are meant."""
    odd = spot.row.odd.get(spot.file.columns[column.name]) if isinstance(spot.row, SheetRow) else None
    days = column.schema.get("pattern") in (DAY_PATTERN, PARTIAL_DAY_PATTERN)
    return None if odd == A_DATE and days else odd


def _wanted(column: Column) -> str:
    """What a column holds, in a few words."""
    words = {"integer": "a whole number", "number": "a number", "boolean": "yes or no", "date": "a day"}
    return words.get(column.type, "a choice" if column.codelist else "text")
