"""Know a question again by its wording.

The same question reaches councils with other numbers, other years, a word more or less. So two wordings are compared
word by word, and the comparison also tells where in the letter the question ends.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from foidata.documents.span import Span
from foidata.standard.dataset import AskedQuestion, Questionnaire

ALIKE = 0.8
"""Two wordings that share this much are one question."""
LONGEST = 400
"""No question has more words; longer stretches are not compared."""
SHORTEST = 10
"""So many words an opening must have to be known by it alone."""

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_BODIES = frozenset({"council", "force", "authority", "constabulary", "borough", "county", "city", "district", "pcc"})


@dataclass(frozen=True, slots=True)
class Known:
    """A question that a letter may hold, and the words to know it by."""

    questionnaire: str
    question: AskedQuestion
    words: tuple[str, ...]
    opening: tuple[str, ...]
    """The words before the first bracket, colon or stop: what a letter that shortens the question keeps."""
    first: frozenset[str]
    """The words that it begins with, in no order."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far the start of a stretch is one known wording."""

    score: float
    """From 0 to 1: twice the shared words over all words."""
    end: int
    """Where the wording ends in the text."""
    whole: bool = True
    """False when only the opening of the wording was found, so that the question may go on after `end`."""


def words(text: str) -> tuple[str, ...]:
    """The words of a text in one form: lower case, years alike, one word for every kind of authority."""
    return tuple(_same(token) for token in _TOKEN.findall(text.lower()))


def _same(token: str) -> str:
    if token.isdigit():
        return "0" if len(token) in (2, 4) else token
    return "council" if token in _BODIES else token


@lru_cache(maxsize=64)
def known(questionnaires: tuple[Questionnaire, ...]) -> tuple[Known, ...]:
    """The questions of some questionnaires, ready to be compared."""
    return tuple(
        Known(
            one.id,
            question,
            words(question.text),
            words(re.split(r"[(:?\n]|\. ", question.text)[0]),
            frozenset(words(question.text)[:16]),
        )
        for one in questionnaires
        for question in one.questions
    )


def likeness(wanted: Sequence[str], stretch: Span) -> Likeness:
    """How far a stretch begins with the wanted words, and where they end in it.

    The end is where the shared words are most of all words so far: after it, the answer's words would only dilute them.
    """
    if len(wanted) > LONGEST:
        return Likeness(0.0, stretch.start)
    tokens = _tokens(stretch, len(wanted) + len(wanted) // 2 + 12)
    have = [_same(token.group().lower()) for token in tokens]
    if (
        not have
        or not wanted
        or LCSseq.normalized_similarity(wanted, have) * max(len(wanted), len(have)) < 0.5 * len(wanted)
    ):
        return Likeness(0.0, stretch.start)
    row = [0] * (len(wanted) + 1)
    best, at = 0.0, 0
    for position, token in enumerate(have, start=1):
        before = 0
        for column, want in enumerate(wanted, start=1):
            row[column], before = (before + 1 if token == want else max(row[column], row[column - 1])), row[column]
        score = 2 * row[-1] / (len(wanted) + position)
        if score > best:
            best, at = score, position
    return Likeness(best, _closed(stretch, tokens[at - 1].end()) if at else stretch.start)


def best(stretch: Span, candidates: Sequence[Known]) -> tuple[Known, Likeness] | None:
    """The known question that a stretch begins with, if any is alike enough."""
    first = frozenset(_same(token.group().lower()) for token in _tokens(stretch, 12))
    likely = [one for one in candidates if len(first & one.first) >= min(4, len(one.words))]
    scored = [(one, likest(one, stretch)) for one in likely]
    top = max(scored, key=lambda pair: pair[1].score, default=None)
    return top if top and top[1].score >= ALIKE else None


def likest(one: Known, stretch: Span) -> Likeness:
    """The likeness of the whole wording, or of its opening when a letter shortens the question."""
    whole = likeness(one.words, stretch)
    if whole.score >= ALIKE or len(one.opening) < SHORTEST or len(one.opening) == len(one.words):
        return whole
    opening = likeness(one.opening, stretch)
    return Likeness(0.95 * opening.score, opening.end, whole=False) if opening.score >= 0.9 else whole


def _tokens(stretch: Span, most: int) -> list[re.Match[str]]:
    found = []
    for token in stretch.matches(_TOKEN):
        found.append(token)
        if len(found) == most:
            break
    return found


_CLOSERS = re.compile(r"[)\]\"'’”.?!:;]+")


def _closed(stretch: Span, end: int) -> int:
    """The end of a wording with the marks that close it."""
    found = _CLOSERS.match(stretch.flow, end, stretch.end)
    return found.end() if found else end
