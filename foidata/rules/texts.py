"""The texts in a record, each with its place."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args

from foidata.standard.codelist import Codelist
from foidata.standard.record import Record, record_in

Steps = tuple[str | int, ...]

LETTER: Steps = ("source", "text")
"""Where a response holds the whole letter, which is no field like the others."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a record."""

    at: Steps
    """The way to it."""
    words: str
    holder: type[Record]
    """The kind of record that holds it."""
    field: str
    """The field of that record."""


class Identity:
    """A record as itself, to keep what was made of it: to know an equal one would take as long as to make it again."""

    __slots__ = ("record",)

    def __init__(self, record: Record) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and self.record is other.record

    def __hash__(self) -> int:
        return id(self.record)


def texts(record: Record) -> tuple[Text, ...]:
    """Every text in a record but the whole letter; codes of closed lists are none."""
    return _texts_of(Identity(record))


@lru_cache(maxsize=1)
def _texts_of(one: Identity) -> tuple[Text, ...]:
    """The texts of the record that was asked for last, since several rules ask for the same in turn."""
    found: list[Text] = []
    _add(found, one.record, ())
    return tuple(found)


def _add(found: list[Text], record: Record, at: Steps) -> None:
    """Add the texts in a record."""
    kind = type(record)
    for name, holds_records in _worth_a_look(kind):
        value = getattr(record, name)
        if not value:
            continue
        several = isinstance(value, tuple)
        for step, one in enumerate(value if several else (value,)):
            path = (*at, name, step) if several else (*at, name)
            if holds_records:
                _add(found, one, path)
            elif path != LETTER:
                found.append(Text(path, one, kind, name))


@cache
def _worth_a_look(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind of record that hold texts or records, and whether they hold records."""
    fields = [(name, record_in(one.annotation)[0], one.annotation) for name, one in kind.model_fields.items()]
    return tuple((name, inner is not None) for name, inner, type_ in fields if inner is not None or _is_text(type_))


def _is_text(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, str) and not issubclass(annotation, Codelist)
    return any(_is_text(part) for part in get_args(annotation))
