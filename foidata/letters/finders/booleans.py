"""Yes and no."""

import re
from dataclasses import dataclass

from foidata.documents.span import Span
from foidata.letters.finders.sentences import sentences


@dataclass(frozen=True, slots=True)
class YesNo:
    """A yes or a no, and the sentence that says so."""

    span: Span
    yes: bool


_YES = r"yes|oes|ydy|ydyn|ydym|oedd|do(?=\s*(?:[/,.;:–-]|$))|ie"
_NO = (
    r"not (?:at present|currently|presently|yet|at (?:this|the) (?:time|moment))|no(?!\.?\s*(?:of\b|[0-9]))"
    r"|nac oes|nac ydy|nac ydyn|nac ydym|nage|(?-i:[Nn]a)"
)
_WORD = re.compile(
    rf"\W{{0,3}}(?:(?P<no>{_NO})|(?P<yes>{_YES}))\b(?:\s*/\s*(?:(?P<no2>no)|(?P<yes2>yes))\b)?", re.IGNORECASE
)
_NOT_A_NO = re.compile(
    r"\s+(?:information|data|record(?:s|ed)?|figures?|dedicated|specific|separate|ring-?fenced|budget|funding|money|one)\b",
    re.IGNORECASE,
)


def yes_no(span: Span) -> YesNo | None:
    """The yes or no that an answer begins with; None when it begins otherwise.

    `No not currently.` is a no. `No information is held` is not: it does not answer the question.
    """
    first = next(sentences(span), None)
    found = _WORD.match(span.flow, first.start, span.end) if first else None
    if first is None or found is None or (found["yes"] and found["no2"]) or (found["no"] and found["yes2"]):
        return None
    no = bool(found["no"])
    if no and _NOT_A_NO.match(span.flow, found.end(), span.end):
        return None
    return YesNo(first, yes=not no)
