"""Passage → Answer: what was said to one question, as a record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidata.documents.span import Span, Stretches
from foidata.letters.finders import exemptions as citations
from foidata.letters.finders.activities import activities
from foidata.letters.finders.documents import documents
from foidata.letters.finders.money import COST_LIMIT, money
from foidata.letters.finders.notes import notes
from foidata.letters.finders.partnerships import partnerships
from foidata.letters.finders.posts import posts
from foidata.letters.finders.sentences import sentence_around, sentences
from foidata.letters.finders.statuses import taken_back
from foidata.letters.passage import Passage
from foidata.letters.periods_asked import periods_asked
from foidata.letters.services import ServicePart, service_parts
from foidata.letters.status import SENT, codes_of, settled_before, status_of
from foidata.letters.topics import LISTS, Asked, Reading, interpreters
from foidata.letters.topics.claims import claim_of
from foidata.letters.topics.counts import people_counted
from foidata.letters.topics.wording import goes_on, topic_of
from foidata.standard.answer import Answer, Part, Question
from foidata.standard.codes import Access, DoubtCode, Law, Status, Topic
from foidata.standard.evidence import Doubt
from foidata.standard.facts import Claim, Count, Fact, Funding, Post, Reference
from foidata.standard.roll_up import roll_up

RECENT = 100
"""So many answers before it may bear on an answer: no request has as many questions."""


def interpret(
    passage: Passage, authority: str | None, laws: Sequence[Law], ids: Sequence[str], earlier: Sequence[Answer]
) -> Answer:
    """The answer of one passage. `ids` are those of all passages, `earlier` the answers before this one."""
    topic, guessed = topic_of_passage(passage, earlier)
    asked = Asked(passage, topic, tuple(periods_asked(passage)), authority, tuple(earlier[-RECENT:]))
    parts, reading = _by_service(asked)
    together = roll_up(part.status for part in parts)
    if together:
        status, points = together, None
    else:
        reading = _read(asked)
        status, points = status_of(asked, reading, ids)
    given = status in (Status.ANSWERED, Status.NIL, Status.NOT_APPLICABLE)
    cited = (
        ()
        if given
        else tuple(
            one
            for one in citations.exemptions(passage.answer, laws)
            if not taken_back(sentence_around(passage.answer, one.span.start))
        )
    )
    notes = passage.notes if _hides(reading) else ()
    cited += tuple(one for note in notes for one in citations.exemptions(note, laws))
    codes = [one.code for one in cited] or codes_of(points, earlier)
    if status is Status.NOT_APPLICABLE and settled_before(asked):
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
        evidence=tuple(span.evidence() for span in (passage.answer, *notes) if span),
        refers_to=(points.target,) if points else (),
        exemptions=tuple(dict.fromkeys(codes)),
        cited_as=tuple(dict.fromkeys(one.span.words for one in cited)),
        parts=parts,
        doubts=tuple(
            Doubt.make(code=code, evidence=(span.evidence(),) if span else ()) for code, span in _once(doubts)
        ),
        **{name: tuple(facts) for name, facts in lists.items()},
    )


def _hides(reading: Reading) -> bool:
    """Whether a number is hidden in an answer, so that what a note says of hidden numbers is said of it."""
    return any(isinstance(fact, Count) and fact.status is Status.SUPPRESSED for fact in reading.facts)


def _by_service(asked: Asked) -> tuple[tuple[Part, ...], Reading]:
    """The parts of an answer that several services give, each read on its own."""
    known = {part.label for answer in asked.earlier for part in answer.parts}
    found = service_parts(asked.answer, known)
    parts: list[Part] = []
    reading = Reading()
    for one in found:
        own = replace(asked, passage=replace(asked.passage, answer=one.words))
        read = _read(own)
        status, _ = status_of(own, read, ())
        parts.append(_part(one, status))
        reading += Reading(tuple(fact.but(service=one.label.text) for fact in read.facts), read.doubts)
    if len({part.status for part in parts}) > 1:
        reading += Reading(doubts=((DoubtCode.SEVERAL_SERVICES, asked.answer),))
    return tuple(parts), reading


def _part(one: ServicePart, status: Status) -> Part:
    plain = Status.ANSWERED if status in (Status.PARTLY_ANSWERED, Status.SEE_OTHER_ANSWER) else status
    return Part.make(label=one.label.text, status=plain, text=one.words.text, evidence=(one.words.evidence(),))


def topic_of_passage(passage: Passage, earlier: Sequence[Answer] = ()) -> tuple[Topic, bool]:
    """The topic, and whether it was recognised by wording only.

    A question that only goes on from the one before it, such as "How many of them …", has that one's topic.
    """
    if passage.asked:
        return passage.asked.topic, False
    alone, above = passage.question.words, [span.words for span in passage.lead_in]
    whole = " ".join([*above, alone])
    open_stem = bool(above) and "?" not in alone
    for words in (whole, alone) if open_stem else (alone, whole):
        topic = topic_of(words)
        if topic:
            return topic, True
    if earlier and goes_on(alone):
        return earlier[-1].topic, True
    return (topic_of(passage.section.words) if passage.section else None) or Topic.OTHER, True


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
        reading += Reading(tuple(documents(asked.answer, asked.passage.question)))
    if "counts" in allowed and not any(isinstance(fact, Count) for fact in reading.facts):
        reading += Reading(tuple(people_counted(asked)))
    if "activities" in allowed:
        reading += Reading(tuple(activities(asked.answer)))
    if "claims" in allowed and not any(isinstance(fact, Claim) for fact in reading.facts):
        claim = claim_of(asked)
        reading += Reading((claim,) if claim else ())
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
        found = asked.answer.match(SENT)
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
