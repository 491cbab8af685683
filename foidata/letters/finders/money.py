"""Sums of money."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from foidata.documents.span import Span
from foidata.letters.finders.numbers import DIGITS, GROUPED, SCALE, SPACE, number
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

    @property
    def value(self) -> Decimal | None:
        """The sum itself, when it is one number."""
        return self.quantity.value


_ABOUT = (
    r"(?:approx(?:imately|\.)?|around|about|roughly|circa|c\.|some|estimated(?: at)?|an estimated|in the region of"
    r"|just (?:under|over)|nearly|almost|~)"
)
_AT_MOST = r"(?:up to|no more than|not more than|at most|(?:a )?maximum of|less than|under|below)"
_AT_LEAST = r"(?:at least|no less than|(?:a )?minimum of|more than|over|in excess of)"


def _sum(name: str, sign: str = "(?:£|GBP)") -> str:
    return rf"{sign}{SPACE}?(?P<{name}>{DIGITS})(?:{SPACE}?(?P<{name}_scale>{SCALE}))?"


_PER_YEAR = r"(?:per annum|p\.?{s}?a\b\.?|pa\b|(?:a|per|each|every) year|annually|yearly|/{s}?(?:year|yr)\b)".replace(
    "{s}", SPACE
)

_DASH = r"(?:-|–|—|\u2010|\u2011)"
_MONEY = re.compile(
    rf"between\s+{_sum('from')}\s+and\s+{_sum('to', '(?:£|GBP)?')}"
    rf"|(?:from\s+)?{_sum('low')}\s*(?:{_DASH}|to)\s*{_sum('high')}"
    rf"|{_sum('first')}{_DASH}{_sum('last', '')}"
    rf"|(?:(?P<about>{_ABOUT})\s*|(?P<most>{_AT_MOST})\s+|(?P<least>{_AT_LEAST})\s+)?{_sum('one')}",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:{SPACE}|,)*\(?(?P<year>{_PER_YEAR})\)?", re.IGNORECASE)
_NATURES = (
    (
        Nature.BUDGET,
        re.compile(r"(?:was |were |is )?(?:\()?budget(?:ed|s)?\b|budget of|set aside|allocated", re.IGNORECASE),
    ),
    (Nature.ACTUAL, re.compile(r"(?:\()?(?:actual|spent|spend|expenditure)\b", re.IGNORECASE)),
    (Nature.FORECAST, re.compile(r"(?:\()?(?:forecast|projected|expected|planned)\b", re.IGNORECASE)),
)
_BARE = re.compile(rf"(?<![0-9.,£])(?:{GROUPED}|[0-9]{{1,7}}\.[0-9]{{2}})(?![0-9.,]*[0-9%])")


def money(span: Span) -> Iterator[Money]:
    """The sums with a pound sign, in the order of the text.

    `£50k`, `£1.2m`, `between £20,000 and £25,000`, `up to £500`, `approx. £25k`, `£30,000 p.a.`.
    """
    for found in span.matches(_MONEY):
        quantity = _quantity(found)
        if quantity is None:
            continue
        end = found.end()
        yearly = _AFTER.match(span.source, end, span.end)
        if yearly:
            end = yearly.end()
        whole = span.to(found.start(), end)
        yield Money(
            span=whole,
            quantity=quantity.but(stated=_stated(whole)),
            basis=Basis.PER_YEAR if yearly else None,
            nature=nature_after(span.to(end, span.end)),
        )


def nature_after(rest: Span) -> Nature | None:
    """What kind of money it is, when the word for it follows at once: `£61,250 budgeted`."""
    near = rest.text[:24].lstrip(" ,(")
    return next((nature for nature, pattern in _NATURES if pattern.match(near)), None)


def bare_sums(span: Span) -> Iterator[Money]:
    """Sums without a pound sign, for places where only money can stand: `107,262.56`, `12,000`."""
    for found in span.matches(_BARE):
        whole = span.of(found)
        yield Money(
            span=whole, quantity=Quantity(value=number(found[0]), qualifier=Qualifier.EXACT, stated=_stated(whole))
        )


def _stated(span: Span) -> str:
    return span.text.strip().strip("(,")


def _quantity(found: re.Match[str]) -> Quantity | None:
    def value(name: str, scale: str | None = None) -> Decimal:
        return number(found[name], found[f"{name}_scale"] or scale)

    if found["one"]:
        if found["most"]:
            return Quantity(high=value("one"), qualifier=Qualifier.AT_MOST)
        if found["least"]:
            return Quantity(low=value("one"), qualifier=Qualifier.AT_LEAST)
        return Quantity(value=value("one"), qualifier=Qualifier.APPROXIMATE if found["about"] else Qualifier.EXACT)
    low, high = next(pair for pair in (("from", "to"), ("low", "high"), ("first", "last")) if found[pair[0]])
    least, most = value(low, found[f"{high}_scale"]), value(high)
    return Quantity(low=least, high=most, qualifier=Qualifier.RANGE) if least <= most else None
