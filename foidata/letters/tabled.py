"""Sums that stand in a table of periods, or in a row in the order of the periods asked."""

import re

from foidata.documents.span import Span
from foidata.letters.finders.money import Money, money
from foidata.letters.finders.numbers import number
from foidata.letters.finders.periods import Dated
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.sums import amounts
from foidata.letters.finders.tables import period_table, rows_of
from foidata.letters.topics import Asked
from foidata.standard.codes import DoubtCode, Qualifier, Status
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Funding
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity

_ZERO_CELL = re.compile(r"(?:£\s?)?0(?:\.00)?$|nil$|none$", re.IGNORECASE)
_PLAIN_CELL = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]+(?:\.[0-9]{1,2})?")
_IN_ORDER = re.compile(r"\b(?:in (?:that |this |the same )?order|respectively)\b", re.IGNORECASE)
_SAME_YEARS = re.compile(r"\bsame (?:financial )?(?:years|periods|time)\b", re.IGNORECASE)


def tabled(asked: Asked) -> tuple[list[Funding], list[tuple[DoubtCode, Span]]] | None:
    """The sums of a table whose columns are periods; a blank cell is no line."""
    table = period_table(asked.answer)
    if table is None:
        return None
    found = [line for row, dated, cell in rows_of(table) if (line := _cell(row.label, dated, cell)) is not None]
    doubts = [(DoubtCode.FLATTENED_TABLE, table.columns[0].span)] if table.flattened else []
    return (found, doubts) if found else None


def _cell(label: Span, dated: Dated, cell: Span) -> Funding | None:
    """The sum of one cell of a table."""
    purpose = " ".join(label.words.split()) if label else None
    about = (label.evidence("purpose"),) if label else ()
    if cell.match(_ZERO_CELL):
        quantity = Quantity.make(value=0, qualifier=Qualifier.EXACT, stated=cell.words)
        evidence = (*about, dated.span.evidence("period"), cell.evidence("status", "amount"))
        return Funding.make(
            status=Status.NIL, period=dated.period, amount=quantity, purpose=purpose, evidence=_ordered(list(evidence))
        )
    signed = next(iter(money(cell)), None)
    plain = _PLAIN_CELL.fullmatch(cell.words)
    if signed is None and plain is None:
        return None
    quantity = (
        signed.quantity
        if signed
        else Quantity.make(value=number(cell.words), qualifier=Qualifier.EXACT, stated=cell.words)
    )
    evidence = (*about, dated.span.evidence("period"), cell.evidence("status", "amount"))
    return Funding.make(
        status=Status.ANSWERED,
        period=dated.period,
        amount=quantity,
        currency="GBP",
        purpose=purpose,
        evidence=_ordered(list(evidence)),
    )


def positional(asked: Asked) -> tuple[list[Funding], list[tuple[DoubtCode, Span]]] | None:
    """Sums that the letter pairs with the years only by their order: `Nil, £750 and £1,000 in order`."""
    for piece in sentences(asked.answer):
        if not piece.search(_IN_ORDER):
            continue
        found = amounts(piece)
        dates = _same_periods(asked) or list(asked.periods)
        if len(found) == len(dates) > 1:
            lines = [_placed(span, period, one) for (span, period), one in zip(dates, found, strict=True)]
            return lines, [(DoubtCode.POSITIONAL_VALUES, piece)]
    return None


def _same_periods(asked: Asked) -> list[tuple[Span, Period]]:
    """The periods of the answer before, where the question asks for "the same years"."""
    if not asked.passage.question.search(_SAME_YEARS) or not asked.earlier:
        return []
    before: dict[str, tuple[Span, Period]] = {}
    for line in asked.earlier[-1].funding:
        for words in line.evidence:
            if line.period and "period" in words.of:
                before.setdefault(line.period.label, (asked.answer.to(words.start, words.end), line.period))
    return list(before.values())


def _placed(span: Span, period: Period, one: Money) -> Funding:
    """A sum with the period that its place gives it."""
    nothing = one.value == 0
    fields = ("status", "amount") if nothing else ("amount",)
    return Funding.make(
        status=Status.NIL if nothing else Status.ANSWERED,
        period=period,
        amount=one.quantity,
        currency=None if nothing else "GBP",
        evidence=_ordered([span.evidence("period"), one.span.evidence(*fields)]),
    )


def _ordered(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda one: (one.start, one.end)))
