"""The reference lists: which authorities, exemptions, licences, measures and partnerships a code may name.

Each list is a CSV file in this folder, published as it stands, and written by `scripts/build_reference.py` from
`sources/`, never by hand. They are open lists with dates: a council that ends keeps its code for ever.

    >>> authorities()["CMA"].label, authorities()["CMA"].end, authorities()["CMA"].successors
    ('Cumbria County Council', datetime.date(2023, 3, 31), ('CBD', 'WAF'))
"""

import csv
import dataclasses
import datetime
import functools
import importlib.resources
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class Authority:
    """A body that can be asked: a council, past, present or to come, or a combined authority."""

    code: str
    """The id by which records name it. Example: `"LCE"`"""

    label: str
    """The official name. Two bodies may share it, one after the other. Example: `"Leicester City Council"`"""

    meaning: str
    """One sentence: what it is, where, from when to when."""

    status: str
    """`current`, `ended` or `future`."""

    short_name: str
    """The name of its place, without a council word. Example: `"Leicester"`"""

    name_cy: str | None
    """The official name in Welsh. Example: `"Cyngor Gwynedd"`"""

    type: str
    """Example: `"non_metropolitan_district"`"""

    nation: str
    """`England`, `Wales`, `Scotland` or `Northern Ireland`."""

    region: str
    """The region of England, or the nation again."""

    upper_tier: str | None
    """For a district, the code of its county council."""

    start: datetime.date | None
    """First day of life; for a unitary authority the day it became one. Absent for the City of London."""

    end: datetime.date | None
    """Last day of life. Absent while it lives."""

    planned_end: datetime.date | None
    """Last day of life under law that has not yet happened."""

    successors: tuple[str, ...]
    """Codes of those that took over, or are to take over, on the day after the end."""

    predecessors: tuple[str, ...]
    """Codes of those that it took over from: `successors` read backwards."""

    laws: tuple[str, ...]
    """The information laws that bind it. Example: `("foisa_2002", "eisr_2004")`"""

    social_care: bool
    """Whether it runs social care."""

    housing: bool
    """Whether it is a housing authority."""

    gss_code: str | None
    """The statistical code of its present boundary, which is not the body: it changes with the boundary."""

    former_gss_codes: tuple[str, ...]
    """Codes of boundaries that it had before."""

    org_id: str | None
    """Its identifier in the lists of org-id.guide. Example: `"GB-LAE-LCE"`"""

    wikidata: str | None
    """Its Wikidata item. Example: `"Q6519163"`"""

    def existed_on(self, day: datetime.date) -> bool:
        """Whether it lived on that day. A planned end counts as one, so that successors never live beside it."""
        end = self.end or self.planned_end
        return (self.start is None or self.start <= day) and (end is None or day <= end)


@dataclass(frozen=True, slots=True)
class AuthorityName:
    """Another name of an authority: a former name, a short form, an acronym, a Welsh name."""

    code: str
    label: str
    """The name as written. Example: `"B&NES"`"""

    authority: str
    """The code of the authority that it names."""

    start: datetime.date | None
    """First day on which the name was right."""

    end: datetime.date | None
    """Last day on which it was right. Absent when it is in use, or when its end is not known."""

    ambiguous: bool
    """Whether it names another authority too."""


@dataclass(frozen=True, slots=True)
class Exemption:
    """A provision of a law on which a refusal, or another procedural answer, can rest."""

    code: str
    """Example: `"foia_s40_2"`"""

    label: str
    meaning: str
    status: str
    law: str
    """Example: `"foia_2000"`"""

    provision: str
    """As lawyers cite it. Example: `"s.40(2) with s.40(3A)"`"""

    class_: str
    """`absolute`, `qualified`, `exception` (environmental laws) or `procedural`."""

    public_interest_test: bool
    """Whether it yields to the public interest, so that an answer should weigh it."""

    can_neither_confirm_nor_deny: bool
    """Whether it lets an authority refuse to say that information exists."""

    jurisdiction: tuple[str, ...]
    """The nations in which it is law."""

    council_use: str
    """How often councils rest on it: `common`, `occasional`, `rare` or `not_available`."""

    answer_status: str | None
    """The status of an answer that rests on it. Absent where it refuses nothing."""

    equivalents: tuple[str, ...]
    """Codes that do the same work under the law on the other side of the Scottish border."""

    note: str | None
    """What a reader should know before counting it."""

    confidence: str
    """How sure its row is: `high` or `medium`."""


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms under which a letter may be re-used."""

    code: str
    """Example: `"OGL-UK-3.0"`"""

    label: str
    meaning: str
    status: str
    spdx: str | None
    """Its identifier in the SPDX licence list, where it has one."""

    url: str | None
    """Where its text stands."""

    note: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number in an answer counts."""

    code: str
    """Example: `"staff_trained"`"""

    label: str
    meaning: str
    status: str


@dataclass(frozen=True, slots=True)
class Partnership:
    """A group in which authorities and others work against modern slavery."""

    code: str
    """Example: `"ematp"`"""

    label: str
    meaning: str
    status: str
    area: str
    """The area that it covers, in words."""

    level: str
    """The kind of area: `nation`, `region`, `police_area`, `county` or `council`."""

    checked: bool
    """Whether its name was confirmed in a source."""


_Kind = TypeVar("_Kind", Authority, AuthorityName, Exemption, Licence, Measure, Partnership)

_READ: Mapping[object, Callable[[str], Any]] = {
    str: str,
    str | None: lambda cell: cell or None,
    bool: lambda cell: cell == "yes",
    datetime.date | None: lambda cell: datetime.date.fromisoformat(cell) if cell else None,
    tuple[str, ...]: lambda cell: tuple(cell.split("|")) if cell else (),
}
"""How a cell is read, by the type of the field that it fills."""


@functools.cache
def authorities() -> Mapping[str, Authority]:
    """Every authority by its code, sorted by code."""
    rows = _rows("authorities")
    forebears: dict[str, list[str]] = {}
    for row in rows:
        row["successors"] = row["successors"] or row["planned_successors"]
        for successor in filter(None, row["successors"].split("|")):
            forebears.setdefault(successor, []).append(row["code"])
    for row in rows:
        row["predecessors"] = "|".join(forebears.get(row["code"], ()))
    return _by_code(Authority, rows)


@functools.cache
def authority_names() -> Mapping[str, AuthorityName]:
    """Every other name of an authority by its code, sorted by code, so that one body's names stand together."""
    return _by_code(AuthorityName, _rows("authority_names"))


@functools.cache
def exemptions() -> Mapping[str, Exemption]:
    """Every exemption by its code, sorted by code."""
    return _by_code(Exemption, _rows("exemptions"))


@functools.cache
def licences() -> Mapping[str, Licence]:
    """Every licence by its code, sorted by code."""
    return _by_code(Licence, _rows("licences"))


@functools.cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its code, sorted by code."""
    return _by_code(Measure, _rows("measures"))


@functools.cache
def partnerships() -> Mapping[str, Partnership]:
    """Every partnership by its code, sorted by code."""
    return _by_code(Partnership, _rows("partnerships"))


def _rows(name: str) -> list[dict[str, str]]:
    text = importlib.resources.files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def _by_code(kind: type[_Kind], rows: list[dict[str, str]]) -> Mapping[str, _Kind]:
    """The rows as values of one kind: the column of a field has its name, and its type says how to read the cell."""
    read = {field.name: (field.name.rstrip("_"), _READ[field.type]) for field in dataclasses.fields(kind)}
    made = (kind(**{name: value(row[column]) for name, (column, value) in read.items()}) for row in rows)
    return MappingProxyType({value.code: value for value in made})
