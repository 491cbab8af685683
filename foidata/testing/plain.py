"""Records as plain JSON values, drawn from nothing but their models."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from foidata.packages.fieldschemas import Schema, property_schemas
from foidata.standard.record import Record, record_in
from foidata.testing.values import value

Plain = dict[str, Any]
"""A record as plain JSON values."""

Field = tuple[type[Record], str]
Lazy = Callable[[], SearchStrategy[Any]]


@dataclass(frozen=True, eq=False)
class Frame:
    """What is drawn otherwise than the shape alone would allow."""

    records: Mapping[type[Record], Lazy] = field(default_factory=lambda: MappingProxyType({}))
    """Records of a kind, as plain values."""
    fields: Mapping[Field, Lazy] = field(default_factory=lambda: MappingProxyType({}))
    """The value of a field. None or an empty list leaves the field out."""
    patterns: Mapping[str, Lazy] = field(default_factory=lambda: MappingProxyType({}))
    """Text of a pattern."""
    always: frozenset[Field] = frozenset()
    """Optional fields that are drawn every time."""


_MOST = 4
"""No more optional fields are drawn at once, so that examples stay small; every few of them come together some time."""
_LONGEST = 2
"""No list is longer."""

_NOTHING: tuple[Any, ...] = (None, [])

ANY = Frame()
"""Whatever the shape allows."""


@cache
def plain(record: type[Record], frame: Frame = ANY, without: frozenset[str] = frozenset()) -> SearchStrategy[Plain]:
    """Records of a kind as plain values: any that its model allows, within the frame, without some fields.

    What the fields of a record require of each other is met while drawing.
    """
    return _drawn(_Shape(record, frame, without, {}))


def plain_with(record: type[Record], given: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[Plain]:
    """Records of a kind as plain values, some of their fields from strategies of their own; None leaves a field out."""
    return _drawn(_Shape(record, ANY, frozenset(), given))


class _Shape:
    """What is drawn of a record."""

    def __init__(
        self, record: type[Record], frame: Frame, without: frozenset[str], given: Mapping[str, SearchStrategy[Any]]
    ) -> None:
        names = [name for name in record.model_fields if name not in without]
        asked = [name for name in names if name in given or (record, name) in frame.always]
        self.fields = {name: given[name] if name in given else field_value(record, name, frame) for name in names}
        self.required = {name for name in names if record.model_fields[name].is_required()}
        self.constraints = tuple(when for when in record.constraints if when.field not in without)
        self.early = tuple(dict.fromkeys((*(when.field for when in self.constraints), *asked)))
        """The fields that decide which others must be there."""
        optional = [name for name in names if name not in self.required and name not in asked]
        self.letters = {chr(ord("a") + number): name for number, name in enumerate(optional)}
        """A letter for each optional field: which are there is drawn as one word, which is quick and shrinks well."""
        least = int(bool(optional) and not self.required and not without)
        self.words = st.text(sorted(self.letters) or "-", min_size=least, max_size=_MOST if optional else 0)
        self.always = frozenset(asked)


@st.composite
def _drawn(draw: DrawFn, shape: _Shape) -> Plain:
    chosen = shape.required | {shape.letters[letter] for letter in draw(shape.words)}
    found: Plain = {}
    for name in shape.early:
        if name in chosen | shape.always:
            found[name] = draw(shape.fields[name])
            (chosen.discard if found[name] in _NOTHING else chosen.add)(name)
    ruling = [when for when in shape.constraints if when.applies(found.get(when.field))]
    for when in ruling:
        chosen |= set(when.needs)
        chosen -= set(when.forbids)
        if when.some_of and not chosen & set(when.some_of):
            chosen.add(draw(st.sampled_from(when.some_of)))
        if when.not_all and chosen >= set(when.not_all):
            chosen.remove(draw(st.sampled_from(when.not_all)))
    for name, strategy in shape.fields.items():
        if name in chosen and name not in found:
            found[name] = draw(strategy)
    present = {name: found[name] for name in shape.fields if name in chosen and found[name] not in _NOTHING}
    assume(not any(any(when.broken(present.keys())) for when in ruling))
    return present


@st.composite
def listed(draw: DrawFn, one: SearchStrategy[Any], least: int = 1, most: int = _LONGEST) -> list[Any]:
    """Lists whose length is drawn first: of long records, that is quicker than `lists`, and shrinks better."""
    return [draw(one) for _ in range(draw(st.integers(least, most)))]


def field_value(record: type[Record], name: str, frame: Frame = ANY) -> SearchStrategy[Any]:
    """The values of one field of a record."""
    if (record, name) in frame.fields:
        return frame.fields[record, name]()
    inner, many = record_in(record.model_fields[name].annotation)
    if inner is None:
        return _plain_value(property_schemas(record)[name], frame)
    one = frame.records[inner]() if inner in frame.records else plain(inner, frame)
    return listed(one) if many else one


def _plain_value(schema: Schema, frame: Frame) -> SearchStrategy[Any]:
    if schema.get("type") == "array":
        return st.lists(_plain_value(schema["items"], frame), min_size=1, max_size=_LONGEST)
    pattern = str(schema.get("pattern"))
    return frame.patterns[pattern]() if pattern in frame.patterns else value(schema)
