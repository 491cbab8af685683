"""What is said in a record: its texts, each with its place, and the quotes that it rests on."""

from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args

from foidata.standard.codelist import Codelist
from foidata.standard.evidence import Evidence
from foidata.standard.record import Record, record_in

Steps = tuple[str | int, ...]

LETTER: Steps = ("source", "text")
"""Where a response holds the whole letter, which is no field like the others."""


class Text(NamedTuple):
    """A text in a record."""

    at: Steps
    """The way to it."""
    words: str
    holder: type[Record]
    """The kind of record that holds it."""
    field: str
    """The field of that record."""


class Quote(NamedTuple):
    """Words of the letter that something in a record rests on."""

    evidence: Evidence
    holder: type[Record]
    """The kind of record that rests on them."""
    field: str
    """The field in which it names them."""


class Said(NamedTuple):
    """All that is said in a record."""

    texts: tuple[Text, ...]
    """Every text but the whole letter; codes of closed lists are none."""
    quotes: tuple[Quote, ...]
    """Every quote."""


class Identity:
    """A record as itself, to keep what was made of it: to know an equal one would take as long as to make it again."""

    __slots__ = ("record",)

    def __init__(self, record: Record) -> None:
        self.record = record

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and self.record is other.record

    def __hash__(self) -> int:
        return id(self.record)


def said_in(record: Record) -> Said:
    """All that is said in a record."""
    return _said_in(Identity(record))


@lru_cache(maxsize=1)
def _said_in(one: Identity) -> Said:
    """All that is said in the record that was asked for last, since several rules ask for the same in turn."""
    texts: list[Text] = []
    quotes: list[Quote] = []
    _add(texts, quotes, one.record, ())
    return Said(tuple(texts), tuple(quotes))


def _add(texts: list[Text], quotes: list[Quote], record: Record, at: Steps) -> None:
    """Add the texts and the quotes in a record."""
    kind = type(record)
    for name, holds in _worth_a_look(kind):
        value = getattr(record, name)
        if not value:
            continue
        several = isinstance(value, tuple)
        for step, one in enumerate(value if several else (value,)):
            path = (*at, name, step) if several else (*at, name)
            if holds:
                if holds is Evidence:
                    quotes.append(Quote(one, kind, name))
                _add(texts, quotes, one, path)
            elif path != LETTER:
                texts.append(Text(path, one, kind, name))


@cache
def _worth_a_look(kind: type[Record]) -> tuple[tuple[str, type[Record] | None], ...]:
    """The fields of a kind of record that hold texts or records, and which kind of records."""
    fields = [(name, record_in(one.annotation)[0], one.annotation) for name, one in kind.model_fields.items()]
    return tuple((name, inner) for name, inner, type_ in fields if inner is not None or _is_text(type_))


def _is_text(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, str) and not issubclass(annotation, Codelist)
    return any(_is_text(part) for part in get_args(annotation))
