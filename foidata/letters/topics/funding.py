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
    """A period, a sum or a word for nothing, where it stands."""

    span: Span
    dated: Dated | None = None
    sum: Money | None = None
    nothing: bool = False


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
        Quantity.make(value=0, qualifier=Qualifier.EXACT, stated=said.span.text) if said.status is Status.NIL else None
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
        sums = [token for token in tokens if token.sum or token.nothing]
        if not any(token.sum for token in tokens) and not any(
            token.nothing and token.dated is None for token in sums if _dated(tokens)
        ):
            continue
        if piece.search(_NOT_FUNDING):
            continue
        pairs = list(_pairs(tokens))
        if pairs:
            start = len(found)
            for dated, token in pairs:
                found.append(_line(dated, token, piece, found, start))
        else:
            doubts += [(DoubtCode.UNASSIGNED_FIGURE, token.span) for token in sums if token.sum]
    return found, doubts


def _pieces(answer: Span) -> Iterator[Span]:
    for unit in units(answer):
        yield from sentences(unit)


def _dated(tokens: list[_Token]) -> bool:
    return any(token.dated for token in tokens)


def _tokens(piece: Span) -> list[_Token]:
    """Periods, sums and words for nothing in the order of the text, none inside another."""
    dates = [_Token(dated.span, dated=dated) for dated in periods(piece)]
    sums = [_Token(one.span, sum=one) for one in money(piece)]
    if dates and not sums:
        sums = [_Token(one.span, sum=one) for one in bare_sums(piece) if not _inside(one.span, dates)]
    nothing = [
        _Token(piece.of(match), nothing=True)
        for pattern in (_NIL_SUM, _NOTHING_FOR)
        for match in piece.matches(pattern)
        if not _inside(piece.of(match), [*dates, *sums])
    ]
    kept = [token for token in sums if not (token.sum and token.sum.value == 0)]
    zeros = [_Token(token.span, nothing=True) for token in sums if token.sum and token.sum.value == 0]
    return sorted([*dates, *kept, *zeros, *nothing], key=lambda token: token.span.start)


def _inside(span: Span, tokens: list[_Token]) -> bool:
    return any(token.span.start < span.end and span.start < token.span.end for token in tokens)


def _pairs(tokens: list[_Token]) -> Iterator[tuple[Dated | None, _Token]]:
    """Each sum with its period: the one before it, or the one in brackets after it when sums come first."""
    sums = [token for token in tokens if not token.dated]
    dates = [token for token in tokens if token.dated]
    if not sums:
        return
    if not dates:
        if len(sums) == 1 and sums[0].sum:
            yield None, sums[0]
        return
    if sums[0].span.start < dates[0].span.start and len(sums) == len(dates):
        yield from ((date.dated, token) for token, date in zip(sums, dates, strict=True))
        return
    current: Dated | None = None
    for token in tokens:
        if token.dated:
            current = token.dated
        elif current is not None or len(dates) == 1:
            yield current or dates[0].dated, token


def _line(dated: Dated | None, token: _Token, piece: Span, found: list[Funding], start: int) -> Funding:
    evidence = []
    period: Period | None = None
    if dated:
        period = dated.period
        if covers_part(piece.to(token.span.end, piece.end)):
            period = period.but(partial=True)
        evidence.append(dated.span.evidence("period"))
    if token.nothing:
        quantity = Quantity.make(value=0, qualifier=Qualifier.EXACT, stated=token.span.text)
        return Funding.make(
            status=Status.NIL,
            period=period,
            amount=quantity,
            evidence=_ordered([*evidence, token.span.evidence("status", "amount")]),
        )
    one = token.sum
    assert one is not None  # a token that is neither a period nor nothing holds a sum
    part = _PART.search(piece.source, piece.start, token.span.start)
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
