"""The layouts of letters: how questions and answers stand to one another, and what each makes of the words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from foidata.documents.span import Span
from foidata.letters.chains import Chain, Start, answers
from foidata.letters.extent import blocks, heading_at_end, split, units, without_closing
from foidata.letters.finders.periods import periods
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import reason
from foidata.letters.frame import CLOSING, CONTINUES, REQUEST_HEAD, RESPONSE_HEAD, begins
from foidata.letters.lines import Family, Line, Path, lines
from foidata.letters.match import ALIKE, likeness, words
from foidata.letters.parts import parted, parted_below
from foidata.letters.passage import Passage
from foidata.standard.codes import DoubtCode, PeriodKind

MOST_LIKELY = 40
"""So many lines with the same first words are looked at to find a question again."""


class Cut:
    """A letter on the cutting table: its lines, the row of its questions, and what follows from them."""

    def __init__(
        self, whole: Span, rows: Sequence[Line], starts: Sequence[Start], asked: Chain, sections: tuple[str, ...]
    ) -> None:
        self.whole = whole
        self.rows = rows
        self.starts = _in_letter(starts, rows, asked)
        self.asked = asked
        self.sections = sections
        self.heads = [line for line in rows if line.label is None and begins(line.span, RESPONSE_HEAD)]
        self.ends = [*(start.line.span.start for start in asked[1:]), whole.end]
        """Where each question's item ends: at the next question."""
        self.of_number = {
            one.values: (one, end) for one, end in reversed(tuple(zip(asked, self.ends, strict=True))) if one.values
        }
        self.first = self._first()

    def passages(self) -> tuple[list[Passage], tuple[Span, ...]]:
        """The passages by the layout that the letter turns out to have, and what closes it."""
        replies = answers(self.starts, self.asked)
        repeated = self._repeated()
        if len(repeated) > len(replies):
            replies = repeated
        apart = self._stand_alone()
        if replies and (apart or self._head_between(replies)):
            return self._answered_below(replies)
        head = next((line for line in self.heads if line.span.start > self.asked[-1].line.span.start), None)
        if apart and head is not None:
            return self._one_reply(self.whole.to(head.span.end, self.whole.end), head.span.start)
        replies_above = answers(self.starts, self.asked, above=True) if apart else ()
        if replies_above:
            return self._answered_above(replies_above)
        if apart and len(self.asked) > 1:
            above = self._reply_above()
            if above:
                return self._for_all(above, self.ends), ()
            below = self._reply_below()
            if below:
                return self._one_reply(below, below.start)
        return self._interleaved()

    def _first(self) -> int:
        """Where the heading of the letter ends: at the first question, its section, or the words `You asked:`."""
        start = self.asked[0].line.span.start
        before = [line for line in self.rows if line.span.end <= start]
        head = next((line for line in reversed(before) if begins(line.span, REQUEST_HEAD)), None)
        return head.span.start if head else start

    def _stand_alone(self) -> bool:
        """Whether the questions stand one below the other without answers between them."""
        if len(self.asked) == 1:
            return any(line.span.start > self.asked[0].line.span.start for line in self.heads)
        empty = 0
        for start, end in zip(self.asked[:-1], self.ends, strict=False):
            _, answer = split(self.whole.to(start.body.start, end), start.fit)
            heading = heading_at_end(answer, self.sections, alone=True)
            empty += not answer or (heading is not None and heading.start == answer.start) or _more_question(answer)
        return empty >= 0.75 * (len(self.asked) - 1)

    def _head_between(self, replies: Chain) -> bool:
        return any(
            self.asked[-1].line.span.start < line.span.start <= replies[0].line.span.start for line in self.heads
        )

    def _repeated(self) -> Chain:
        """The lines further down that ask the same questions again, in order."""
        openings: dict[tuple[str, ...], list[int]] = {}
        for index, line in enumerate(self.rows):
            openings.setdefault(words(line.body.words)[:2], []).append(index)
        row: list[Start] = []
        after = self.asked[-1].index
        for start, end in zip(self.asked, self.ends, strict=True):
            wanted = words(self._asked_in_block(start, end).words)
            alike = openings.get(wanted[:2], []) if len(wanted) > 3 else []
            for index in alike[bisect_right(alike, after) :][:MOST_LIKELY]:
                line = self.rows[index]
                fit = likeness(wanted, self.whole.to(line.body.start, self.whole.end))
                if fit.score >= 0.9:
                    row.append(Start(line, index, start.known, fit))
                    after = index
                    break
        alone = len(self.asked) == 1 and bool(row) and self._head_between(tuple(row))
        return tuple(row) if alone or 2 * len(row) >= len(self.asked) > 1 else ()

    def _asked_in_block(self, start: Start, end: int) -> Span:
        """A question as it stands in a block of questions: with all that follows before the next one."""
        if start.fit and start.fit.whole:
            return self.whole.to(start.body.start, start.fit.end).stripped()
        item = self.whole.to(start.body.start, end).stripped()
        head = next((line for line in self.heads if start.line.span.end <= line.span.start < end), None)
        return self._all_of(item.to(item.start, head.span.start).stripped() if head else item, start)

    def _interleaved(self) -> tuple[list[Passage], tuple[Span, ...]]:
        """Each question with its answer below it."""
        found: list[Passage] = []
        closing: tuple[Span, ...] = ()
        section = self._section_above(self.asked[0])
        lead_in = self._preface()
        for start, end in zip(self.asked, self.ends, strict=True):
            item = self.whole.to(start.body.start, end)
            question, answer = split(item.stripped(), start.fit)
            answer = _unheaded(answer)
            following = heading_at_end(answer, self.sections, alone=False) if end != self.whole.end else None
            if following:
                answer = answer.to(answer.start, following.start).stripped()
            if end == self.whole.end:
                answer, tail = without_closing(answer)
                closing = (tail,) if tail else ()
            passage = Passage(*_name(start, len(found)), question, answer, section, lead_in, **_known(start))
            found += parted(passage, _paths(start))
            section = following or section
        return found, closing

    def _answered_below(self, replies: Chain) -> tuple[list[Passage], tuple[Span, ...]]:
        """All questions, then all answers by number."""
        given, closing = self._given(replies, self.whole.end)
        found = self._matched(given, replies, replies[0].line.span.start)
        return [self._with_preamble(one, replies) for one in found], closing

    def _with_preamble(self, passage: Passage, replies: Chain) -> Passage:
        """A question without a reply of its own is answered by a refusal of the whole request above the replies."""
        first = replies[0].line.span.start
        head = next((line for line in reversed(self.heads) if line.span.end <= first), None)
        if passage.answer or head is None or head.span.start < self.asked[-1].line.span.start:
            return passage
        paragraphs = [block for block in blocks(self.whole.to(head.span.end, first)) if reason(block)]
        if not paragraphs or not _OF_ALL.search(paragraphs[0].words):
            return passage
        return replace(
            passage, answer=paragraphs[0], doubts=(*passage.doubts, (DoubtCode.SHARED_ANSWER, paragraphs[0]))
        )

    def _answered_above(self, replies: Chain) -> tuple[list[Passage], tuple[Span, ...]]:
        """All answers by number, then the request with its questions, as in an e-mail that quotes it."""
        given, closing = self._given(replies, self.asked[0].line.span.start)
        self.first = replies[0].line.span.start
        return self._matched(given, replies, self.whole.end), closing

    def _given(self, replies: Chain, end: int) -> tuple[dict[int, tuple[Span, Start]], tuple[Span, ...]]:
        """The answer to each number in a row of answers that stands before `end`, and what closes the letter there."""
        ends = [*(start.line.span.start for start in replies[1:]), end]
        given: dict[int, tuple[Span, Start]] = {}
        closing: tuple[Span, ...] = ()
        for place, (start, until) in enumerate(zip(replies, ends, strict=True)):
            answer = self.whole.to(start.body.start, until).stripped()
            if until == end:
                answer, tail = without_closing(answer)
                closing = (tail,) if tail else ()
            answer = self._unrepeated(answer, start)
            following = heading_at_end(answer, self.sections, alone=False) if until != end else None
            if following:
                answer = answer.to(answer.start, following.start).stripped()
            for value in (place + 1,) if _by_place(replies) else start.values:
                given.setdefault(value, (answer, start))
        return given, closing

    def _matched(self, given: Mapping[int, tuple[Span, Start]], replies: Chain, end: int) -> list[Passage]:
        """The questions of a block that ends at `end`, each with the answer to its number, or to its place."""
        numbers = [start.values for start in self.asked]
        by_place = _by_place(replies) or len(set(numbers)) < len(numbers)
        found: list[Passage] = []
        for place, passage in enumerate(self._questions(end)):
            key = place + 1 if by_place or not self.asked[place].values else self.asked[place].values[0]
            answer, reply = given.get(key, (passage.answer, None))
            doubt = ((DoubtCode.SHARED_ANSWER, answer),) if reply and len(reply.values) > 1 else ()
            one = replace(passage, answer=answer, doubts=passage.doubts + doubt)
            found += parted_below(one, _paths(self.asked[place]), _paths(reply) if reply else ())
        return found

    def _unrepeated(self, answer: Span, start: Start) -> Span:
        """An answer without the question, where the letter repeats it first."""
        if start.fit and start.fit.whole:
            return answer.to(max(answer.start, start.fit.end), answer.end).stripped()
        if start.values not in self.of_number:
            return answer
        wanted, end = self.of_number[start.values]
        question, _ = split(self.whole.to(wanted.body.start, end), wanted.fit)
        fit = likeness(words(question.words), answer)
        return answer.to(fit.end, answer.end).stripped() if fit.score >= ALIKE else answer

    def _questions(self, end: int) -> Iterator[Passage]:
        """The questions of a block that holds no answers, which ends at `end`."""
        section = self._section_above(self.asked[0])
        scope = (*self._preface(), *self._scope_below(end))
        for place, (start, until) in enumerate(zip(self.asked, self.ends, strict=True)):
            item = self.whole.to(start.body.start, min(until, end)).stripped()
            following = heading_at_end(item.to(start.line.span.end, item.end), self.sections, alone=True)
            item = item.to(item.start, following.start if following else item.end).stripped()
            fit = start.fit if start.fit and start.fit.whole else None
            question = item.to(item.start, fit.end).stripped() if fit else self._all_of(item, start)
            empty = question.to(question.end, question.end)
            yield Passage(*_name(start, place), question, empty, section, scope, **_known(start))
            section = following or section

    def _all_of(self, item: Span, start: Start) -> Span:
        """A question of a block: all of its item, but the last one ends where the block's own words begin."""
        if start is not self.asked[-1]:
            return item
        end = item.start
        for place, line in enumerate(lines(item)):
            if place and not (
                begins(line.span, CONTINUES) or (start.stem and line.label and line.label.family in _PARTS)
            ):
                break
            end = line.span.end
        return item.to(item.start, end)

    def _scope_below(self, end: int) -> tuple[Span, ...]:
        """A line below the last question that says which years all of them are for."""
        last = self.asked[-1]
        item = self.whole.to(last.body.start, end).stripped()
        rest = item.to(last.fit.end if last.fit and last.fit.whole else self._all_of(item, last).end, item.end)
        return tuple(unit for unit in units(rest) if _scopes(unit) and not begins(unit, RESPONSE_HEAD))[:1]

    def _preface(self) -> tuple[Span, ...]:
        """A line above the first question that says which years all of them are for."""
        start = self.asked[0].line.span.start
        above = [unit for unit in units(self.whole.to(0, start)) if unit.end <= start]
        if not above or not _scopes(above[-1]):
            return ()
        words = above[-1].words.rstrip()
        return (above[-1],) if words.endswith((":", ",")) or (len(self.asked) > 1 and ":" in words) else ()

    def _section_above(self, start: Start) -> Span | None:
        before = self.whole.to(0, start.line.span.start)
        heading = heading_at_end(before, self.sections, alone=True)
        if heading is None or begins(heading, REQUEST_HEAD) or begins(heading, RESPONSE_HEAD):
            return None
        known = heading.words.lower().strip(" :") in self.sections
        return heading if heading.start > 0 and (known or self._headed()) else None

    def _headed(self) -> bool:
        """Whether the letter has headings between its questions."""
        between = (self.whole.to(one.line.span.end, other.line.span.start) for one, other in pairwise(self.asked))
        return any(heading_at_end(stretch, self.sections, alone=False) for stretch in between)

    def _one_reply(self, reply: Span, end: int) -> tuple[list[Passage], tuple[Span, ...]]:
        """All questions, whose block ends at `end`, then one reply for them all."""
        answer, tail = without_closing(reply.stripped())
        return self._for_all(answer, [end]), ((tail,) if tail else ())

    def _reply_below(self) -> Span | None:
        """What stands below the last question, when it gives a reason that can only be for all of them."""
        start = self.asked[-1]
        _, answer = split(self.whole.to(start.body.start, self.whole.end), start.fit)
        reply, _ = without_closing(answer)
        return answer if reason(reply) and _OF_ALL.search(reply.words) else None

    def _for_all(self, answer: Span, ends: Sequence[int]) -> list[Passage]:
        doubt = ((DoubtCode.SHARED_ANSWER, answer),) if len(self.asked) > 1 else ()
        return [replace(passage, answer=answer, doubts=doubt) for passage in self._questions(ends[-1])]

    def _reply_above(self) -> Span | None:
        """The reply above the quoted request, as in an e-mail: what follows its greeting, to where it closes."""
        before = [unit for unit in units(self.whole.to(0, self.asked[0].line.span.start)) if unit]
        greeted = next((place for place, unit in enumerate(before) if begins(unit, _GREETING)), -1)
        body: list[Span] = []
        for unit in before[greeted + 1 :]:
            if body and (begins(unit, CLOSING) or begins(unit, _MAIL_HEAD) or begins(unit, REQUEST_HEAD)):
                break
            body += [
                one
                for one in sentences(unit)
                if (body or len(unit.text) > 60)
                and not begins(one, _POLITE)
                and not begins(one, _MAIL_HEAD)
                and not one.text.endswith(":")
            ]
        return body[0].to(body[0].start, body[-1].end) if body else None


def _in_letter(starts: Sequence[Start], rows: Sequence[Line], asked: Chain) -> Sequence[Start]:
    """The starts without those below the letter: in older mails, or in the list of its links."""
    last = asked[-1].index
    end = next(
        (place for place, line in enumerate(rows) if place > last and begins(line.span, _BELOW_LETTER)), len(rows)
    )
    return [start for start in starts if start.index < end]


_BELOW_LETTER = re.compile(r"-{3,}\s?(?:original|forwarded)|references$|visible links$", re.IGNORECASE)
_GREETING = re.compile(r"(?:dear|annwyl|good (?:morning|afternoon|day)|hello|hi)\b", re.IGNORECASE)
_POLITE = re.compile(
    r"(?:thank you|thanks|diolch|i refer|further to|i write|your (?:request|e-?mail) (?:of|dated|was)"
    r"|i am writing)\b|[^\n]{0,40}\|[^\n]*\|"
    r"|[^\n]{0,60}\s(?:>|/)\s[^\n]{0,60}\s(?:>|/)\s",
    re.IGNORECASE,
)
"""Words that only open a letter, and the trail of a web page."""
_MAIL_HEAD = re.compile(r"(?:from|sent|to|cc|subject|date|pwnc)\s?:\s|-{3,}\s?(?:original|forwarded)", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:your (?:whole |entire )?request|(?:all|any|none) of (?:the |this |your )?(?:information|questions|these)"
    r"|(?:the|this|these|your|same) (?:\w+ )?questions|information (?:you )?(?:have )?(?:requested|asked for)"
    r"|the request as a whole)\b",
    re.IGNORECASE,
)
"""Words that speak of a request as a whole."""
_SNAPSHOT = re.compile(
    r"\b(?:as (?:at|of)|(?:in place|in post|position|figures?|numbers?) (?:on|at))\s+(?:the\s+)?$", re.IGNORECASE
)


def _scopes(unit: Span) -> bool:
    """Whether a line names a period. The day of the request or of the letter is none."""
    return any(
        dated.period.kind is not PeriodKind.DATE
        or _SNAPSHOT.search(unit.flow, max(unit.start, dated.span.start - 24), dated.span.start)
        for dated in periods(unit)
    )


def _by_place(replies: Chain) -> bool:
    """Whether answers belong to questions by their place only: they have no numbers."""
    return replies[0].label is None or replies[0].label.family is Family.BULLET


def _unheaded(answer: Span) -> Span:
    """An answer without the line `Your question:` that stands above the next one."""
    pieces = units(answer)
    return (
        answer.to(answer.start, pieces[-1].start).stripped() if pieces and begins(pieces[-1], REQUEST_HEAD) else answer
    )


def _more_question(answer: Span) -> bool:
    """Whether what stands below a question is only more of it: its parts, or a request for examples."""
    rows = lines(answer)
    return all(begins(row.span, CONTINUES) or (row.label is not None and row.label.family in _PARTS) for row in rows)


_PARTS = (Family.LETTER, Family.ROMAN)


def _name(start: Start, place: int) -> tuple[str, str | None]:
    """The id and the number as written of a question."""
    label = start.label
    if label is None or label.family is Family.BULLET:
        return str(place + 1), None
    if label.family in (Family.LETTER, Family.ROMAN):
        return label.written.lower(), label.written
    return str(label.values[0]), label.written


def _paths(start: Start) -> tuple[Path, ...]:
    """The parts that the label of a number names beside it."""
    return start.label.paths if start.label and start.label.family not in (Family.LETTER, Family.ROMAN) else ()


def _known(start: Start) -> dict[str, Any]:
    """The question of a questionnaire that a start is, and how well it fits, as fields of a passage."""
    return {"asked": start.known.question, "score": start.fit.score} if start.known and start.fit else {}
