"""Which period each number of an answer is for."""

import re
from itertools import pairwise

from foidata.documents.span import Span
from foidata.letters.finders.counts import Number
from foidata.letters.finders.periods import Dated, periods
from foidata.letters.finders.sentences import sentences
from foidata.letters.number_labels import whole_question
from foidata.letters.topics import Asked
from foidata.standard.codes import PeriodKind
from foidata.standard.period import Period, spanning

_QUARTER = re.compile(r"(?:^|(?<=\n)|(?<=[;,] ))\W*Q(?:uarter )?(?P<q>[1-4])\s*[:=–-]?\s*$", re.IGNORECASE)
_QUARTERLY = re.compile(r"\b(?:each|every|by|per) quarter|\bquarterly\b", re.IGNORECASE)


def scope_of(asked: Asked) -> Dated | None:
    """A sentence of the answer that says which time all its numbers are for."""
    for sentence in sentences(asked.answer):
        if re.match(r"\W*(?:the|these) (?:figures?|numbers?|data)\b", sentence.words, re.IGNORECASE):
            found = list(periods(sentence))
            if len(found) == 1:
                return found[0]
    return None


def period_of(
    one: Number, place: int, found: list[Number], own: list[Dated], asked: Asked, scope: Dated | None
) -> tuple[Period | None, Span | None]:
    """The period of a number: its own in its piece, the answer's own scope, or the only one asked for."""
    quarter = _quarter(one, asked)
    if quarter:
        return quarter
    dated = _beside(one, place, found, own) or scope
    if dated:
        return dated.period, dated.span
    if len(asked.periods) == 1:
        span, period = asked.periods[0]
        return period, span
    return None, None


def _quarter(one: Number, asked: Asked) -> tuple[Period, Span] | None:
    """The quarter of the one year asked for, where a number stands behind `Q2:`."""
    found = _QUARTER.search(asked.answer.flow, asked.answer.start, one.span.start)
    if found is None or len(asked.periods) != 1 or not _QUARTERLY.search(whole_question(asked)):
        return None
    first = asked.periods[0][1].first_day
    if first is None or asked.periods[0][1].kind not in (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR):
        return None
    months = first.year * 12 + first.month - 1 + 3 * (int(found["q"]) - 1)
    start, end = (f"{one // 12}-{one % 12 + 1:02}" for one in (months, months + 2))
    words = asked.answer.of(found).stripped()
    return spanning(start, end, words.words.strip(" :=–-")), words


def _beside(one: Number, place: int, found: list[Number], own: list[Dated]) -> Dated | None:
    """The period in the piece that a number is for.

    Where numbers and periods take turns each has its neighbour, whichever comes first; else it is the one before, or
    the one that follows before the next number.
    """
    order = sorted([*((dated.span.start, 0) for dated in own), *((number.span.start, 1) for number in found)])
    kinds = [kind for _, kind in order]
    if len(own) == len(found) and all(kind != other for kind, other in pairwise(kinds)):
        return own[place]
    before = [dated for dated in own if dated.span.end <= one.span.start]
    after = [dated for dated in own if dated.span.start >= one.span.end]
    if before and (len(before) > 1 or len(own) > 1 or len(found) == 1):
        return before[-1]
    last = place == len(found) - 1
    if after and (len(found) == 1 or (not last and after[0].span.end <= found[place + 1].span.start) or last):
        return after[0]
    return before[-1] if before else None
