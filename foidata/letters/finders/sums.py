"""Sums of money with the periods that they are for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foidata.documents.span import Span, Stretches
from foidata.letters.finders.money import Money, bare_sums, money
from foidata.letters.finders.periods import Dated, periods
from foidata.letters.finders.statuses import Said, reason
from foidata.standard.codes import Qualifier
from foidata.standard.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum and the period it is for, if one is said."""

    money: Money
    dated: Dated | None = None
    by_place: bool = False
    """Whether the two belong together only by their places in two rows: `£5 and £6 in 2019 and 2020`."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a sentence or a line says of money."""

    sums: tuple[Sum, ...] = ()
    unpaired: tuple[Money, ...] = ()
    """Sums that could be for several of the periods."""
    dates: tuple[Dated, ...] = ()


_Token = Dated | Money
_NIL_SUM = re.compile(r"\b(?:nil|none|zero|nothing)\b|(?<![0-9.,£])£?0(?:\.00)?(?![0-9.,]*[0-9])", re.IGNORECASE)
_NOTHING_FOR = re.compile(
    r"\b(?:no|nothing|not any)\b(?: (?:\w+ )?(?:funding|money|budget|funds|expenditure|spend|sum))? (?:was|were|is"
    r"|has been|had been) (?:\w+ )?(?:allocated|spent|invested|provided|set aside|given|made)",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:previously|originally|formerly|wrongly|corrected from)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
"""Words before a sum that an earlier letter gave, and that no longer holds."""
_FOLLOWED = re.compile(
    r"\s*(?:(?!and\b|but\b|or\b)\w+\s+){0,4}?(?:in|for|during|over|\()\s*(?:the\s+)?(?:(?:financial|calendar)\s+)?(?:years?\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|/|-|–|to|or|and|,\s*and)\s*(?:in\s+|for\s+)?", re.IGNORECASE)


def sums(piece: Span) -> Sums:
    """The sums of a sentence or a line, each with its period.

    A sum belongs to the period that follows it at once (`£5,000 in 2019`), else to the one before it; two rows of the
    same length are paired by place. Where several periods stand together the sum could be for all or one of them, and
    is left alone.
    """
    tokens = _tokens(piece)
    found = [token for token in tokens if isinstance(token, Money)]
    dates = [token for token in tokens if isinstance(token, Dated)]
    if not dates:
        alone = len(found) == 1 and found[0].value != 0
        return Sums(
            tuple(Sum(one) for one in found if alone), tuple(one for one in found if not alone and one.value != 0)
        )
    rows, by_place = _in_rows(tokens, found, dates)
    if rows:
        return Sums(tuple(Sum(one, dated, by_place=by_place) for one, dated in rows), dates=tuple(dates))
    paired = list(_paired(tokens, dates))
    return Sums(
        sums=tuple(Sum(one, dated) for one, dated in paired if dated),
        unpaired=tuple(one for one, dated in paired if dated is None and one.value != 0),
        dates=tuple(dates),
    )


def _tokens(piece: Span) -> list[_Token]:
    """Periods, sums and words for nothing in the order of the text, none inside another."""
    dates = list(periods(piece))
    found = [
        one
        for one in money(piece)
        if not _FORMER.search(one.span.flow, max(piece.start, one.span.start - 40), one.span.start)
    ]
    if dates and not found:
        apart = _stretches(dates)
        found = [one for one in bare_sums(piece) if not apart.touch(one.span)]
    why = reason(piece)
    for pattern in (_NIL_SUM, _NOTHING_FOR):
        taken = _stretches([*dates, *found, *([why] if why else [])])
        for match in piece.matches(pattern):
            words = piece.of(match)
            if not taken.touch(words):
                found.append(Money(words, Quantity.make(value=0, qualifier=Qualifier.EXACT, stated=words.words)))
    return sorted([*dates, *found], key=lambda token: token.span.start)


def amounts(piece: Span) -> list[Money]:
    """The sums of a stretch and its words for nothing, in order, whatever their periods."""
    return [token for token in _tokens(piece) if isinstance(token, Money)]


def _stretches(tokens: Sequence[_Token | Said]) -> Stretches:
    return Stretches((token.span.start, token.span.end) for token in tokens)


def _in_rows(
    tokens: Sequence[_Token], found: Sequence[Money], dates: Sequence[Dated]
) -> tuple[list[tuple[Money, Dated]], bool]:
    """Each sum with its period where they take turns, or where a row of sums stands beside a row of as many periods."""
    if len(found) != len(dates):
        return [], False
    kinds = [isinstance(token, Money) for token in tokens]
    changes = sum(1 for one, other in pairwise(kinds) if one is not other)
    turns, rows = changes == len(kinds) - 1, changes == 1
    return (list(zip(found, dates, strict=True)) if turns or rows else []), not turns


def _paired(tokens: Sequence[_Token], dates: Sequence[Dated]) -> Iterator[tuple[Money, Dated | None]]:
    """Each sum with the period that follows it at once, else the one before it, else the only one there is."""
    before: Dated | None = None
    listed = False
    for place, token in enumerate(tokens):
        if isinstance(token, Dated):
            last = tokens[place - 1] if place else None
            before, listed = token, isinstance(last, Dated) and _joined(last, token)
            continue
        after, more = (tokens[at] if at < len(tokens) else None for at in (place + 1, place + 2))
        if isinstance(after, Dated) and _FOLLOWED.fullmatch(token.span.flow, token.span.end, after.span.start):
            yield token, None if isinstance(more, Dated) and _joined(after, more) else after
        elif before is None:
            yield token, dates[0] if len(dates) == 1 else None
        else:
            yield token, None if listed else before


def _joined(one: Dated, other: Dated) -> bool:
    """Whether two periods stand in one list: `2019 and 2020`."""
    return _AND.fullmatch(one.span.flow, one.span.end, other.span.start) is not None
