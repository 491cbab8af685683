"""A stretch of a text that knows where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from foidata.standard.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, from `start` to before `end`, in code points of the whole text."""

    source: str = field(repr=False)
    """The whole text."""
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of this stretch."""
        return self.source[self.start : self.end]

    def __bool__(self) -> bool:
        return self.start < self.end

    def to(self, start: int, end: int) -> "Span":
        """Another stretch of the same text."""
        return Span(self.source, start, max(start, end))

    def stripped(self) -> "Span":
        """The same without white space at its ends."""
        words = self.text
        return self.to(self.start + len(words) - len(words.lstrip()), self.end - len(words) + len(words.rstrip()))

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match inside; its offsets are in the whole text."""
        return pattern.search(self.source, self.start, self.end)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """A match at the very start; its offsets are in the whole text."""
        return pattern.match(self.source, self.start, self.end)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches inside; their offsets are in the whole text."""
        return pattern.finditer(self.source, self.start, self.end)

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
