"""Money: sums with their periods, and why there are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foidata.documents.span import Span
from foidata.letters.extent import units
from foidata.letters.finders.money import Money, bare_sums, money
from foidata.letters.finders.periods import Dated, covers_part, periods
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import Said, nil, reason
from foidata.letters.topics import Asked, Reading, absent, interpreter
from foidata.standard.codes import DoubtCode, Qualifier, Status, Topic
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Funding
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity

_NOT_FUNDING = re.compile(
    (
        r"(?:£|\b)(?:450|600)\b[^.\n]{0,80}\b(?:limit|hour)|\b(?:appropriate|cost) limit\b|per hour|an hour"
        r"|\bgrade\b|\bsalary (?:scale|band|range)|\bspinal\b|\bbid\b|\bapplied for\b"
    ),
    re.IGNORECASE,
)
_POST = re.compile(r"\b(?:post|coordinator|co-ordinator|officer|role|salary)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:of which|of this|including|includes|made up of|comprising|the rest)\b[^.;£]{0,20}$", re.IGNORECASE
)
_NIL_SUM = re.compile(r"\b(?:nil|none|zero|nothing)\b|(?<![0-9.,£])£?0(?:\.00)?(?![0-9.,]*[0-9])", re.IGNORECASE)
_NOTHING_FOR = re.compile(
    (
        r"\b(?:no|nothing|not any)\b(?: (?:\w+ )?(?:funding|money|budget|funds|expenditure|spend|sum))? (?:was"
        r"|were|has been|is|had been) (?:\w+ )?(?:allocated|spent|invested|provided|set aside|given|made)"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    """A period or a sum, which may be a word for nothing, where it stands."""

    span: Span
    dated: Dated | None = None
    sum: Money | None = None

    @property
    def nothing(self) -> bool:
        """Whether it is a sum of nothing: `£0`, `nil`."""
        return self.sum is not None and self.sum.value == 0


@interpreter(Topic.FUNDING_BY_YEAR, Topic.FUNDING_OTHER, Topic.FUNDING_AND_ACTIVITIES)
def funding(asked: Asked) -> Reading:
    """The sums by period; or one reason for all the periods that were asked for."""
    if not asked.answer:
        return Reading()
    lines, doubts = _lines(asked)
    if lines:
        return Reading(tuple(lines), tuple(doubts))
    said = _absence(asked)
    if said is None:
        return Reading(doubts=tuple(doubts))
    return Reading(tuple(_expanded(said, asked)), tuple(doubts), said)


def _absence(asked: Asked) -> Said | None:
    """The one status that the answer gives instead of sums."""
    first = next(sentences(asked.answer), asked.answer)
    nothing = nil(first)
    why = reason(first) or (reason(asked.answer) if not nothing else None)
    if nothing and why and why.span.start > nothing.span.end:
        return why
    return nothing or why


def _expanded(said: Said, asked: Asked) -> Iterator[Funding]:
    """An absence for each period asked; one without a period when the question names none."""
    if not absent(said.status) and said.status is not Status.NIL:
        return
    amount = (
        Quantity.make(value=0, qualifier=Qualifier.EXACT, stated=said.span.words) if said.status is Status.NIL else None
    )
    fields = ("status", "amount") if amount else ("status",)
    for span, period in asked.periods or ((None, None),):
        evidence = (*((span.evidence("period"),) if span else ()), said.span.evidence(*fields))
        yield Funding.make(status=said.status, period=period, amount=amount, evidence=evidence)


def _lines(asked: Asked) -> tuple[list[Funding], list[tuple[DoubtCode, Span]]]:
    """The sums of an answer, sentence by sentence."""
    found: list[Funding] = []
    doubts: list[tuple[DoubtCode, Span]] = []
    for piece in _pieces(asked.answer):
        tokens = _tokens(piece)
        sums = [token.sum for token in tokens if token.sum]
        given = [token for token in tokens if token.sum and not token.nothing]
        if not sums or not (given or any(token.dated for token in tokens)) or piece.search(_NOT_FUNDING):
            continue
        start = len(found)
        for dated, one in _pairs(tokens):
            found.append(_line(dated, one, piece, found, start))
        if len(found) == start:
            doubts += [(DoubtCode.UNASSIGNED_FIGURE, token.span) for token in given]
    return found, doubts


def _pieces(answer: Span) -> Iterator[Span]:
    for unit in units(answer):
        yield from sentences(unit)


def _tokens(piece: Span) -> list[_Token]:
    """Periods, sums and words for nothing in the order of the text, none inside another."""
    dates = [_Token(dated.span, dated=dated) for dated in periods(piece)]
    sums = [_Token(one.span, sum=one) for one in money(piece)]
    if dates and not sums:
        sums = [_Token(one.span, sum=one) for one in bare_sums(piece) if not _inside(one.span, dates)]
    for pattern in (_NIL_SUM, _NOTHING_FOR):
        sums += [
            _Token(piece.of(found), sum=_nothing(piece.of(found)))
            for found in piece.matches(pattern)
            if not _inside(piece.of(found), [*dates, *sums])
        ]
    return sorted([*dates, *sums], key=lambda token: token.span.start)


def _nothing(span: Span) -> Money:
    return Money(span, Quantity.make(value=0, qualifier=Qualifier.EXACT, stated=span.words))


def _inside(span: Span, tokens: list[_Token]) -> bool:
    return any(token.span.start < span.end and span.start < token.span.end for token in tokens)


def _pairs(tokens: list[_Token]) -> Iterator[tuple[Dated | None, Money]]:
    """Each sum with its period: the one before it, or the one in brackets after it when sums come first."""
    sums = [token.sum for token in tokens if token.sum]
    dates = [token.dated for token in tokens if token.dated]
    if not dates:
        if len(sums) == 1 and sums[0].value != 0:
            yield None, sums[0]
        return
    if sums[0].span.start < dates[0].span.start and len(sums) == len(dates):
        yield from zip(dates, sums, strict=True)
        return
    current = dates[0] if len(dates) == 1 else None
    for token in tokens:
        current = token.dated or current
        if token.sum and current:
            yield current, token.sum


def _line(dated: Dated | None, one: Money, piece: Span, found: list[Funding], start: int) -> Funding:
    evidence = []
    period: Period | None = None
    if dated:
        partial = covers_part(piece.to(one.span.end, piece.end))
        period = dated.period.but(partial=True) if partial else dated.period
        evidence.append(dated.span.evidence("period"))
    if one.value == 0:
        return Funding.make(
            status=Status.NIL,
            period=period,
            amount=one.quantity,
            evidence=_ordered([*evidence, one.span.evidence("status", "amount")]),
        )
    part = _PART.search(piece.flow, piece.start, one.span.start)
    return Funding.make(
        status=Status.ANSWERED,
        period=period,
        amount=one.quantity,
        currency="GBP",
        basis=one.basis,
        nature=one.nature,
        part_of=len(found) if part and len(found) > start else None,
        evidence=_ordered([*evidence, one.span.evidence("amount")]),
    )


def _ordered(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda one: (one.start, one.end)))
