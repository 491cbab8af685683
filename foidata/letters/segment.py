"""Document → Segments: which words are a question, which answer it, and which are neither."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from rapidfuzz import fuzz

from foidata.documents.document import Document
from foidata.documents.span import Span
from foidata.letters.chains import Start, questions, weight
from foidata.letters.cut import Cut
from foidata.letters.extent import blocks, without_closing
from foidata.letters.finders.periods import periods
from foidata.letters.flow import flowing
from foidata.letters.frame import CLOSING, REQUEST_HEAD, REQUESTS, RESPONSE_HEAD, begins
from foidata.letters.lines import Family, Line, lines
from foidata.letters.marks import noted
from foidata.letters.match import ALIKE, Known, best, known, likest
from foidata.letters.passage import Passage, Segments
from foidata.letters.rows import rows_of_questions
from foidata.standard.codes import DoubtCode
from foidata.standard.dataset import Questionnaire


def segment(document: Document, questionnaires: tuple[Questionnaire, ...] = ()) -> Segments:
    """Cut a letter into its questions and their answers.

    Letters put them together in few ways: each question with its answer, all questions and then all answers, all
    questions and one reply for all, or the reply above the quoted request. Which it is shows from the rows of numbers.
    """
    candidates = known(questionnaires)
    whole = flowing(document.whole)
    table = rows_of_questions(whole, candidates)
    if table:
        return _segments(document, whole, *_of_table(*table), candidates)
    rows = lines(whole)
    starts = _starts(rows, whole, candidates)
    asked = questions(starts)
    none = Segments(document, whole, whole, (), (), doubts=((DoubtCode.NO_QUESTIONS_FOUND, whole),))
    if weight(asked) < 1:
        return _single(none, rows)
    sections = {question.question.section.lower() for question in candidates if question.question.section}
    cut = Cut(whole, rows, starts, asked, tuple(sections))
    passages, closing = cut.passages()
    found = noted(_scoped(tuple(_worded(passages, rows))), closing)
    return _segments(document, whole, found, cut.first, closing, candidates) if found else none


def _of_table(passages: list[Passage], head: Span, rest: Span) -> tuple[list[Passage], int, tuple[Span, ...]]:
    """The passages of a table's rows, where the heading above it ends, and what closes the letter."""
    closing = (rest.stripped(),) if rest.stripped() else ()
    return noted(passages, closing), head.start, closing


def _segments(
    document: Document,
    whole: Span,
    passages: Sequence[Passage],
    first: int,
    closing: tuple[Span, ...],
    candidates: Sequence[Known],
) -> Segments:
    settled, questionnaire, score = _settled(passages, candidates)
    heading = whole.to(0, first).stripped()
    return Segments(document, whole, heading, _numbered(settled), closing, questionnaire, score)


def _single(none: Segments, rows: Sequence[Line]) -> Segments:
    """A letter whose one question shows only from the words around it: `You asked:` above it, `Our response` below."""
    plain = [row.span for row in rows if not row.label]
    request = next((span for span in plain if begins(span, REQUEST_HEAD)), None)
    response = next(
        (span for span in plain if request and span.start > request.end and begins(span, RESPONSE_HEAD)), None
    )
    if request is None or response is None:
        return none
    whole = none.whole
    question = whole.to(request.end, response.start).stripped()
    answer, tail = without_closing(whole.to(response.end, whole.end).stripped())
    if not question or not answer or len(question.words) > LONGEST_QUESTION:
        return none
    heading = whole.to(0, request.start).stripped()
    return replace(
        none,
        heading=heading,
        passages=(Passage("1", None, question, answer),),
        closing=(tail,) if tail else (),
        doubts=(),
    )


LONGEST_QUESTION = 1500
"""A request of more characters is not one question."""


def _worded(passages: Sequence[Passage], rows: Sequence[Line]) -> Iterator[Passage]:
    """The passages whose question has words; a bare number stands for the question that it once numbered."""
    bare = [row.span for row in rows if row.label and not row.body]
    for passage in passages:
        if passage.question:
            yield passage
        elif passage.answer:
            above = [span for span in bare if span.end <= passage.answer.start]
            yield from (replace(passage, question=span) for span in above[-1:])


def _starts(rows: Sequence[Line], whole: Span, candidates: Sequence[Known]) -> tuple[Start, ...]:
    """The lines that can begin something: labelled ones, those that ask, and those of a known wording."""
    found: dict[tuple[str, int], Start] = {}
    plain: list[Start] = []
    for index, line in enumerate(rows):
        if begins(line.span, CLOSING) and not line.label:
            continue
        hit = best(whole.to(line.body.start, whole.end), candidates)
        if hit is None:
            headed = index > 0 and begins(rows[index - 1].span, REQUEST_HEAD)
            asks = "?" in line.text or begins(line.span, REQUESTS)
            goes_on = index > 0 and bool(plain) and plain[-1].index == index - 1 and not plain[-1].label
            if line.label or (asks and (line.after_gap or headed or goes_on) and len(line.text) > 24):
                plain.append(Start(line, index))
            continue
        start = Start(line, index, *hit)
        key = (hit[0].question.id, hit[1].end)
        if key not in found or _better(start, found[key]):
            if key in found and found[key].label:
                plain.append(replace(found[key], known=None, fit=None))
            found[key] = start
        elif line.label:
            plain.append(Start(line, index))
    return tuple(_with_stems(sorted([*found.values(), *plain], key=lambda start: start.index), rows))


def _with_stems(starts: Sequence[Start], rows: Sequence[Line]) -> Iterator[Start]:
    """The starts, with those marked that ask by what stands around them: parts below, or a line above the list."""
    listed = set(_listed(rows))
    for start, following in zip_longest(starts, starts[1:]):
        numbered = start.label and start.label.family in (Family.QUESTION, Family.NUMBER) and not start.label.paths
        parts = following and following.label and following.label.family in (Family.LETTER, Family.ROMAN)
        above = bool(numbered and parts and following.values == (1,) and following.asks)
        alone = start.label and start.label.family is Family.QUESTION and not start.body
        above = above or bool(alone and following and not following.label and following.index == start.index + 1)
        yield replace(start, stem=True) if above or start.index in listed else start


_FOR_A_LIST = re.compile(
    r"\b(?:please|provide|send|supply|asked|request(?:ed|ing)?|want(?:ed)?|would like|tell me|know)\b[^\n?]{0,120}$",
    re.IGNORECASE,
)


def _listed(rows: Sequence[Line]) -> Iterator[int]:
    """The lines of a list below a line such as `Please send me:`, by their index in the letter."""
    for index, line in enumerate(rows[1:], start=1):
        first, label = rows[index - 1].span, line.label
        begin = label and (label.family is Family.BULLET or label.values == (1,)) and rows[index - 1].label is None
        if not label or not begin or not first.search(_FOR_A_LIST) or begins(first, CLOSING):
            continue
        expected = 1
        for at, other in enumerate(rows[index:], start=index):
            if other.label is None or other.label.family is not label.family:
                if other.after_gap:
                    break
                continue
            if label.values and other.label.values != (expected,):
                break
            expected += 1
            yield at


def _better(start: Start, other: Start) -> bool:
    return (start.fit.score if start.fit else 0.0) > (other.fit.score if other.fit else 0.0)


def _settled(passages: Sequence[Passage], candidates: Sequence[Known]) -> tuple[Sequence[Passage], str | None, float]:
    """The questionnaire that at least half of the questions come from, its questions in the passages, and the fit.

    Variants share most of their wording, so the one is taken that leaves fewest of its questions out and is nearest to
    the letter's own words, years and all.
    """
    matched = [passage for passage in passages if passage.asked]
    fits: dict[str, dict[int, tuple[Known, float]]] = {}
    for one in candidates:
        for passage in matched:
            if passage.asked and passage.asked.topic is one.question.topic:
                score = likest(one, passage.question).score
                own = fits.setdefault(one.questionnaire, {})
                if score >= ALIKE and score > own.get(id(passage), (one, 0.0))[1]:
                    own[id(passage)] = (one, score)
    if not any(fits.values()):
        return passages, None, 0.0
    sizes = Counter(one.questionnaire for one in candidates)

    def rank(name: str) -> tuple[int, int, float, float]:
        own = fits[name]
        words = sum(fuzz.ratio(own[id(one)][0].question.text, one.question.text) for one in matched if id(one) in own)
        return len(own), len(own) - sizes[name], words, sum(score for _, score in own.values())

    name = max(sorted(fits), key=rank)
    own = fits[name]
    if 2 * len(own) < len(passages):
        return passages, None, 0.0
    named = [
        replace(one, asked=own[id(one)][0].question, score=own[id(one)][1]) if id(one) in own else one
        for one in passages
    ]
    return named, name, sum(score for _, score in own.values()) / len(passages)


def _numbered(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages with ids of their own: a repeated number takes -2, -3."""
    seen: Counter[str] = Counter()
    named = []
    for passage in passages:
        seen[passage.id] += 1
        repeated = seen[passage.id] > 1
        doubts = passage.doubts + (((DoubtCode.NUMBERING_RESTARTS, passage.question),) if repeated else ())
        named.append(replace(passage, id=f"{passage.id}-{seen[passage.id]}" if repeated else passage.id, doubts=doubts))
    return tuple(named)


_SCOPE = re.compile(r"(?:the|these|all) (?:above )?(?:figures?|numbers?|data|totals?|answers?)\b", re.IGNORECASE)


def _scoped(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with a last paragraph that only says which time all figures are for given to every question."""
    if not passages:
        return []
    *others, last = passages
    paragraphs = list(blocks(last.answer))
    if len(paragraphs) < 2 or not begins(paragraphs[-1], _SCOPE) or not any(periods(paragraphs[-1])):
        return list(passages)
    scope = paragraphs[-1]
    shorter = replace(last, answer=last.answer.to(last.answer.start, paragraphs[-2].end))
    return [replace(one, lead_in=(*one.lead_in, scope)) for one in (*others, shorter)]
