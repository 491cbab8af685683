"""The status of an answer: what its words and its facts together come to."""

import re
from collections.abc import Sequence

from foidata.letters.finders.pointers import Pointer, pointer
from foidata.letters.finders.sentences import sentence_around
from foidata.letters.finders.statuses import Said, nil, reason, reasons, taken_back
from foidata.letters.topics import Asked, Reading, absent
from foidata.standard.answer import Answer
from foidata.standard.codes import Access, Status, Topic
from foidata.standard.facts import Count, Fact, Funding, Lead, Partnership, Reference
from foidata.standard.roll_up import roll_up

_COUNTED = frozenset(
    topic
    for topic in Topic
    if {"counts", "funding", "training"} & set(topic.matched("facts").split()) and topic is not Topic.OTHER
)
"""Topics whose questions ask for money, a number, a list or training, so that "None" is nil."""

SENT = re.compile(
    r"\W{0,2}(?:please\s+)?(?:see|find|refer to)\s+(?:the\s+)?(?:attached|enclosed|appended|accompanying|attachment)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:available|published|found|accessible)\b[^.\n]{0,60}\b(?:website|online|web ?page|at:?|https?:"
    r"|www\.)|\balready (?:in the public domain|published|available)|refer to (?:the |our )?website",
    re.IGNORECASE,
)


def status_of(asked: Asked, reading: Reading, ids: Sequence[str]) -> tuple[Status, Pointer | None]:
    """The status of the whole answer."""
    answer = asked.answer
    if not answer:
        return Status.NOT_ANSWERED, None
    points = pointer(answer, ids, asked.passage.id)
    if points and points.alone and not _figures(reading):
        own = reason(answer)
        bounded = own is not None and own.status is Status.SUPPRESSED
        return (Status.SUPPRESSED if bounded else Status.SEE_OTHER_ANSWER), points
    if settled_before(asked):
        return Status.NOT_APPLICABLE, None
    if reading.said or _figures(reading):
        status = _with_figures(reading.said.status if reading.said else Status.ANSWERED, reading)
    else:
        status = _without_figures(asked, reading)
    return (Status.PARTLY_ANSWERED if _refused_in_part(asked, reading, status) else status), points


_ALREADY_OUT = re.compile(
    r"\b(?:section|s\.?)\s?21\b(?!\()|\bsection\s?25(?:\(1\))?\b|\b(?:reasonably|otherwise) accessible\b"
    r"|\baccessible (?:to you )?by other means\b",
    re.IGNORECASE,
)
"""An exemption for what anybody can get elsewhere: it says where, and refuses nothing."""
_REFUSALS = (Status.WITHHELD, Status.COST_LIMIT, Status.NEITHER_CONFIRMED_NOR_DENIED)


def _refused_in_part(asked: Asked, reading: Reading, status: Status) -> bool:
    """Whether an answer gives something and refuses something else, each in words of its own."""
    if status not in (Status.ANSWERED, *_REFUSALS):
        return False
    if asked.answer.search(_ALREADY_OUT) and not _figures(reading):
        return False
    refusal = next((said for said in reasons(asked.answer) if said.status in _REFUSALS), None)
    if refusal is None or taken_back(sentence_around(asked.answer, refusal.span.start)):
        return False
    given = [fact for fact in reading.facts if _gives(fact)]
    apart = [one for fact in given for one in fact.evidence if not one.start <= refusal.span.start < one.end]
    return bool(given) and bool(apart)


def _gives(fact: Fact) -> bool:
    """Whether a fact is something that was given: a sum, a number, a document that was sent or pointed to."""
    if isinstance(fact, Reference):
        return fact.access in (Access.ATTACHED, Access.LINKED, Access.PUBLISHED)
    if isinstance(fact, Lead | Partnership):
        return True
    return isinstance(fact, Funding | Count) and fact.status in (Status.ANSWERED, Status.NIL)


def codes_of(points: Pointer | None, earlier: Sequence[Answer]) -> list[str]:
    """The exemptions of the answer that is pointed to: `5 or fewer, see our reasons at 2(a)`."""
    if points is None:
        return []
    return [code for answer in earlier if answer.id == points.target for code in answer.exemptions]


def _without_figures(asked: Asked, reading: Reading) -> Status:
    """The status of an answer of words, whose topic has no more to say of it."""
    if asked.answer.match(SENT):
        return Status.IN_ATTACHMENT
    said = _absence(asked)
    if said and said.status is Status.WITHHELD and asked.answer.search(_ALREADY_OUT):
        return Status.PUBLISHED_ELSEWHERE
    if said:
        return said.status
    elsewhere = asked.answer.search(_ELSEWHERE) and len(asked.answer.text) < 400 and not reading.facts
    return Status.PUBLISHED_ELSEWHERE if elsewhere else Status.ANSWERED


def _absence(asked: Asked) -> Said | None:
    nothing = nil(asked.answer) if asked.topic in _COUNTED else None
    if nothing:
        return nothing
    why = reason(asked.answer)
    if why is None or not absent(why.status):
        return why
    strong = why.status in (Status.COST_LIMIT, Status.WITHHELD, Status.NEITHER_CONFIRMED_NOR_DENIED)
    return why if strong or why.span.start - asked.answer.start < 220 else None


def _figures(reading: Reading) -> bool:
    """Whether sums or numbers were read from the answer."""
    return any(
        (isinstance(fact, Funding) and fact.amount is not None)
        or (isinstance(fact, Count) and (fact.quantity is not None or fact.status is Status.SUPPRESSED))
        for fact in reading.facts
    )


def _with_figures(status: Status, reading: Reading) -> Status:
    """The roll-up of the sums and counts, where they are of several statuses."""
    lines = {fact.status for fact in reading.facts if isinstance(fact, Funding | Count)}
    return (roll_up(lines) or status) if status in (Status.ANSWERED, Status.NIL) else status


_ABOUT_LEAD = (Topic.LEAD_TEAM, Topic.LEAD_AUDIENCE, Topic.LEAD_DEDICATION, Topic.LEAD_START)


def settled_before(asked: Asked) -> bool:
    """Whether an answer that several questions share said there is no lead, so that this question does not apply."""
    if asked.topic not in _ABOUT_LEAD:
        return False
    return any(
        answer.topic is Topic.LEAD_EXISTS
        and answer.text == asked.answer.text
        and answer.leads
        and not any(lead.exists for lead in answer.leads)
        for answer in asked.earlier
    )
