"""The sheets of a workbook and their columns: the tables of the data package, as a person meets them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from foidata.packages.codelists import CodeRow
from foidata.packages.fieldschemas import property_schemas
from foidata.packages.labels import alike, choices
from foidata.packages.table import DATASET, LAST, Column, Table, table_of_header, tables_of_standard
from foidata.standard.answer import Coding, Question
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record, record_in
from foidata.standard.response import Conversion, Request, Source

GUIDANCE = "guidance"
TEXTS = "texts"
LISTS = "lists"

_OF_THE_TOOLKIT: Mapping[type[Record], tuple[str, ...]] = {
    Question: ("number", "id", "periods_asked"),
    Request: ("questionnaire",),
    Period: ("kind", "start", "end", "stated"),
    Source: tuple(name for name in Source.model_fields if name != "url"),
    Conversion: tuple(Conversion.model_fields),
    Coding: tuple(Coding.model_fields),
}
"""The fields that a person who fills in a workbook has no need of: their columns are hidden."""

_OUT_OF_SIGHT = ("questionnaires", "questions", TEXTS)
"""The sheets that are hidden."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A column of a sheet."""

    column: Column
    record: type[Record]
    """The record that holds its value."""
    is_made: bool
    """Whether it is made of the others where it is left empty: what a row belongs to, its id, its place."""

    @property
    def name(self) -> str:
        """The name of the table's column."""
        return self.column.name

    @property
    def title(self) -> str:
        """What stands in the header: the name in words. A star marks what must be filled in."""
        return f"{titled(self.name)}{' *' if self.is_needed else ''}"

    @property
    def is_needed(self) -> bool:
        """Whether a person must fill it in."""
        return self.column.required and not self.is_hidden and not self.is_made

    @property
    def is_hidden(self) -> bool:
        """Whether only the toolkit needs it."""
        if self.name == "position":
            return True
        own = _OF_THE_TOOLKIT.get(self.record, ())
        return bool(self.column.path) and self.column.path[-1] in own and self.column.derived is None

    @property
    def is_money(self) -> bool:
        """Whether its number is a sum of money."""
        return self.record is Quantity and self.column.path[0] in ("amount", "annual_cost")

    @property
    def choice(self) -> str | None:
        """The list on the sheet of lists from which it is chosen, by its title."""
        if self.column.codelist is None:
            return None
        name = titled(self.column.codelist)
        return f"{name} of a fact or part" if self._codes else name

    @property
    def choices(self) -> tuple[CodeRow, ...]:
        """The codes that may be chosen."""
        return choices(self.column.codelist, self._codes) if self.column.codelist else ()

    @property
    def _codes(self) -> tuple[str, ...] | None:
        """The codes, where not all of the list are allowed."""
        allowed = tuple(self.column.schema.get("enum", ()))
        all_of_them = choices(self.column.codelist) if self.column.codelist else ()
        return allowed if 0 < len(allowed) < len(all_of_them) else None


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet of a workbook: one table."""

    table: Table
    fields: tuple[Field, ...]

    @property
    def name(self) -> str:
        """Its name, which is the table's."""
        return self.table.name

    @property
    def is_hidden(self) -> bool:
        """Whether only the toolkit needs it."""
        return self.name in _OUT_OF_SIGHT

    @property
    def is_filled_in(self) -> bool:
        """Whether a person fills it in; the others are there only when they hold something."""
        return self.name not in LAST

    def field(self, header: str) -> Field | None:
        """The field that a header cell means: its name or its title, whatever their case, spaces and stars."""
        return _by_header(self.name).get(alike(header.replace("*", " ")))


def titled(name: str) -> str:
    """The name of a column in words.

    >>> titled("amount_low"), titled("answer_id"), titled("id"), titled("period_label")
    ('Amount low', 'Answer', 'Id', 'Period')
    """
    words = re.sub("_id$|(?<=period)_label$", "", name).replace("_", " ").capitalize()
    return re.sub(r"\b(?:fte|url)\b", lambda found: found[0].upper(), words, flags=re.IGNORECASE)


@cache
def sheets() -> Mapping[str, Sheet]:
    """The sheets that hold tables, by name, in their order; `dataset`, which stands upright, is one row."""
    found = {DATASET: _sheet(table_of_header())}
    for name, table in tables_of_standard().items():
        found[name] = _sheet(_with_text(table) if name == "responses" else table)
    return found


def _with_text(table: Table) -> Table:
    """The table of responses with the text of the letter, which a data package has in a file of its own."""
    schema = property_schemas(Source)["text"]
    text = Column("source_text", ("source", "text"), "string", schema, required=False)
    return replace(table, columns=(*table.columns, text))


def _sheet(table: Table) -> Sheet:
    """The sheet of a table.

    Of what is derived of a period it has only the label, before the period's own columns; what is hidden stands last.
    """
    made = ["response_id", table.order, *(["id"] if table.has_id else [])]
    columns = [column for column in table.columns if column.derived is None]
    for label in (column for column in table.columns if column.derived == "label"):
        columns.insert(next(at for at, one in enumerate(columns) if one.path[:-1] == label.path), label)
    fields = [Field(column, _holder(table.record, column.path), column.name in made) for column in columns]
    return Sheet(table, tuple(sorted(fields, key=lambda field: field.is_hidden and field.record is not Period)))


def _holder(record: type[Record], path: tuple[str, ...]) -> type[Record]:
    """The record that holds the value at the end of a path."""
    for step in path[:-1]:
        inner, _ = record_in(record.model_fields[step].annotation)
        record = inner or record
    return record


@cache
def _by_header(name: str) -> Mapping[str, Field]:
    fields = sheets()[name].fields
    titles = {alike(titled(field.name)): field for field in fields}
    return titles | {alike(field.name): field for field in fields}
