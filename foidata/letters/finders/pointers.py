"""Answers that point to another answer: `as above`, `see Q1`, `please see 2(a)`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foidata.documents.span import Span


@dataclass(frozen=True, slots=True)
class Pointer:
    """The answer that is pointed to, and the words that point."""

    span: Span
    target: str
    alone: bool = True
    """Whether the answer says little else; one that goes on has content of its own beside the pointer."""


_LABEL = r"(?:(?:question|q|point|part|number|no\.?|answer|response|reply)\s?\.?\s?)"
_ENDS = r"(?=\s*(?:above\b|below\b|[.,;:)&–-]|\n|$|and\b|or\b))"
_TARGET = (
    rf"(?:(?P<above>above|(?:the )?previous (?:answer|question|response|reply))\b"
    rf"|{_LABEL}(?P<n>[0-9]{{1,2}})\s?(?:\((?P<l>[a-h])\)|(?P<k>[a-h])\b)?(?![0-9/])"
    rf"|(?P<number>[0-9]{{1,2}})\s?(?:\((?P<letter>[a-h])\)|(?P<after>[a-h])\b)?{_ENDS}"
    rf"|(?:{_LABEL}?\((?P<part>[a-h])\)|{_LABEL}?(?P<alone>[a-h])\)?{_ENDS}))"
)
_WHERE = (
    r"(?:the\s+|our\s+)?(?:(?:answer|response|reply|reasons?|figures?|details|table(?=\s+(?:at|in|for|under)\b))\s+)?"
    rf"(?:(?:given\s+)?(?:to|at|in|for|under)\s+(?:the\s+)?)?{_TARGET}"
)
_AS = re.compile(rf"\W{{0,2}}as\s+{_WHERE}", re.IGNORECASE)
_POINTS = re.compile(
    r"(?:gweler\s+C\s?[0-9]{1,2}\s*/\s*)?(?:please\s+)?\b(?:see|refer (?:you )?to|for the reasons? (?:given"
    r"|set out) (?:in|at|under)|as for|(?:the )?same (?:figures?|answer|response|as) (?:as )?(?:in|at|for|to"
    r"|given)?|as (?:per|in|at|for|shown in|stated in"
    r"|set out in)|given (?:in|at|under)|answered (?:in|at|by|under)|included in|covered (?:in|by|under)|shown in)"
    rf"\s+(?:also\s+)?{_WHERE}",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\W{0,2}(?:(?:as above|see above|as previous|ditto|same as above|gweler uchod|fel uchod)\b\W*)+", re.IGNORECASE
)
_CONTENT_LEFT = 40


def pointer(answer: Span, ids: Sequence[str], own: str) -> Pointer | None:
    """The answer that this one points to, when it opens with that or says little else; `ids` are all answers'."""
    above = answer.match(_ABOVE)
    if above:
        target = _before(ids, own)
        return Pointer(answer.of(above), target, len(answer.words) - len(above[0]) < _CONTENT_LEFT) if target else None
    start = answer.match(_AS)
    for found in (start,) if start else answer.matches(_POINTS):
        target = _target(found, ids, own)
        if target is None or target == own:
            continue
        opens = found.start() <= answer.start + _OPENING
        alone = len(answer.words) - len(found[0]) < _CONTENT_LEFT + (len(found[0]) if opens else 0)
        if alone or found.start() <= answer.start + _OPENING:
            return Pointer(
                answer.of(found), target, alone and not _APPLIES_NOT.match(answer.flow, answer.start, answer.end)
            )
    return None


_OPENING = 12
"""A pointer that begins within so many characters opens the answer, whatever follows: `N/A, please see 1.`"""
_APPLIES_NOT = re.compile(r"\W*(?:n/?a|not applicable)\b", re.IGNORECASE)


def _target(found: re.Match[str], ids: Sequence[str], own: str) -> str | None:
    if found["above"]:
        return _before(ids, own)
    number = found["n"] or found["number"] or ""
    again = own.partition("-")[2]
    letter = next((found[name] for name in ("l", "k", "letter", "after", "part", "alone") if found[name]), "").lower()
    for name in (f"{number}{letter}", number or f"{_digits(own)}{letter}"):
        for one in (f"{name}-{again}", name) if again else (name,):  # where numbers begin again, the nearest is meant
            if one in ids:
                return one
    return None


def _digits(own: str) -> str:
    return re.match(r"[0-9]*", own)[0]  # type: ignore[index]  # the pattern also matches nothing


def _before(ids: Sequence[str], own: str) -> str | None:
    place = ids.index(own) if own in ids else 0
    return ids[place - 1] if place > 0 else None
