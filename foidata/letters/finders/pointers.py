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


_NUMBER = r"(?:(?P<n>[0-9]{1,2})\s?)?(?:\(?(?P<l>[a-h])\)?)?"
_POINTS = re.compile(
    rf"(?:gweler\s+C\s?[0-9]{{1,2}}\s*/\s*)?(?:please\s+)?(?:see|refer to|as (?:per|in|at|for|shown in"
    rf"|stated in|set out in)|given (?:in|at|under)|included in|covered (?:in|by|under)|shown in)"
    rf"\s+(?:also\s+)?(?:the\s+)?(?:(?:answer|response|reply|table|reasons?|figures?"
    rf"|details)\s+)?(?:our\s+)?(?:(?:to|at|in|for|under|given (?:in|at|to))\s+)?"
    rf"(?:(?:question|q|point|part|number|no\.?)\s?\.?\s?)?(?:{_NUMBER}\b(?:\s+above)?|(?P<above>above"
    rf"|previous (?:answer|question|response)))\)?",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\W{0,2}(?:as above|see above|as previous|ditto|same as above|gweler uchod)\b", re.IGNORECASE)
_CONTENT_LEFT = 40


def pointer(answer: Span, ids: Sequence[str], own: str) -> Pointer | None:
    """The answer that this one points to, when it says little else. `ids` are those before it and after it."""
    above = answer.match(_ABOVE)
    if above and len(answer.text) - len(above[0]) < _CONTENT_LEFT:
        target = _before(ids, own)
        return Pointer(answer.of(above), target) if target else None
    for found in answer.matches(_POINTS):
        target = _target(found, ids, own)
        if target and target != own and len(answer.text) - len(found[0]) < _CONTENT_LEFT + len(found[0]):
            return Pointer(answer.of(found), target)
    return None


def _target(found: re.Match[str], ids: Sequence[str], own: str) -> str | None:
    if found["above"]:
        return _before(ids, own)
    number, letter = found["n"] or "", (found["l"] or "").lower()
    if not number and not letter:
        return None
    for name in (f"{number}{letter}", number or f"{_digits(own)}{letter}"):
        if name in ids:
            return name
    return None


def _digits(own: str) -> str:
    return re.match(r"[0-9]*", own)[0]  # type: ignore[index]  # the pattern also matches nothing


def _before(ids: Sequence[str], own: str) -> str | None:
    place = ids.index(own) if own in ids else 0
    return ids[place - 1] if place > 0 else None
