"""Whether the letter says that the authority holds the information."""

import re

from foidata.letters.finders.sentences import sentence_around
from foidata.letters.heading import Read, heading_reader, one_reply, outside
from foidata.letters.passage import Segments
from foidata.standard.codes import Holding

_WHAT = r"(?:(?:all|the|this|that|some|any|part|most|of|relevant|following|requested)\s+){0,4}(?:information|data)"
_PARTLY = re.compile(
    (
        rf"\b(?:holds?|held)\s+(?:some|part|most)\b[^.\n]{{0,60}}|\b{_WHAT}[^.\n]{{0,40}}\bheld in part\b"
        rf"|\bpart(?:ly|ially) held\b"
    ),
    re.IGNORECASE,
)
_NOT = re.compile(
    (
        rf"\b(?:does|do|did)\s?(?:not|n[’']t)\s+hold\s+{_WHAT}|\b{_WHAT}[^.\n]{{0,40}}\b(?:is|are)\s+not\s+held\b"
        rf"|\bholds? no(?:ne of)?\s+{_WHAT}|\bhold none of {_WHAT}"
    ),
    re.IGNORECASE,
)
_HELD = re.compile(
    (
        rf"\b(?:council|authority|we|borough|i can confirm|and)\b[^.\n]{{0,80}}?\b(?:hold|holds|does hold"
        rf"|do hold)\s+{_WHAT}|\b{_WHAT}[^.\n]{{0,50}}\bis held\b"
    ),
    re.IGNORECASE,
)


@heading_reader
def holding(segments: Segments) -> tuple[Read, ...]:
    """The holding statement, where the letter speaks of the information as a whole."""
    for place in (*outside(segments), *one_reply(segments)):
        for code, pattern in ((Holding.PARTLY_HELD, _PARTLY), (Holding.NOT_HELD, _NOT), (Holding.HELD, _HELD)):
            found = place.search(pattern)
            if found:
                return (Read("holding", code, sentence_around(place, found.start())),)
    return ()
