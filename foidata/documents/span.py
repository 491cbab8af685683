"""A stretch of a text that knows where it stands."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from foidata.standard.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, from `start` to before `end`, in code points of the whole text.

    Patterns and stripping see the text's flow, in which what only its layout put there is blank; quotes are always
    taken from the text itself. Both are of one length, so that an offset is the same place in either.
    """

    source: str = field(repr=False)
    """The whole text."""
    start: int
    end: int
    _flow: str = field(default="", repr=False)

    @property
    def flow(self) -> str:
        """The whole text as it is read: without line breaks that only the width of the column made, for one."""
        return self._flow or self.source

    @property
    def text(self) -> str:
        """The words of this stretch, as they stand."""
        return self.source[self.start : self.end]

    @property
    def words(self) -> str:
        """The words of this stretch, as they are read."""
        return self.flow[self.start : self.end]

    def __bool__(self) -> bool:
        return self.start < self.end

    def to(self, start: int, end: int) -> "Span":
        """Another stretch of the same text."""
        return Span(self.source, start, max(start, end), self._flow)

    def flowing(self, flow: str) -> "Span":
        """The same stretch of a text that is read so."""
        return Span(self.source, self.start, self.end, flow)

    def stripped(self) -> "Span":
        """The same without white space at its ends."""
        words = self.words
        return self.to(self.start + len(words) - len(words.lstrip()), self.end - len(words) + len(words.rstrip()))

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match inside; its offsets are in the whole text."""
        return pattern.search(self.flow, self.start, self.end)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """A match at the very start; its offsets are in the whole text."""
        return pattern.match(self.flow, self.start, self.end)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches inside; their offsets are in the whole text."""
        return pattern.finditer(self.flow, self.start, self.end)

    def of(self, found: re.Match[str], group: int | str = 0) -> "Span":
        """The stretch that a match of this text covers."""
        return self.to(found.start(group), found.end(group))

    def evidence(self, *fields: str) -> Evidence:
        """The stretch as evidence, for those fields or for the whole object."""
        return Evidence.make(start=self.start, end=self.end, quote=self.text, of=fields)

    def lines(self) -> Iterator["Span"]:
        """The lines inside, without their line breaks."""
        start = self.start
        for line in self.text.split("\n"):
            yield self.to(start, start + len(line))
            start += len(line) + 1

    def holds(self, other: "Span") -> bool:
        """Whether the other stretch lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Stretches:
    """Some stretches of a text, to ask whether another one touches them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """The stretches, each from its start to before its end."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def touch(self, span: Span) -> bool:
        """Whether a stretch shares a character with one of them."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start
