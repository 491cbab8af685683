"""Interpreters: each knows what answers to one topic say. Every other file in this folder holds some.

An interpreter takes a Passage and gives the facts that it is sure of. It never gives a figure that the answer does not
state, and it leaves alone what it does not understand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from foidata.collect import collect
from foidata.documents.span import Span
from foidata.letters.finders.statuses import Said
from foidata.letters.marks import Mark, marks
from foidata.letters.passage import Passage
from foidata.standard.answer import Answer
from foidata.standard.codes import DoubtCode, Status, Topic
from foidata.standard.facts import (
    Activity,
    Claim,
    Count,
    Fact,
    Funding,
    Lead,
    Note,
    Partnership,
    Post,
    Reference,
    Training,
)
from foidata.standard.period import Period

LISTS: Mapping[type[Fact], str] = MappingProxyType(
    {
        Lead: "leads",
        Post: "posts",
        Funding: "funding",
        Training: "training",
        Count: "counts",
        Claim: "claims",
        Partnership: "partnerships",
        Reference: "documents",
        Activity: "activities",
        Note: "notes",
    }
)
"""Which list of an answer holds which facts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A passage with what is known of its question and of the letter so far."""

    passage: Passage
    topic: Topic
    periods: tuple[tuple[Span, Period], ...] = ()
    """The periods that the question asks for, with the words that name them."""
    authority: str | None = None
    """The authority's name, for "the Council" in an answer."""
    earlier: tuple[Answer, ...] = ()
    """The answers before this one."""

    @property
    def answer(self) -> Span:
        """The words of the answer."""
        return self.passage.answer

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that the letter explains: `*`, fewer than 5."""
        return tuple(marks(self.passage.notes))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one answer."""

    facts: tuple[Fact, ...] = ()
    doubts: tuple[tuple[DoubtCode, Span], ...] = ()
    said: Said | None = None
    """The status, when the interpreter knows it better than the words for absence tell."""

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(self.facts + other.facts, self.doubts + other.doubts, self.said or other.said)


Read = Callable[[Asked], Reading]


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Reads the answers to some topics."""

    topics: tuple[Topic, ...]
    read: Read = field(repr=False)


def interpreter(*topics: Topic) -> Callable[[Read], Interpreter]:
    """Make a function the interpreter of these topics."""
    return lambda read: Interpreter(topics, read)


@cache
def interpreters() -> Mapping[Topic, Interpreter]:
    """The interpreter of each topic that has one."""
    return MappingProxyType({topic: one for one in collect(__name__, Interpreter) for topic in one.topics})


def absent(status: Status) -> bool:
    """Whether a status says that something is not given."""
    return status not in (Status.ANSWERED, Status.PARTLY_ANSWERED, Status.NIL)
