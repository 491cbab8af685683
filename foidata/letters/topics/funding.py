"""Money: sums with their periods, and why there are none."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.extent import units
from foidata.letters.finders.money import COST_LIMIT, Money
from foidata.letters.finders.periods import Dated, covers_part
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import Said, nil, reason
from foidata.letters.finders.sums import Sum, Sums, sums
from foidata.letters.tabled import positional, tabled
from foidata.letters.topics import Asked, Reading, absent, interpreter
from foidata.standard.codes import DoubtCode, Qualifier, Status, Topic
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Funding
from foidata.standard.quantity import Quantity

_NOT_FUNDING = re.compile(
    rf"{COST_LIMIT.pattern}|\bgraded?\b|\bpay (?:scale|band|range)|\b(?:council|authority|organisation)-wide\b"
    r"|\b[0-9,.]+ hours\b|\bsalary (?:scale|band|range)|\bspinal\b|\bbid\b|\bapplied for\b"
    r"|£\S+\s*(?:(?:per|an?|each) (?:month|week|day|hour|night|head|person|place|case|session)"
    r"|(?:monthly|weekly|daily)\b)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:of which|of this|including|includes|made up of|comprising|the rest)\b[^.;£]{0,20}$", re.IGNORECASE
)
_SPENT = (
    r"(?:(?:was|were|has been|had been)\s+)?"
    r"(?:(?:spent|invested|used|set aside|allocated|given|paid|budgeted|went)\s+)?"
)
_NO_PURPOSE = (
    r"(?:the |each |this |that )?(?:financial |calendar )?(?:year|period)|[0-9£]|top of|this\b|that\b|it\b|average"
)
_NO_MONEY = (Status.NO_DEDICATED_RESOURCE, Status.NOT_RECORDED_SEPARATELY)
_PURPOSE = re.compile(
    rf"\s*{_SPENT}(?:on|for|towards|to fund|to pay for)\s+(?P<purpose>(?!{_NO_PURPOSE})[^.;,\n£()]{{4,120}}?)"
    r"(?=\s+(?:in|for|during|over)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:19|20)[0-9]{2}|\s+and\s+£|\s*[.;,\n()]|\s*$)",
    re.IGNORECASE,
)


@interpreter(Topic.FUNDING_BY_YEAR, Topic.FUNDING_OTHER, Topic.FUNDING_AND_ACTIVITIES)
def funding(asked: Asked) -> Reading:
    """The sums by period; or one reason for all the periods that were asked for."""
    if not asked.answer:
        return Reading()
    lines, doubts = tabled(asked) or positional(asked) or _lines(asked)
    first = next(sentences(asked.answer), asked.answer)
    nothing = reason(first)
    if nothing and nothing.status in _NO_MONEY and not any(line.period for line in lines):
        lines = []  # the sums of other things that stand beside "no separate budget"
    if any(line.amount for line in lines):
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
    """The sums of an answer, and the periods that it says have none and why, sentence by sentence."""
    found: list[Funding] = []
    doubts: list[tuple[DoubtCode, Span]] = []
    for unit in units(asked.answer):
        for piece in sentences(unit):
            if piece.search(_NOT_FUNDING):
                continue
            said = sums(piece)
            start = len(found)
            for one in said.sums:
                found.append(_line(one, piece, found, start))
            if not said.sums and not said.unpaired:
                found += _without(piece, said)
            doubts += [(DoubtCode.UNASSIGNED_FIGURE, one.span) for one in said.unpaired]
            doubts += [(DoubtCode.AMBIGUOUS_PERIOD, one.span) for one in said.dates if one.ambiguous]
            if any(one.by_place for one in said.sums):
                doubts.append((DoubtCode.POSITIONAL_VALUES, piece))
    return found, doubts


def _without(piece: Span, said: Sums) -> Iterator[Funding]:
    """The periods that a sentence names to say why there is no sum for them."""
    why = reason(piece)
    if why is not None and absent(why.status):
        for dated in said.dates:
            evidence = _ordered([dated.span.evidence("period"), why.span.evidence("status")])
            yield Funding.make(status=why.status, period=dated.period, evidence=evidence)


def _line(said: Sum, piece: Span, found: list[Funding], start: int) -> Funding:
    one, dated = said.money, said.dated
    evidence = [dated.span.evidence("period")] if dated else []
    partial = dated is not None and covers_part(piece.to(one.span.end, piece.end))
    period = dated.period.but(partial=True) if dated and partial else dated.period if dated else None
    if one.value == 0:
        evidence.append(one.span.evidence("status", "amount"))
        return Funding.make(status=Status.NIL, period=period, amount=one.quantity, evidence=_ordered(evidence))
    part = _PART.search(piece.flow, max(piece.start, one.span.start - 60), one.span.start)
    purpose = _purpose(piece, one, dated)
    inside = one.basis is not None and not any(field == "basis" for field, _ in one.said)
    evidence.append(one.span.evidence("amount", *(("basis",) if inside else ())))
    evidence += [words.evidence(field) for field, words in one.said]
    evidence += [purpose.evidence("purpose")] if purpose else []
    return Funding.make(
        status=Status.ANSWERED,
        period=period,
        amount=one.quantity,
        currency="GBP",
        basis=one.basis,
        nature=one.nature,
        purpose=" ".join(purpose.words.split()) if purpose else None,
        part_of=len(found) if part and len(found) > start else None,
        evidence=_ordered(evidence),
    )


def _purpose(piece: Span, one: Money, dated: Dated | None) -> Span | None:
    """What a sum was for, where the words for it follow the sum, or the period that follows the sum."""
    ends = [one.span.end, *([dated.span.end] if dated and dated.span.start > one.span.end else [])]
    for end in ends:
        found = piece.to(end, piece.end).match(_PURPOSE)
        if found:
            return piece.of(found, "purpose").stripped()
    return None


def _ordered(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda one: (one.start, one.end)))
