"""The tables of a dataset, found in the models: a new field is a new column, a new list of records a new table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter

from foidata.packages.fieldschemas import Schema, property_schemas
from foidata.standard.answer import Answer, Part
from foidata.standard.codelist import Codelist
from foidata.standard.dataset import Header, Questionnaire
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Count, Fact
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record, described, record_in
from foidata.standard.response import Response, Source
from foidata.standard.values import AuthorityCode, ExemptionCode, LicenceCode, MeasureCode, PartnershipCode

VALUES: tuple[type[Record], ...] = (Period, Quantity)
"""Records that are values: a list of them is one column."""

_ITEMS: tuple[type[Record], ...] = (Part, *get_args(Fact))
"""Records that other records point at by their number in the list: they carry `item`, the others `position`."""

_IN_FILES = ((Source, "text"),)
"""Fields that are files of their own, not columns."""

_NAMES = {
    (Answer, "parts"): "answer_parts",
    (Source, "parts"): "source_parts",
    (Count, "breakdown"): "count_breakdowns",
}
"""The tables that are not named after the field that holds the list."""

_KEYS = {"evidence": ("response_id", "answer_id", "about", "item"), "doubts": ("response_id", "answer_id")}
"""The keys of the tables whose rows belong to several kinds of record; what does not apply is empty."""

LAST = ("evidence", "questionnaires", "questions", "source_parts", "doubts")
"""The tables that say how the others came about, and stand after them."""
ALWAYS = ("responses", "answers", "evidence")
"""The tables that a package has even when they have no rows."""

DATASET = "dataset"
"""The table of what is said of a dataset as a whole."""
DERIVED = ("label", "first_day", "last_day")
"""What is computed of each period and stands beside it."""

_REFERENCE = {
    TypeAdapter(code).json_schema()["pattern"]: name
    for code, name in (
        (AuthorityCode, "authorities"),
        (ExemptionCode, "exemptions"),
        (LicenceCode, "licences"),
        (MeasureCode, "measures"),
        (PartnershipCode, "partnerships"),
    )
}
"""The reference list of each kind of code, by its pattern."""


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column of a table."""

    name: str
    path: tuple[str, ...]
    """The steps from the row's record to the value; none for a key that the record itself does not hold."""
    type: str
    """Its type in Table Schema: string, integer, number, boolean, date or array."""
    schema: Mapping[str, Any]
    """The JSON Schema of the value."""
    required: bool = True
    """Whether the cell is always filled."""
    codelist: str | None = None
    """The list that its codes come from."""
    derived: str | None = None
    """What it is of the period at `path`, when it is computed: one of `DERIVED`."""


@dataclass(frozen=True, slots=True)
class Sublist:
    """A list of records inside a record: rows of another table."""

    path: tuple[str, ...]
    record: type[Record]
    table: str
    about: str | None = None
    """What its rows are about, when they are evidence."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table: one kind of record a row."""

    name: str
    record: type[Record]
    keys: tuple[str, ...]
    """The columns that say what a row belongs to."""
    order: str
    """The column that says which in the list it is, from 1: `position` or `item`."""
    columns: tuple[Column, ...]
    lists: tuple[Sublist, ...]

    @property
    def has_id(self) -> bool:
        """Whether its records have an id of their own, which is a key too."""
        return _has_id(self.record)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that together name one row."""
        return (*self.keys, "id" if self.has_id else self.order)

    def column(self, name: str) -> Column:
        """The column of a name. Raises KeyError."""
        found = next((column for column in self.columns if column.name == name), None)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def parent(self) -> tuple[str, tuple[str, ...]] | None:
        """The table that its rows belong to, and the columns there that `keys` name."""
        if not self.keys:
            return None
        for table in tables_of_standard().values():
            if any(one.table == self.name for one in table.lists) and self.name not in _KEYS:
                return table.name, table.key
        return "responses", ("id",)


@cache
def tables_of_standard() -> Mapping[str, Table]:
    """Every table of the standard by name, in the order in which a package lists them."""
    found: dict[str, Table] = {}
    _add(found, Response, "responses", ())
    _add(found, Questionnaire, "questionnaires", ())
    return {name: found[name] for name in sorted(found, key=lambda name: LAST.index(name) if name in LAST else -1)}


def table_of_header() -> Table:
    """What is said of a dataset as a whole, as a table of one row, for files that have no other place for it."""
    return Table(DATASET, Header, (), "position", tuple(columns_of(Header)), ())


def _add(found: dict[str, Table], record: type[Record], name: str, keys: tuple[str, ...]) -> None:
    """Add the table of a record and those below it."""
    if name in found:
        return
    keys = _KEYS.get(name, keys)
    order = "item" if record in _ITEMS else "position"
    lists = tuple(_lists(record, name))
    columns = [_key_column(key, name) for key in keys]
    own = list(columns_of(record))
    if _has_id(record):
        columns.append(next(column for column in own if column.name == "id"))
    columns.append(_counted(order, "Which in its list it is, from 1."))
    columns += [column for column in own if column.name != "id" or not _has_id(record)]
    found[name] = Table(name, record, keys, order, tuple(columns), lists)
    below = keys
    if _has_id(record):
        below = (*keys, f"{record.__name__.lower()}_id")
    elif order == "item":
        below = (*keys, "item")
    for one in lists:
        _add(found, one.record, one.table, below)


def columns_of(record: type[Record], path: tuple[str, ...] = (), *, required: bool = True) -> Iterator[Column]:
    """The columns of a record: its plain values and, under its name, those of each record in it."""
    schemas = property_schemas(record)
    for name, field in record.model_fields.items():
        inner, many = record_in(field.annotation)
        here = (*path, name)
        if (record, name) in _IN_FILES or (many and inner is not None and inner not in VALUES):
            continue
        filled = required and field.is_required()
        if inner is None or many:
            schema = schemas[name]
            codes = _codelist(field.annotation, schema)
            yield Column("_".join(here), here, _type(schema), schema, required=filled, codelist=codes)
            continue
        yield from columns_of(inner, here, required=filled)
        if inner is Period:
            yield from _derived(here)


def _derived(path: tuple[str, ...]) -> Iterator[Column]:
    meanings = {
        "label": ("string", "Derived: the period in one short form.", "2014/15"),
        "first_day": ("date", "Derived: the first day of the period.", "2014-04-01"),
        "last_day": ("date", "Derived: the last day of the period.", "2015-03-31"),
    }
    for name in DERIVED:
        kind, meaning, example = meanings[name]
        schema = {"description": meaning, "examples": [example]}
        yield Column("_".join((*path, name)), path, kind, schema, required=False, derived=name)


def _lists(record: type[Record], table: str, path: tuple[str, ...] = ()) -> Iterator[Sublist]:
    """The lists of records in a record, and in the records in it."""
    for name, field in record.model_fields.items():
        inner, many = record_in(field.annotation)
        if inner is None or inner in VALUES:
            continue
        if not many:
            yield from _lists(inner, table, (*path, name))
        elif inner is Evidence:
            yield Sublist((*path, name), inner, "evidence", _about(record, table, path, name))
        else:
            yield Sublist((*path, name), inner, _NAMES.get((record, name), name))


def _about(record: type[Record], table: str, path: tuple[str, ...], field: str) -> str:
    """What a list of evidence is about: the record around it, or what the field is called."""
    if field != "evidence":
        return field
    if path:
        return path[-1]
    return record.__name__.lower() if _has_id(record) else table


def _has_id(record: type[Record]) -> bool:
    return "id" in record.model_fields and record.model_fields["id"].is_required()


def _key_column(name: str, table: str) -> Column:
    """A column that says what a row belongs to."""
    if name == "item":
        return _counted(
            "item", "Which in its list the record is that this belongs to, from 1.", required=table not in _KEYS
        )
    if name == "about":
        meaning = "What these words are evidence for: a table, or a part of the response or answer."
        return Column("about", (), "string", {"enum": abouts(), "description": meaning, "examples": ["leads"]})
    of = {"response_id": Response, "answer_id": Answer, "questionnaire_id": Questionnaire}[name]
    schema = property_schemas(of)["id"] | {"description": f"The {of.__name__.lower()} that this belongs to."}
    return Column(name, (), "string", schema, required=name == "response_id" or table not in _KEYS)


def _counted(name: str, meaning: str, *, required: bool = True) -> Column:
    schema = {"type": "integer", "minimum": 1, "description": meaning, "examples": [1]}
    return Column(name, (), "integer", schema, required=required)


@cache
def abouts() -> tuple[str, ...]:
    """What evidence can be about."""

    def below(record: type[Record], name: str, seen: set[str]) -> Iterator[str]:
        seen.add(name)
        for one in _lists(record, name):
            if one.about:
                yield one.about
            elif one.table not in seen:
                yield from below(one.record, one.table, seen)

    return tuple(dict.fromkeys(below(Response, "responses", set())))


def _type(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "date"
    return str(schema.get("type", "string"))


def _codelist(annotation: Any, schema: Schema) -> str | None:
    """The list that a value's codes come from, or those of the values in a list."""
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, Codelist):
            return part.list_name()
        if part is not annotation and get_args(part) and (found := _codelist(part, schema)):
            return found
    return _REFERENCE.get(schema.get("items", schema).get("pattern", ""))


def description_of(record: type[Record]) -> str:
    """What a record is, in a paragraph."""
    return described(record.__doc__)
