"""Numbers of people, children, referrals, staff and checks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from foidata.documents.span import Span
from foidata.letters.extent import units
from foidata.letters.finders.breakdowns import breakdowns
from foidata.letters.finders.counts import Number, counts, masked_number
from foidata.letters.finders.periods import Dated, periods
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import Said, nil, reason
from foidata.letters.finders.tables import PeriodTable, period_table, rows_of
from foidata.letters.marks import marked
from foidata.letters.topics import Asked, Reading, absent, interpreter
from foidata.standard.codes import DoubtCode, PeriodKind, Qualifier, Status, Topic
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Count
from foidata.standard.period import Period, spanning
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
    r"|\bno\s+(?!(?:notes?|records?|logs?|lists?|data|information|figures?)\b)(?:\w+\s+){1,4}(?:is|are|was|were|has been|have been)\s+(?:\w+\s+)?"
    r"(?:made|identified|received|referred|found|challenged|ended|trained|reported|supported|placed)\b",
    re.IGNORECASE,
)
"""A sentence that says there were none: `no NRM referrals have been made`."""
_FOR_ALL = re.compile(r"\s*,?\s*(?:for|in|during) (?:both|all|each|every|either|any)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"\b(?:how many|(?:the |total )?numbers? of)\s+(?P<what>[^?.:;\n(]{3,90})", re.IGNORECASE)
_ASKS_NUMBER = re.compile(r"\bhow many\b|\bnumbers? (?:of|who|that)\b|\btotals?\b|\bhow often\b", re.IGNORECASE)
_PEOPLE = (
    r"(?:child(?:ren)?|young people|adults?|people|persons?|individuals?|victims?|survivors?|staff|employees|officers?"
    r"|members of staff|workers|councillors|applicants?|households?|girls?|boys?|males?|females?|women|men|minors?)"
)
_THINGS = (
    r"(?:referrals?|cases?|concerns?|reports?|applications?|contractors?|suppliers?|contracts?|tenders?|inspections?"
    r"|visits?|audits?|checks?|meetings?|operations?|arrests?|charges?|convictions?|crimes?|orders?|investigations?|prosecutions?|offences|episodes?|placements?)"
)
_AFTER = re.compile(rf"\s+(?P<what>(?:[\w’'&/-]+\s+){{0,4}}?(?:{_PEOPLE}|{_THINGS}))\b", re.IGNORECASE)
_PEOPLE_AFTER = re.compile(rf"\s+(?P<what>(?:[\w’'&/-]+\s+){{0,2}}?{_PEOPLE})\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\s*(?:x|×|no\.?)\s+(?P<what>[A-Za-z][\w ’'&/-]{2,60}?)(?=\s*(?:[,;.\n]|$|\band\b))", re.IGNORECASE
)
_DASHED = re.compile(r"\s*(?:-|–|—|:|=)\s+(?P<what>[A-Za-z][^\n,;]{2,80})")
_LISTED = re.compile(r"\s+(?P<what>[a-z][\w ’'&/-]{3,60}?)(?=\s*(?:[,;.\n]|$))")
_FORMER = re.compile(
    r"\b(?:first (?:letter|reply|response|answer)|previously|originally|formerly|wrongly|earlier (?:letter|reply|figure))\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
"""Words before a number that an earlier letter gave, and that no longer holds."""
_NOUN_ONLY = re.compile(r"\s+(?P<what>[a-z][a-z-]+(?: [a-z-]+)?)\s*\.?\s*$")
"""A sentence that is only a number and what it counts: `Four beds.`"""
_STANDS = re.compile(r"\s*(?:[.;]|,\s*(?:of (?:which|whom)|all|both|none)\b)", re.IGNORECASE)
"""What follows a number with which an answer begins, and which is what was asked: `17, of which 6 were care agencies`."""
_LABELLED = re.compile(r"(?P<what>[A-Za-z][\w ’'&/()-]{1,60}?)\s*(?:-|–|—|:|=|\||\t)\s*$")
_LETTER = re.compile(r"\b(?P<letter>[a-h])\)\s*$")


@interpreter(
    *(topic for topic in _MEASURES if not topic.value.startswith("training_") or topic is Topic.TRAINING_UPTAKE)
)
def counted(asked: Asked) -> Reading:
    """The numbers of an answer, each with what it counts and for which period."""
    if not asked.answer:
        return Reading()
    listing = sum(1 for piece in _pieces(asked.answer) if piece.match(_LIST_ITEM)) > 1
    if not (listing or _ASKS_NUMBER.search(_whole_question(asked)) or asked.answer.search(_TALLIED)):
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
            label = _asked_for(asked) if not row.label or row.label.match(_PLAIN_HEAD) else row.label
            yield _count(one, label, dated.period, dated.span, asked)


def _hidden(piece: Span, asked: Asked) -> Number | None:
    """A number that only a mark stands for, with the bounds that a note of the letter gives for the mark."""
    return marked(piece, asked.marks) or masked_number(piece)


def _broken_down(found: list[Count], asked: Asked) -> tuple[Count, ...]:
    """The counts with the categories that their own words name, where these are what sets them apart."""
    own = [one.label if any("label" in words.of for words in one.evidence) else "" for one in found]
    return tuple(
        one.but(breakdown=breakdown) if breakdown else one
        for one, breakdown in zip(found, breakdowns(own, _whole_question(asked)), strict=True)
    )


def numbers(asked: Asked, stretch: Span) -> Iterator[Count]:
    """The counts that a stretch of an answer states; a number that names nothing and is not the whole answer is left out."""
    scope = _scope(asked)
    for piece in _pieces(stretch):
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
            label = _label(one, piece, asked, alone=len(found) == 1 or bool(own))
            if label is None:
                continue
            period, span = _period(one, place, found, own, asked, scope)
            yield _count(one, label, period, span, asked)


def people_counted(asked: Asked) -> Iterator[Count]:
    """The numbers of people in an answer to a question that asked for something else: 14 officers went to a course."""
    for piece in () if _refusal(asked.answer) else _pieces(asked.answer):
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


def _whole_question(asked: Asked) -> str:
    return " ".join([*(span.words for span in asked.passage.lead_in), asked.passage.question.words])


def _pieces(answer: Span) -> Iterator[Span]:
    """The sentences of an answer; a list of labels with their numbers in one sentence is a piece each."""
    for unit in units(answer):
        for sentence in sentences(unit):
            yield from _listed(sentence) or (sentence,)


_LIST_ITEM = re.compile(
    r"(?P<what>[A-Za-z][\w ,&/’'()-]{1,70}?)\s*(?:[-–—:=|\t]\s*|\s)(?P<n>(?:[<≤]\s?)?[0-9]{1,6}(?:,[0-9]{3})*|\*|nil|none|zero"
    r"|(?:fewer|less) than (?:five|ten|[0-9]+)|(?:five|[0-9]+) or (?:fewer|less))(?:\s+each)?\s*[.;,]?\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r";\s*|,\s+(?:and\s+)?(?=[A-Z])|\s+and\s+(?=[A-Z][^,;]{2,40}\s[0-9*])")


def _listed(sentence: Span) -> list[Span]:
    """The items of a list `Housing 46, Adults 31, Governance 0`: each a label that ends in a number."""
    cuts = [
        sentence.start,
        *(place for found in sentence.matches(_SEPARATOR) for place in (found.start(), found.end())),
        sentence.end,
    ]
    items = [sentence.to(start, end).stripped() for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return items if len(items) > 1 and all(item.match(_LIST_ITEM) for item in items) else []


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
            label=_asked_for(asked),
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


def _asked_for(asked: Asked) -> str:
    """What the question asks the number of, in its own words."""
    for words in (asked.passage.question.words, _whole_question(asked)):
        found = _HOW_MANY.search(words)
        if found:
            return " ".join(found["what"].split())
    return " ".join(asked.passage.question.words.split())[:90].rstrip(" ?.:")


def _label(one: Number, piece: Span, asked: Asked, *, alone: bool) -> Span | str | None:
    """What a number counts: the words beside it, a letter of the question, or all that was asked."""
    for pattern in (_TIMES, _AFTER, _DASHED):
        found = pattern.match(piece.flow, one.span.end, piece.end)
        if found and not any(periods(piece.to(found.start("what"), found.end("what")))):
            return piece.of(found, "what").stripped()
    letter = _LETTER.search(piece.flow, piece.start, one.span.start)
    if letter:
        return _lettered(letter["letter"], asked.passage.question)
    item = piece.match(_LIST_ITEM)
    if (
        item
        and item.start("n") <= one.span.start
        and not any(periods(piece.of(item, "what")))
        and _listing(piece, asked)
    ):
        return piece.of(item, "what")
    before = _LABELLED.search(piece.flow, piece.start, one.span.start)
    if before and not any(periods(piece.of(before, "what"))):
        return piece.of(before, "what")
    noun = _NOUN_ONLY.match(piece.flow, one.span.end, piece.end) if one.span.start == piece.start else None
    if noun:
        return piece.of(noun, "what")
    if one.span.start == piece.start and _STANDS.match(piece.flow, one.span.end, piece.end):
        return _asked_for(asked)
    if alone and (_is_bare(one, piece) or any(periods(piece)) or one.status is Status.SUPPRESSED):
        return _asked_for(asked)
    found = _LISTED.match(piece.flow, one.span.end, piece.end) if not alone else None
    return piece.of(found, "what") if found else None


def _listing(piece: Span, asked: Asked) -> bool:
    """Whether a piece is an item of a list of labels with their numbers, not a sentence that ends in a number."""
    return sum(1 for other in _pieces(asked.answer) if other.match(_LIST_ITEM)) > 1 or len(piece.words.split()) < 4


def _is_bare(one: Number, piece: Span) -> bool:
    """Whether the number is all that the piece says."""
    return len(piece.words) - len(one.span.words) <= 12


def _lettered(letter: str, question: Span) -> Span | None:
    """The option of a question that a letter names: `a) are still where they were first placed`."""
    found = re.compile(rf"\b{letter}\)\s*(?P<what>.+?)(?=\s+(?:or\s+)?[a-h]\)|[?]|$)", re.DOTALL).search(
        question.flow, question.start, question.end
    )
    return question.of(found, "what").stripped() if found else None


def _scope(asked: Asked) -> Dated | None:
    """A sentence of the answer that says which time all its numbers are for."""
    for sentence in sentences(asked.answer):
        if re.match(r"\W*(?:the|these) (?:figures?|numbers?|data)\b", sentence.words, re.IGNORECASE):
            found = list(periods(sentence))
            if len(found) == 1:
                return found[0]
    return None


def _period(
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


_QUARTER = re.compile(r"(?:^|(?<=\n)|(?<=[;,] ))\W*Q(?:uarter )?(?P<q>[1-4])\s*[:=–-]?\s*$", re.IGNORECASE)
_QUARTERLY = re.compile(r"\b(?:each|every|by|per) quarter|\bquarterly\b", re.IGNORECASE)


def _quarter(one: Number, asked: Asked) -> tuple[Period, Span] | None:
    """The quarter of the one year asked for, where a number stands behind `Q2:`."""
    found = _QUARTER.search(asked.answer.flow, asked.answer.start, one.span.start)
    if found is None or len(asked.periods) != 1 or not _QUARTERLY.search(_whole_question(asked)):
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


def _ordered(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda one: (one.start, one.end)))
