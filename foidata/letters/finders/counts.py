"""Numbers of people and things, exact, bounded or suppressed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from foidata.documents.span import Span
from foidata.letters.finders.money import bare_sums, money
from foidata.letters.finders.numbers import WORDS, in_words, number
from foidata.letters.finders.periods import dates, periods
from foidata.standard.codes import Qualifier, Status
from foidata.standard.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Number:
    """A number of something and the words that give it."""

    span: Span
    quantity: Quantity | None
    """None where the number is masked without bounds: `*`."""
    status: Status
    out_of: Quantity | None = None
    """Of how many: 5 out of 6."""
    source: Span | None = None
    """The words of a note that give the bounds, where the number itself is only a mark."""


_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}"
_COMPOUND = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-\u2010\u2011 ]"
    r"(?:one|two|three|four|five|six|seven|eight|nine)"
)
_WORD = "|".join([_COMPOUND, *sorted(WORDS, key=len, reverse=True)])
_NUMBER = rf"(?:{_DIGITS}|(?:{_WORD}))"
_FEW = r"(?:3|5|6|10|three|five|six|ten)"
"""The numbers below which councils hide: "under 18" is an age."""
MOST_HIDDEN = 10
"""Councils hide numbers up to this; a larger bound is a rough number."""
_NOT_LENGTHS = r"(?:years?|minutes?|hours?|months?)"
_FORMS = re.compile(
    rf"(?P<below>(?<!no )(?:fewer|less|lower)\s+than\s+(?P<b>{_NUMBER})\b|(?:under"
    rf"|below)\s+(?P<b2>{_FEW})\b(?!\s+(?:the|years))"
    r"|<\s?(?P<b3>[0-9]+)\b)"
    rf"|(?P<most>(?:(?P<m>{_NUMBER})\s+or\s+(?:fewer|less|under|below))\b"
    rf"|(?:no more than|up to|at most)\s+(?P<m2>{_NUMBER})\b|≤\s?(?P<m3>[0-9]+)\b)"
    rf"|(?P<least>(?:at least|no fewer than|more than|over)\s+(?P<l>{_NUMBER})\b"
    rf"|(?P<l2>{_NUMBER})\s+or\s+more\b)"
    rf"|(?P<range>between\s+(?P<r1>{_NUMBER})\s+and\s+(?P<r2>{_NUMBER})\b"
    r"|(?<![0-9/.-])(?P<r3>[0-9]{1,3})\s?(?:-|–|to)\s?(?P<r4>[0-9]{1,3})"
    rf"(?![0-9/.,%-]|\s?{_NOT_LENGTHS}))"
    rf"|(?P<part>\b(?P<p1>{_NUMBER})\s+(?:out\s+)?of\s+(?:the\s+)?(?P<p2>{_NUMBER})\b)"
    rf"|(?P<about>(?:approximately|approx\.?|around|about|roughly|circa|c\.)\s*(?P<a>{_NUMBER})\b)"
    r"|(?P<nil>\b(?:nil|none|zero)\b)"
    rf"|(?P<one>(?<![0-9£.,/()\[-])\b(?P<o>{_NUMBER})\b"
    r"(?!\s?(?:%|per cent|/|:[0-9])|[.,][0-9]|[-\u2011][0-9]|(?:st|nd|rd|th)\b))",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    r"\s*(?:-|\u2011)?\s*(?:years?(?! olds?)|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|per cent|%|themes?|times"
    r"|fte\b|working|pm\b|am\b|x\s*£|level|grade)\b|\s?\([a-h]\)",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b(?:attachments?|enclosures?|sections?|s\.?|regulations?|reg\.?|grade|band|level|chapter|appendix|annex|page|para(?:graph)?|article|part"
    r"|schedule|question|q|no\.?|number|ref\.?|table|version|room|phase|year|tier|type|form|covid|sc|aged?|under|over|every|each|any)"
    r"\s*$",
    re.IGNORECASE,
)
_AGES = re.compile(r"\bage[ds]?\s*$", re.IGNORECASE)
_LIST_MARK = re.compile(r"[.)](?=\s|$)")
_BOUND_ONLY = re.compile(r"\b(?:low|small) numbers?\b|\bsuppressed\b|(?<!\S)\*(?!\S)|\[c\]", re.IGNORECASE)


def counts(span: Span) -> Iterator[Number]:
    """The numbers of a stretch that can count something, in order.

    Sums of money, periods, dates, sections of Acts, ages, lengths of time and shares are not counted.
    """
    taken = [(one.span.start, one.span.end) for one in money(span)]
    taken += [(one.span.start, one.span.end) for one in periods(span)]
    taken += [(day.start, day.end) for day, _ in dates(span)]
    taken += [(one.span.start, one.span.end) for one in bare_sums(span) if "." in one.span.words]
    for found in span.matches(_FORMS):
        whole = span.of(found)
        if any(start < whole.end and whole.start < end for start, end in taken):
            continue
        before = _NAMED_BEFORE.search(span.flow, max(span.start, whole.start - 16), whole.start)
        listed = (
            found["one"]
            and _LIST_MARK.match(span.flow, whole.end, span.end)
            and not span.flow[span.start : whole.start].rpartition("\n")[2].strip(" \t(")
        )
        if (
            listed
            or _NOT_COUNTED.match(span.flow, whole.end, span.end)
            or (found["one"] and before)
            or (found["range"] and _AGES.search(span.flow, max(span.start, whole.start - 8), whole.start))
        ):
            continue
        yield _number(found, whole)


def masked_number(span: Span) -> Number | None:
    """A number that is hidden without bounds: `*`, `low numbers`, `[c]`."""
    found = span.search(_BOUND_ONLY)
    return Number(span.of(found), None, Status.SUPPRESSED) if found else None


def _number(found: re.Match[str], whole: Span) -> Number:
    def first(*names: str) -> int:
        return _value(next(found[name] for name in names if found[name]))

    def made(status: Status, **fields: object) -> Number:
        return Number(whole, Quantity.make(stated=whole.words, **fields), status)

    if found["below"]:
        high = first("b", "b2", "b3") - 1
        return made(_hidden_below(high), high=high, qualifier=Qualifier.AT_MOST)
    if found["most"]:
        high = first("m", "m2", "m3")
        status = Status.ANSWERED if found["m2"] else _hidden_below(high)
        return made(status, high=high, qualifier=Qualifier.AT_MOST)
    if found["least"]:
        return made(Status.ANSWERED, low=first("l", "l2"), qualifier=Qualifier.AT_LEAST)
    if found["range"] and first("r1", "r3") <= first("r2", "r4"):
        low, high = first("r1", "r3"), first("r2", "r4")
        small = low <= 1 and high in (4, 5, 9, 10) and found["r3"] is not None
        return made(Status.SUPPRESSED if small else Status.ANSWERED, low=low, high=high, qualifier=Qualifier.RANGE)
    value = 0 if found["nil"] else first("p1", "a", "o", "r3", "r1")
    qualifier = Qualifier.APPROXIMATE if found["about"] else Qualifier.EXACT
    one = made(Status.NIL if value == 0 else Status.ANSWERED, value=value, qualifier=qualifier)
    of = Quantity(value=_value(found["p2"]), qualifier=Qualifier.EXACT, stated=found["p2"]) if found["part"] else None
    return replace(one, out_of=of)


def _hidden_below(high: int) -> Status:
    """Whether a bound hides a small number, as "fewer than 5" does, or is only all that is known: "fewer than 100"."""
    return Status.SUPPRESSED if high <= MOST_HIDDEN else Status.ANSWERED


def _value(words: str) -> int:
    written = next(in_words(words), None)
    return written[2] if written else int(number(words))
