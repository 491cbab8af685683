"""Sums that stand in a table of periods, or in a row in the order of the periods asked."""

import re

from foidata.documents.span import Span
from foidata.letters.finders.money import Money, money, nature_of_column
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
_PLAIN_HEAD = re.compile(
    r"(?:(?:the|total|annual)\s+)?(?:amounts?|sums?|totals?|costs?|values?|funding|figures?|£)(?:\s*\(?£\)?)?\W*$",
    re.IGNORECASE,
)
"""The heading of a column that says only that money stands below it."""
_IN_ORDER = re.compile(r"\b(?:in (?:that |this |the same )?order|respectively)\b", re.IGNORECASE)
_SAME_YEARS = re.compile(r"\bsame (?:financial )?(?:years|periods|time)\b", re.IGNORECASE)


def tabled(asked: Asked) -> tuple[list[Funding], list[tuple[DoubtCode, Span]]] | None:
    """The sums of a table whose columns are periods; a blank cell is no line."""
    table = period_table(asked.answer)
    if table is None:
        return None
    alone = len(table.rows) == 1
    found = [line for row, dated, cell in rows_of(table) if (line := _cell(row.label, dated, cell, alone=alone))]
    doubts = [(DoubtCode.FLATTENED_TABLE, table.columns[0].span)] if table.flattened else []
    return (found, doubts) if found else None


def _cell(label: Span, dated: Dated, cell: Span, *, alone: bool) -> Funding | None:
    """The sum of one cell of a table; the heading of a row that stands `alone` may say only that it is money."""
    quantity = _zero(cell) or _sum(cell)
    if quantity is None:
        return None
    nature = nature_of_column(label) if label else None
    purpose = None if not label or nature or (alone and label.match(_PLAIN_HEAD)) else " ".join(label.words.split())
    about = "purpose" if purpose else "nature" if nature else None
    evidence = [dated.span.evidence("period"), cell.evidence("status", "amount")]
    nothing = quantity.value == 0
    return Funding.make(
        status=Status.NIL if nothing else Status.ANSWERED,
        period=dated.period,
        amount=quantity,
        currency=None if nothing else "GBP",
        nature=nature,
        purpose=purpose,
        evidence=_ordered([*evidence, *([label.evidence(about)] if about else [])]),
    )


def _zero(cell: Span) -> Quantity | None:
    found = cell.match(_ZERO_CELL)
    return Quantity.make(value=0, qualifier=Qualifier.EXACT, stated=cell.words) if found else None


def _sum(cell: Span) -> Quantity | None:
    """The sum of a cell, with a pound sign or without one."""
    signed = next(iter(money(cell)), None)
    if signed:
        return signed.quantity
    plain = _PLAIN_CELL.fullmatch(cell.words)
    return Quantity.make(value=number(cell.words), qualifier=Qualifier.EXACT, stated=cell.words) if plain else None


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
