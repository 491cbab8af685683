"""Passage → Answer: what was said to one question, as a record."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidata.documents.span import Span, Stretches
from foidata.letters.finders import exemptions as citations
from foidata.letters.finders.documents import documents
from foidata.letters.finders.money import COST_LIMIT, money
from foidata.letters.finders.notes import notes
from foidata.letters.finders.partnerships import partnerships
from foidata.letters.finders.periods import Dated, periods
from foidata.letters.finders.pointers import Pointer, pointer
from foidata.letters.finders.posts import posts
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import Said, nil, reason
from foidata.letters.passage import Passage
from foidata.letters.topics import LISTS, Asked, Reading, absent, interpreters
from foidata.letters.topics.wording import topic_of
from foidata.standard.answer import Answer, Question
from foidata.standard.codes import Access, DoubtCode, Law, PeriodKind, Status, Topic
from foidata.standard.evidence import Doubt
from foidata.standard.facts import Fact, Funding, Post, Reference
from foidata.standard.period import Period, calendar_year, financial_year

_COUNTED = frozenset(
    topic
    for topic in Topic
    if {"counts", "funding", "training"} & set(topic.matched("facts").split()) and topic is not Topic.OTHER
)
"""Topics whose questions ask for money, a number, a list or training, so that "None" is nil."""


def interpret(
    passage: Passage, authority: str | None, laws: Sequence[Law], ids: Sequence[str], earlier: Sequence[Answer]
) -> Answer:
    """The answer of one passage. `ids` are those of all passages, `earlier` the answers before this one."""
    topic, guessed = _topic(passage)
    asked = Asked(passage, topic, tuple(_periods_asked(passage)), authority, tuple(earlier))
    reading = _read(asked)
    status, points = _status(asked, reading, ids)
    given = status in (Status.ANSWERED, Status.NIL, Status.NOT_APPLICABLE)
    cited = () if given else tuple(citations.exemptions(passage.answer, laws))
    codes = [one.code for one in cited] or _codes_of(points, earlier)
    if status is Status.NOT_APPLICABLE and _settled_before(asked):
        reading = Reading()
    doubts = [*passage.doubts, *reading.doubts, *_doubts(asked, reading, status, guessed=guessed)]
    lists: dict[str, list[Fact]] = {}
    for fact in reading.facts:
        lists.setdefault(LISTS[type(fact)], []).append(fact)
    return Answer.make(
        id=passage.id,
        question=_question(asked),
        topic=topic,
        status=status,
        text=passage.answer.text if passage.answer else None,
        evidence=(passage.answer.evidence(),) if passage.answer else (),
        refers_to=(points.target,) if points else (),
        exemptions=tuple(dict.fromkeys(codes)),
        cited_as=tuple(dict.fromkeys(one.span.words for one in cited)),
        doubts=tuple(
            Doubt.make(code=code, evidence=(span.evidence(),) if span else ()) for code, span in _once(doubts)
        ),
        **{name: tuple(facts) for name, facts in lists.items()},
    )


def _topic(passage: Passage) -> tuple[Topic, bool]:
    """The topic, and whether it was recognised by wording only."""
    if passage.asked:
        return passage.asked.topic, False
    for words in (passage.question.words, " ".join(span.words for span in (*passage.lead_in, passage.question))):
        topic = topic_of(words)
        if topic:
            return topic, True
    return Topic.OTHER, True


def _question(asked: Asked) -> Question:
    passage = asked.passage
    section, text = passage.section, passage.question
    of_text = ("text", *(("periods_asked",) if _inside(asked) else ())) if section else ()
    return Question.make(
        text=text.text,
        number=passage.number,
        section=section.words.strip(" :") if section else None,
        id=passage.asked.id if passage.asked else None,
        lead_in=tuple(span.evidence() for span in passage.lead_in),
        periods_asked=tuple(period for _, period in asked.periods),
        evidence=(*((section.evidence("section"),) if section else ()), text.evidence(*of_text)),
    )


def _inside(asked: Asked) -> bool:
    return bool(asked.periods) and all(asked.passage.question.holds(span) for span, _ in asked.periods)


_THROUGH = re.compile(r"\s*(?:to|-|–|—|until|through)\s*")
_CITED = re.compile(
    r"\b(?:act|strategy|regulations?|plan|report|guidance|statement|bill)\s*\(?(?:of\s)?$", re.IGNORECASE
)


def _periods_asked(passage: Passage) -> Iterator[tuple[Span, Period]]:
    """The periods that a question asks for, in the order asked; `2019 to 2023` is each year of it.

    Years that only name a law or a document ("Modern Slavery Act (2015)") are not asked for. Where the question names
    none, the words above it may.
    """
    for stretch in (passage.question, *reversed(passage.lead_in)):
        found = [
            dated
            for dated in periods(stretch)
            if not _CITED.search(stretch.flow, max(0, dated.span.start - 30), dated.span.start)
        ]
        if found:
            yield from _spread(found)
            return


def _spread(found: list[Dated]) -> Iterator[tuple[Span, Period]]:
    place = 0
    while place < len(found):
        one, after = found[place], found[place + 1] if place + 1 < len(found) else None
        through = after is not None and _THROUGH.fullmatch(one.span.flow, one.span.end, after.span.start)
        years = _years(one.period, after.period) if after and through else ()
        if years and after:
            whole = one.span.to(one.span.start, after.span.end)
            yield from ((whole, year.but(stated=whole.words)) for year in years)
            place += 2
        elif one.period.kind is PeriodKind.RANGE and len(one.period.start or "") == len(one.period.end or "") == 4:
            first, last = int(one.period.start or 0), int(one.period.end or 0)
            yield from ((one.span, calendar_year(year, one.span.words)) for year in range(first, last + 1))
            place += 1
        else:
            yield one.span, one.period
            place += 1


def _years(first: Period, last: Period) -> tuple[Period, ...]:
    if first.kind is not last.kind or first.start is None or last.start is None:
        return ()
    years = range(int(first.start[:4]), int(last.start[:4]) + 1)
    if first.kind is PeriodKind.CALENDAR_YEAR:
        return tuple(calendar_year(year) for year in years)
    return tuple(financial_year(year) for year in years) if first.kind is PeriodKind.FINANCIAL_YEAR else ()


def _read(asked: Asked) -> Reading:
    """What the topic's interpreter and the finders that every topic shares read from the answer."""
    if not asked.answer:
        return Reading()
    one = interpreters().get(asked.topic)
    reading = one.read(asked) if one else Reading()
    allowed = asked.topic.matched("facts").split()
    if "posts" in allowed:
        reading += Reading(tuple(_known(post, asked) for post in posts(asked.answer, asked.authority)))
    if "partnerships" in allowed:
        reading += Reading(partnerships(asked.answer))
    if "documents" in allowed and not any(isinstance(fact, Reference) for fact in reading.facts):
        reading += Reading(tuple(documents(asked.answer)))
    reading += Reading(tuple(notes(asked.answer)))
    return _without_posts_money(reading)


def _without_posts_money(reading: Reading) -> Reading:
    """A post's cost stays on the post: the same sum is not a line of funding too."""
    costs = {post.annual_cost.stated for post in reading.facts if isinstance(post, Post) and post.annual_cost}
    return replace(
        reading,
        facts=tuple(
            fact
            for fact in reading.facts
            if not (isinstance(fact, Funding) and fact.amount and fact.amount.stated in costs and fact.amount.value)
        ),
    )


def _known(post: Post, asked: Asked) -> Post:
    """A post without a title is the one that an earlier answer names, when times overlap and one body paid for both."""
    if post.title or not post.period:
        return post
    for answer in asked.earlier:
        for other in answer.posts:
            if (
                other.title
                and other.funded_by == post.funded_by
                and other.period
                and other.period.overlaps(post.period)
            ):
                return post.but(same_as=answer.id)
    return post


_SENT = re.compile(
    r"\W{0,2}(?:please\s+)?(?:see|find|refer to)\s+(?:the\s+)?(?:attached|enclosed|appended|accompanying|attachment)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:available|published|found|accessible)\b[^.\n]{0,60}\b(?:website|online|web ?page|at:?|https?:"
    r"|www\.)|\balready (?:in the public domain|published|available)|refer to (?:the |our )?website",
    re.IGNORECASE,
)


def _status(asked: Asked, reading: Reading, ids: Sequence[str]) -> tuple[Status, Pointer | None]:
    """The status of the whole answer."""
    answer = asked.answer
    if not answer:
        return Status.NOT_ANSWERED, None
    points = pointer(answer, ids, asked.passage.id)
    if points and not _figures(reading):
        own = reason(answer)
        bounded = own is not None and own.status is Status.SUPPRESSED
        return (Status.SUPPRESSED if bounded else Status.SEE_OTHER_ANSWER), points
    if _settled_before(asked):
        return Status.NOT_APPLICABLE, None
    if reading.said or _figures(reading):
        return _with_figures(reading.said.status if reading.said else Status.ANSWERED, reading), None
    return _without_figures(asked, reading), None


def _codes_of(points: Pointer | None, earlier: Sequence[Answer]) -> list[str]:
    """The exemptions of the answer that is pointed to: `5 or fewer, see our reasons at 2(a)`."""
    if points is None:
        return []
    return [code for answer in earlier if answer.id == points.target for code in answer.exemptions]


def _without_figures(asked: Asked, reading: Reading) -> Status:
    """The status of an answer of words, whose topic has no more to say of it."""
    if asked.answer.match(_SENT):
        return Status.IN_ATTACHMENT
    said = _absence(asked)
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
    return any(isinstance(fact, Funding) and fact.amount and fact.status is not Status.NIL for fact in reading.facts)


def _with_figures(status: Status, reading: Reading) -> Status:
    """The roll-up of the sums, where there are sums of several statuses."""
    lines = {fact.status for fact in reading.facts if isinstance(fact, Funding)}
    if not lines or status not in (Status.ANSWERED, Status.NIL):
        return status
    if len(lines) == 1:
        return lines.pop()
    return Status.ANSWERED if lines <= {Status.ANSWERED, Status.NIL, Status.NOT_APPLICABLE} else Status.PARTLY_ANSWERED


_ABOUT_LEAD = (Topic.LEAD_TEAM, Topic.LEAD_AUDIENCE, Topic.LEAD_DEDICATION, Topic.LEAD_START)


def _settled_before(asked: Asked) -> bool:
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


def _doubts(
    asked: Asked, reading: Reading, status: Status, *, guessed: bool
) -> Iterator[tuple[DoubtCode, Span | None]]:
    """What a person should look at in this answer."""
    if guessed:
        yield (
            (DoubtCode.UNMATCHED_QUESTION if asked.topic is Topic.OTHER else DoubtCode.GUESSED_TOPIC),
            asked.passage.question,
        )
    if status is Status.IN_ATTACHMENT and any(
        isinstance(fact, Reference) and fact.access is Access.ATTACHED for fact in reading.facts
    ):
        found = asked.answer.match(_SENT)
        yield DoubtCode.ATTACHMENT_UNREAD, asked.answer.of(found) if found else None
    if status is Status.UNCLEAR:
        yield DoubtCode.UNCLEAR_STATUS, asked.answer
    claimed = Stretches((one.start, one.end) for fact in reading.facts for one in fact.evidence)
    for sentence in sentences(asked.answer):
        if not sentence.search(COST_LIMIT):
            yield from (
                (DoubtCode.UNASSIGNED_FIGURE, one.span) for one in money(sentence) if not claimed.touch(one.span)
            )


def _once(doubts: Sequence[tuple[DoubtCode, Span | None]]) -> list[tuple[DoubtCode, Span | None]]:
    seen: set[tuple[DoubtCode, int | None]] = set()
    kept = []
    for code, span in doubts:
        key = (code, span.start if span else None)
        if key not in seen:
            seen.add(key)
            kept.append((code, span))
    return kept
