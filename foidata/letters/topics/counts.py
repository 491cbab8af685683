"""Numbers of people, children, referrals, staff and checks."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.finders.breakdowns import breakdowns
from foidata.letters.finders.counts import Number, counts, masked_number
from foidata.letters.finders.periods import periods
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import Said, nil, reason
from foidata.letters.finders.tables import PeriodTable, period_table, rows_of
from foidata.letters.marks import marked
from foidata.letters.number_labels import LIST_ITEM, PEOPLE, asked_for, label_of, pieces, whole_question
from foidata.letters.number_periods import period_of, scope_of
from foidata.letters.topics import Asked, Reading, absent, interpreter
from foidata.standard.codes import DoubtCode, Qualifier, Status, Topic
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Count
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity

_MEASURES = {
    Topic.NRM_REFERRALS: "referrals",
    Topic.NRM_BREAKDOWN: "referrals",
    Topic.DUTY_TO_NOTIFY: "referrals",
    Topic.CRIMINAL_EXPLOITATION: "referrals",
    Topic.TRAINING_UPTAKE: "staff_trained",
    Topic.CHILDREN_TRAFFICKED: "people_identified",
    Topic.CHILDREN_NON_UK: "people_identified",
    Topic.CHILDREN_UNACCOMPANIED: "in_care",
    Topic.CHILDREN_MISSING: "missing_people",
    Topic.CHILDREN_PLACEMENTS: "placements",
    Topic.HOUSING_APPLICATIONS: "applications",
    Topic.HOUSING_PRIORITY_NEED: "applications",
    Topic.HOUSING_POLICY: "applications",
    Topic.SUPPLIER_CHECKS: "suppliers_checked",
    Topic.ENFORCEMENT: "inspections",
    Topic.TRAINING_FIRST_RESPONDER: "staff_trained",
    Topic.TRAINING_SURVIVOR_HOUSING: "staff_trained",
    Topic.TRAINING_GENERAL: "staff_trained",
    Topic.SUPPORT_COMMISSIONED: "people_supported",
    Topic.OTHER: "other",
}
_WORDED = (
    ("tenders_challenged", re.compile(r"\btenders?\b", re.IGNORECASE)),
    ("contracts_ended", re.compile(r"\bcontracts? (?:has|have|been|ended|terminated)", re.IGNORECASE)),
    ("missing_episodes", re.compile(r"\bepisodes\b", re.IGNORECASE)),
    ("still_missing", re.compile(r"\bstill missing\b", re.IGNORECASE)),
    (
        "people_supported",
        re.compile(r"\b(?:supported|receiv\w+ (?:help|support)|housed|accommodated)\b", re.IGNORECASE),
    ),
    ("people_suspected", re.compile(r"\bsuspected\b|\bthought to\b", re.IGNORECASE)),
)
_REFUSALS = frozenset(
    {Status.COST_LIMIT, Status.WITHHELD, Status.NEITHER_CONFIRMED_NOR_DENIED, Status.VEXATIOUS_OR_REPEATED}
)
"""With one of these the figures in an answer are about the refusal: files to open, hours, pounds."""
_TALLIED = re.compile(r"\b[0-9]+\s?[x×]\s")
_NONE_MADE = re.compile(
    r"^\W*none of (?:these|those|them|the)\b"
    r"|\bno\s+(?!(?:notes?|records?|logs?|lists?|data|information|figures?)\b)(?:\w+\s+){1,4}(?:is|are|was"
    r"|were|has been|have been)\s+(?:\w+\s+)?"
    r"(?:made|identified|received|referred|found|challenged|ended|trained|reported|supported|placed)\b",
    re.IGNORECASE,
)
"""A sentence that says there were none: `no NRM referrals have been made`."""
_FOR_ALL = re.compile(r"\s*,?\s*(?:for|in|during) (?:both|all|each|every|either|any)\b", re.IGNORECASE)
_ASKS_NUMBER = re.compile(r"\bhow many\b|\bnumbers? (?:of|who|that)\b|\btotals?\b|\bhow often\b", re.IGNORECASE)
_PEOPLE_AFTER = re.compile(rf"\s+(?P<what>(?:[\w’'&/-]+\s+){{0,2}}?{PEOPLE})\b", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:first (?:letter|reply|response|answer)|previously|originally|formerly|wrongly|earlier (?:letter"
    r"|reply|figure))\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
"""Words before a number that an earlier letter gave, and that no longer holds."""


@interpreter(
    *(topic for topic in _MEASURES if not topic.value.startswith("training_") or topic is Topic.TRAINING_UPTAKE)
)
def counted(asked: Asked) -> Reading:
    """The numbers of an answer, each with what it counts and for which period."""
    if not asked.answer:
        return Reading()
    listing = sum(1 for piece in pieces(asked.answer) if piece.match(LIST_ITEM)) > 1
    if not (listing or _ASKS_NUMBER.search(whole_question(asked)) or asked.answer.search(_TALLIED)):
        return Reading()
    said = _absence(asked)
    if said is not None:
        return Reading(tuple(_expanded(said, asked)), said=said)
    table = period_table(asked.answer)
    found = list(_tabled(table, asked)) if table else []
    if table is None or not found:
        return Reading(_broken_down(list(numbers(asked, asked.answer)), asked))
    answer, inside = asked.answer, table.span
    for rest in (answer.to(answer.start, inside.start), answer.to(inside.end, answer.end)):
        found += numbers(asked, rest)
    doubts = ((DoubtCode.FLATTENED_TABLE, table.columns[0].span),) if table.flattened else ()
    return Reading(_broken_down(found, asked), doubts)


_PLAIN_HEAD = re.compile(
    r"(?:the )?(?:numbers?|counts?|totals?|figures?|cases|quantity|no\.?|value|responses?)\W*$", re.IGNORECASE
)


def _tabled(table: PeriodTable, asked: Asked) -> Iterator[Count]:
    """The numbers of a table with a column for each period; what a cell without a number says stays unread."""
    for row, dated, cell in rows_of(table):
        found = list(counts(cell))
        one = found[0] if len(found) == 1 else _hidden(cell, asked) if not found else None
        if one is not None:
            label = asked_for(asked) if not row.label or row.label.match(_PLAIN_HEAD) else row.label
            yield _count(one, label, dated.period, dated.span, asked)


def _hidden(piece: Span, asked: Asked) -> Number | None:
    """A number that only a mark stands for, with the bounds that a note of the letter gives for the mark."""
    return marked(piece, asked.marks) or masked_number(piece)


def _broken_down(found: list[Count], asked: Asked) -> tuple[Count, ...]:
    """The counts with the categories that their own words name, where these are what sets them apart."""
    own = [one.label if any("label" in words.of for words in one.evidence) else "" for one in found]
    return tuple(
        one.but(breakdown=breakdown) if breakdown else one
        for one, breakdown in zip(found, breakdowns(own, whole_question(asked)), strict=True)
    )


def numbers(asked: Asked, stretch: Span) -> Iterator[Count]:
    """The counts that a stretch states; a number that names nothing and is not the whole answer is left out."""
    scope = scope_of(asked)
    for piece in pieces(stretch):
        found = [
            one
            for one in counts(piece)
            if not _FORMER.search(one.span.flow, max(piece.start, one.span.start - 60), one.span.start)
        ]
        masked = _hidden(piece, asked)
        if not found and masked and (masked.source or _speaks_of_a_number(piece)):
            found = [masked]
        own = list(periods(piece))
        for place, one in enumerate(found):
            label = label_of(one, piece, asked, alone=len(found) == 1 or bool(own))
            if label is None:
                continue
            period, span = period_of(one, place, found, own, asked, scope)
            yield _count(one, label, period, span, asked)


def people_counted(asked: Asked) -> Iterator[Count]:
    """The numbers of people in an answer to a question that asked for something else: 14 officers went to a course."""
    for piece in () if _refusal(asked.answer) else pieces(asked.answer):
        own = list(periods(piece))
        for one in counts(piece):
            found = _PEOPLE_AFTER.match(piece.flow, one.span.end, piece.end)
            if found and one.quantity and one.status is Status.ANSWERED:
                dated = own[0] if len(own) == 1 else None
                label = piece.of(found, "what").stripped()
                yield _count(one, label, dated.period if dated else None, dated.span if dated else None, asked)


def _refusal(answer: Span) -> Said | None:
    """The refusal that an answer gives, beside which its figures are no counts."""
    said = reason(answer)
    return said if said and said.status in _REFUSALS else None


def _speaks_of_a_number(piece: Span) -> bool:
    """Whether a stretch speaks of a number that it does not give."""
    return bool(re.search(r"\b(?:number|figure|count|value)s?\b", piece.words, re.IGNORECASE)) or len(piece.words) < 4


def _absence(asked: Asked) -> Said | None:
    refused = _refusal(asked.answer)
    if refused and refused.status is Status.WITHHELD and any(counts(_before(refused, asked.answer))):
        refused = None  # the number was given before something else was withheld
    bounded = any(one.status is Status.SUPPRESSED for one in counts(asked.answer))
    if refused and (refused.status is Status.COST_LIMIT or not bounded):
        return refused
    first = next(sentences(asked.answer), asked.answer)
    nothing = nil(first)
    none = next((found for piece in sentences(asked.answer) if (found := piece.search(_NONE_MADE))), None)
    if none and not any(one.status is not Status.NIL for one in counts(asked.answer)):
        return Said(asked.answer.of(none), Status.NIL)
    said_so = nothing and (
        len(first.words) <= len(nothing.span.words) + 12 or _FOR_ALL.match(first.flow, nothing.span.end, first.end)
    )
    if nothing and said_so and not any(periods(first)):
        return nothing
    if any(True for _ in counts(asked.answer)):
        return None
    why = reason(first) or reason(asked.answer)
    return why if why and absent(why.status) else None


def _before(said: Said, answer: Span) -> Span:
    """The sentences of an answer before the one that says something."""
    start = next((one.start for one in sentences(answer) if one.start <= said.span.start < one.end), answer.start)
    return answer.to(answer.start, start)


def _expanded(said: Said, asked: Asked) -> Iterator[Count]:
    amount = (
        Quantity.make(value=0, qualifier=Qualifier.EXACT, stated=said.span.words) if said.status is Status.NIL else None
    )
    fields = ("status", "quantity") if amount else ("status",)
    refused = said.status in _REFUSALS
    for span, period in () if refused else asked.periods or ((None, None),):
        evidence = _ordered([*((span.evidence("period"),) if span else ()), said.span.evidence(*fields)])
        yield Count.make(
            status=said.status,
            measure=_measure(asked),
            label=asked_for(asked),
            period=period,
            quantity=amount,
            evidence=evidence,
        )


def _count(one: Number, label: Span | str, period: Period | None, span: Span | None, asked: Asked) -> Count:
    said = ("quantity", "status") if one.quantity and not one.source else ("status",)
    evidence = [one.span.evidence(*said), *([one.source.evidence("quantity")] if one.source else [])]
    if span:
        evidence.append(span.evidence("period"))
    if isinstance(label, Span):
        evidence.append(label.evidence("label"))
    words = " ".join((label.words if isinstance(label, Span) else label).split())
    return Count.make(
        status=one.status,
        measure=_measure(asked, words),
        label=words,
        period=period,
        quantity=one.quantity,
        out_of=one.out_of,
        evidence=_ordered(evidence),
    )


def _measure(asked: Asked, label: str = "") -> str:
    """What is counted, as a code: by the words first, then by the topic."""
    for words in (label, asked.passage.question.words):
        for code, pattern in _WORDED:
            if pattern.search(words):
                return code
    return _MEASURES.get(asked.topic, "other")


def _ordered(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda one: (one.start, one.end)))
