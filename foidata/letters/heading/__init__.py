"""What a letter says of itself: authority, law, subject, reference, dates, licence, where to ask for a review.

Each file of this folder reads one of these; a `Header` is one value of a response with the words it was read from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from foidata.collect import collect
from foidata.documents.span import Span
from foidata.letters.passage import Segments
from foidata.standard.codes import DoubtCode


@dataclass(frozen=True, slots=True)
class Read:
    """One field of the response, its value, and the words that it was read from."""

    field: str
    """The field, dotted when nested: `review_contact.email`."""
    value: Any
    span: Span | None = None
    """The words; none where the value only follows from another one."""
    doubt: DoubtCode | None = None


@dataclass(frozen=True, slots=True)
class HeadingReader:
    """Reads one thing that a letter says of itself."""

    name: str
    read: Callable[[Segments], tuple[Read, ...]]


def heading_reader(read: Callable[[Segments], tuple[Read, ...]]) -> HeadingReader:
    """Make a function a member of this folder."""
    return HeadingReader(read.__name__, read)


def read_heading(segments: Segments) -> tuple[Read, ...]:
    """All that a letter says of itself."""
    return tuple(read for reader in collect(__name__, HeadingReader) for read in reader.read(segments))


def outside(segments: Segments) -> tuple[Span, ...]:
    """The parts of a letter where it speaks of itself: before the questions, then after the answers."""
    return (segments.heading, *segments.closing)


def one_reply(segments: Segments) -> tuple[Span, ...]:
    """The one reply that serves all questions, which speaks of them as a whole."""
    replies = {passage.answer for passage in segments.passages if passage.answer}
    return tuple(replies) if len(segments.passages) > 1 and len(replies) == 1 else ()
