"""Sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from foidata.documents.span import Span

_END = re.compile(r"[.!?]+[)\"'’”]*(?=\s|$)|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|etc|approx|incl|para|reg|s|ss|art|st|mr|mrs|ms|dr|p\.a|c|vs|dept|ref|tel|ext)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:(?<=\bno\.)|(?<=\bnos\.))\s*[0-9]", re.IGNORECASE)


def sentences(span: Span) -> Iterator[Span]:
    """The sentences of a stretch, stripped. A line break ends one too, unless only the width of the column made it."""
    start = span.start
    for found in span.matches(_END):
        words = span.to(start, found.end())
        if found[0] == "." and _abbreviates(span.to(max(start, found.end() - 12), found.end()), span.end):
            continue
        if words.stripped():
            yield words.stripped()
        start = found.end()
    rest = span.to(start, span.end).stripped()
    if rest:
        yield rest


def _abbreviates(last: Span, end: int) -> bool:
    """Whether the stop of these last words is an abbreviation's: `e.g.`, `No. 5`; at the end of a line it never is."""
    if last.end >= end or last.flow[last.end] == "\n":
        return False
    return bool(last.search(_ABBREVIATION) or _NUMBERED.match(last.flow, last.end, end))


def sentence_around(span: Span, at: int) -> Span:
    """The sentence of a stretch in which a place lies; the whole stretch when none does."""
    found = _all(span)
    place = bisect_right(found, at, key=lambda sentence: sentence.start) - 1
    return found[place] if place >= 0 and at < found[place].end else span


@lru_cache(maxsize=16)
def _all(span: Span) -> tuple[Span, ...]:
    return tuple(sentences(span))
