"""Sentences."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span

_END = re.compile(r"[.!?]+[)\"'’”]*(?=\s|$)|\n[ \t\u00a0]*\n|\n(?=[ \t]*(?:[•·*–-]|[0-9]{1,2}[.)]|\(?[a-z]\))\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|incl|no|nos|para|reg|s|ss|art|st|mr|mrs|ms|dr|p\.a|c|vs|dept|ref|tel|ext)|\b[A-Z])\.$",
    re.IGNORECASE,
)


def sentences(span: Span) -> Iterator[Span]:
    """The sentences of a stretch, stripped. A blank line or a list item ends one too."""
    start = span.start
    for found in span.matches(_END):
        words = span.to(start, found.end())
        if found[0] == "." and _ABBREVIATION.search(words.text[-12:]) and not _ends_line(span, found.end()):
            continue
        if words.stripped():
            yield words.stripped()
        start = found.end()
    rest = span.to(start, span.end).stripped()
    if rest:
        yield rest


def _ends_line(span: Span, at: int) -> bool:
    return at >= span.end or span.source[at] == "\n"


def sentence_around(span: Span, at: int) -> Span:
    """The sentence of a stretch in which a place lies; the whole stretch when none does."""
    return next((sentence for sentence in sentences(span) if sentence.start <= at < sentence.end), span)
