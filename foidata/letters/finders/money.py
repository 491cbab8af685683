"""Sums of money."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from foidata.documents.span import Span
from foidata.letters.finders.numbers import DIGITS, GROUPED, SCALE, SPACE, number, storable
from foidata.standard.codes import Basis, Nature, Qualifier
from foidata.standard.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of money and the words that give it."""

    span: Span
    """The sum with what qualifies it: `approx. £25k p.a.`."""
    quantity: Quantity
    basis: Basis | None = None
    nature: Nature | None = None
    said: tuple[tuple[str, Span], ...] = ()
    """The words beside the sum that give its basis or nature, by the name of the field."""

    @property
    def value(self) -> Decimal | None:
        """The sum itself, when it is one number."""
        return self.quantity.value


_ABOUT = (
    r"(?:approx(?:imately|\.)?|around|about|roughly|circa|c\.?|some|estimated(?: at)?|an estimated|in the region of"
    r"|just (?:under|over)|nearly|almost|~)"
)
_AT_MOST = r"(?:up to|no more than|not more than|at most|(?:a )?maximum of|less than|under|below)"
_AT_LEAST = r"(?:at least|no less than|(?:a )?minimum of|more than|over|in excess of)"
_POUND = "(?:£|GBP)"


def _sum(name: str, sign: str = _POUND) -> str:
    return rf"{sign}{SPACE}?(?P<{name}>{DIGITS})(?![0-9]|[.,][0-9])(?:{SPACE}?(?P<{name}_scale>{SCALE}))?"


_DASH = r"(?:-|–|—|\u2010|\u2011)"
_SINGLE = rf"(?:\b(?P<most>{_AT_MOST})\s+|\b(?P<least>{_AT_LEAST})\s+|(?:\b|(?=~))(?P<about>{_ABOUT})\s*)?{_sum('one')}"
_MONEY = re.compile(
    rf"\bbetween\s+{_sum('from')}\s+and\s+{_sum('to', f'{_POUND}?')}"
    rf"|(?:\bfrom\s+)?{_sum('low')}\s*(?:{_DASH}|to)\s*{_sum('high')}"
    rf"|{_sum('first')}{_DASH}{_sum('last', '')}"
    rf"|{_SINGLE}",
    re.IGNORECASE,
)
_RANGES = (("from", "to"), ("low", "high"), ("first", "last"))
_EACH = re.compile(_SINGLE, re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:ris\w+|rose|grow\w*|grew|went|fell|fall\w*|increas\w+|decreas\w+|reduc\w+|cut|dropp?\w*|chang\w+|up|down)"
    r"\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PER_YEAR = r"(?:per annum|p\.?{s}?a\b\.?|pa\b|(?:a|per|each|every) year|annually|yearly|/{s}?(?:year|yr)\b)".replace(
    "{s}", SPACE
)
_ONE_OFF = rf"(?:one[-\u2011]?{SPACE}?off|non[-\u2011 ]?recurring)\b"
_AFTER = re.compile(rf"(?:{SPACE}|,)*\(?(?P<year>{_PER_YEAR})\)?", re.IGNORECASE)
_ONCE_AFTER = re.compile(rf"(?:{SPACE}|,)*\(?{_ONE_OFF}", re.IGNORECASE)
_ONCE_BEFORE = re.compile(rf"\b{_ONE_OFF}\s+(?:\w+\s+){{0,2}}(?:of\s+)?$", re.IGNORECASE)
_WAS = r"[ ,(]*(?:(?:was|were|is|are|has been|have been|had been)\s+)?(?:\w+ly\s+)?"
_NATURES = tuple(
    (nature, re.compile(_WAS + after, re.IGNORECASE), re.compile(rf"\b{before}\s*:?\s*$", re.IGNORECASE))
    for nature, after, before in (
        (
            Nature.BUDGET,
            r"(?:budget(?:ed|s)?|set aside|allocated|earmarked)\b",
            r"(?:budget(?:ed)?(?: for| of)?|set aside|allocated|earmarked|allocation of)",
        ),
        (
            Nature.ACTUAL,
            r"(?:actual|spent|spend|expenditure|invested)\b",
            r"(?:actual(?: spend)?(?: of)?|spent|spend(?:ing)?(?: of)?|expenditure(?: of)?)",
        ),
        (
            Nature.FORECAST,
            r"(?:forecast|projected|expected|planned)\b",
            r"(?:forecast|projected|planned)(?: spend)?(?: of)?",
        ),
        (Nature.GRANT, r"(?:(?:as )?a )?(?:\w+ )?grant\b", r"grant of"),
    )
)
COST_LIMIT = re.compile(
    r"(?:£|\b)(?:450|600)\b[^.\n]{0,80}\b(?:limit|hour)|\b(?:appropriate|cost) limit\b|(?:per|an) hour\b", re.IGNORECASE
)
"""A sentence about the limit of cost for answering: its sums are no money that anybody spent."""
_BARE = re.compile(
    rf"(?<![0-9.,£])(?:(?P<k>[0-9]{{1,5}}(?:\.[0-9]{{1,2}})?){SPACE}?[kK]\b|{GROUPED}|[0-9]{{1,7}}\.[0-9]{{2}})(?![0-9.,]*[0-9%])"
)


def money(span: Span) -> Iterator[Money]:
    """The sums with a pound sign, in the order of the text.

    `£50k`, `£1.2m`, `between £20,000 and £25,000`, `up to £500`, `approx. £25k`, `£30,000 p.a.`. What rose from one sum
    to another is two sums and no range.
    """
    for found in span.matches(_MONEY):
        changed = found["low"] and _CHANGED.search(span.flow, max(span.start, found.start() - 30), found.start())
        for one in span.of(found).matches(_EACH) if changed else (found,):
            quantity = _quantity(one)
            if quantity is not None:
                yield _money(one, quantity, span)


def _money(found: re.Match[str], quantity: Quantity, span: Span) -> Money:
    yearly = _AFTER.match(span.flow, found.end(), span.end)
    whole = span.to(found.start(), yearly.end() if yearly else found.end())
    before, after = span.to(max(span.start, whole.start - 40), whole.start), span.to(whole.end, span.end)
    once = after.match(_ONCE_AFTER) or before.search(_ONCE_BEFORE)
    nature, words = _nature(before, after)
    basis = Basis.PER_YEAR if yearly else Basis.ONE_OFF if once else None
    beside = (("basis", span.of(once)) if once and not yearly else None, ("nature", words) if words else None)
    return Money(
        span=whole,
        quantity=quantity.but(stated=_stated(whole)),
        basis=basis,
        nature=nature,
        said=tuple((field, words.stripped()) for field, words in filter(None, beside)),
    )


def _nature(before: Span, after: Span) -> tuple[Nature | None, Span | None]:
    """What kind of money it is, when the word for it stands beside it: `£61,250 budgeted`, `we spent £4,250`."""
    for nature, follows, _ in _NATURES:
        if found := after.match(follows):
            return nature, after.of(found)
    for nature, _, precedes in _NATURES:
        if found := before.search(precedes):
            return nature, before.of(found)
    return None, None


def nature_of_column(label: Span) -> Nature | None:
    """What kind of money a column holds, when its heading begins with the word for it: `Budget`, `Actual spend`."""
    return next((nature for nature, follows, _ in _NATURES if label.match(follows)), None)


def bare_sums(span: Span) -> Iterator[Money]:
    """Sums without a pound sign, for places where only money can stand: `107,262.56`, `12,000`, `17.3K`."""
    for found in span.matches(_BARE):
        value, whole = number(found["k"], "k") if found["k"] else number(found[0]), span.of(found)
        if storable(value):
            yield Money(whole, Quantity(value=value, qualifier=Qualifier.EXACT, stated=_stated(whole)))


def _stated(span: Span) -> str:
    return span.words.strip().strip("(,")


def _quantity(found: re.Match[str]) -> Quantity | None:
    """The number, or the bounds; None where no record could hold them or the bounds stand the wrong way round."""
    named = found.groupdict()
    pair = next((pair for pair in _RANGES if named.get(pair[0])), None)
    low, high = pair or ("one", "one")
    scale = named[f"{high}_scale"]
    most = number(named[high], scale)
    least = number(named[low], named[f"{low}_scale"] or scale)
    if least > most:
        least = number(named[low], named[f"{low}_scale"])
    if not (storable(least) and storable(most)) or least > most:
        return None
    if pair:
        return Quantity(low=least, high=most, qualifier=Qualifier.RANGE)
    if named["most"]:
        return Quantity(high=most, qualifier=Qualifier.AT_MOST)
    if named["least"]:
        return Quantity(low=least, qualifier=Qualifier.AT_LEAST)
    return Quantity(value=most, qualifier=Qualifier.APPROXIMATE if named["about"] else Qualifier.EXACT)
