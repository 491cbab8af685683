"""Letters written from what they say, in the layouts that councils use: reading must undo the writing."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from foidata.letters.convert import questionnaires
from foidata.standard.codes import Audience, Dedication, Delivery, Status, Topic

YEARS = tuple(range(2015, 2025))
NUMBERING: dict[str, Callable[[int], str]] = {
    "Q1.": lambda number: f"Q{number}. ",
    "Q1": lambda number: f"Q{number} ",
    "1.": lambda number: f"{number}. ",
    "1)": lambda number: f"{number}) ",
    "Question 1:": lambda number: f"Question {number}: ",
}
LAYOUTS = ("below", "marked", "marked_line", "answers_below", "repeated", "quoted")
WIDTHS = (None, 72)


@dataclass(frozen=True, slots=True)
class Said:
    """What one answer says, and what must be read from it."""

    topic: Topic
    words: str
    status: Status
    fact: tuple[str, object] | None = None
    """A field of the answer's first fact and its value."""
    sums: tuple[tuple[str, Decimal], ...] = ()
    """The sums of money by the label of their period."""


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """A letter and what it says, answer by answer."""

    text: str
    answers: tuple[Said, ...]
    layout: str


_TEAMS = ("Community Safety", "Adult Safeguarding", "Housing Options", "Public Protection")
_COURSES = ("Safeguarding Training", "the Safeguarding Adults course", "the mandatory induction programme")


@st.composite
def _money(draw: st.DrawFn) -> Said:
    financial = draw(st.booleans())
    first = draw(st.sampled_from(YEARS[:-4]))
    lines, sums = [], []
    for year in range(first, first + draw(st.integers(2, 4))):
        label = f"{year}/{(year + 1) % 100:02}" if financial else str(year)
        amount = draw(st.integers(0, 99_999))
        shape = draw(st.sampled_from(("£{:,}", "£{}", "£{:,}.00"))) if amount else "Nil"
        lines.append(f"{label}{draw(st.sampled_from((': ', ' - ', ' – ', ' ')))}{shape.format(amount)}")
        sums.append((label, Decimal(amount)))
    status = Status.NIL if not any(amount for _, amount in sums) else Status.ANSWERED
    return Said(Topic.FUNDING_BY_YEAR, "\n".join(lines), status, sums=tuple(sums))


def _one_of(topic: Topic, *ways: tuple[str, Status, tuple[str, object] | None]) -> st.SearchStrategy[Said]:
    return st.sampled_from(ways).map(lambda way: Said(topic, way[0], way[1], way[2]))


def _training(topic: Topic) -> st.SearchStrategy[Said]:
    """A training that is given on its own, inside another one, or not at all."""
    inside = (
        (f"This is covered as part of {course}.", Status.ANSWERED, ("delivery", Delivery.PART_OF_OTHER))
        for course in _COURSES
    )
    own = ("A half-day workshop is run twice a year.", Status.ANSWERED, ("delivery", Delivery.STANDALONE))
    return _one_of(topic, ("No", Status.ANSWERED, ("provided", False)), own, *inside)


def _answers() -> dict[Topic, st.SearchStrategy[Said]]:
    """What each question of the leads questionnaire can be answered with."""
    said, applies = Status.ANSWERED, Status.NOT_APPLICABLE
    return {
        Topic.LEAD_EXISTS: _one_of(
            Topic.LEAD_EXISTS,
            ("Yes.", said, ("exists", True)),
            ("No.", said, ("exists", False)),
            ("Yes, there is a Modern Slavery Lead.", said, ("exists", True)),
            ("We do not have a specialist lead at present.", said, ("exists", False)),
        ),
        Topic.LEAD_TEAM: st.one_of(
            st.sampled_from(_TEAMS).map(lambda team: Said(Topic.LEAD_TEAM, team, said, ("team", team))),
            _one_of(Topic.LEAD_TEAM, ("N/A", applies, None), ("Not applicable", applies, None)),
        ),
        Topic.LEAD_AUDIENCE: _one_of(
            Topic.LEAD_AUDIENCE,
            ("Both children and adults.", said, ("audience", Audience.BOTH)),
            ("Adults only.", said, ("audience", Audience.ADULTS)),
            ("Children only", said, ("audience", Audience.CHILDREN)),
            ("Not applicable", applies, None),
        ),
        Topic.LEAD_DEDICATION: _one_of(
            Topic.LEAD_DEDICATION,
            ("Employed specifically for this role.", said, ("dedication", Dedication.DEDICATED)),
            ("On top of other duties.", said, ("dedication", Dedication.ADDITIONAL)),
            ("Not applicable", applies, None),
        ),
        Topic.LEAD_START: st.one_of(
            st.sampled_from(YEARS).map(lambda year: Said(Topic.LEAD_START, str(year), said, ("start_year", year))),
            _one_of(Topic.LEAD_START, ("Not applicable", applies, None)),
        ),
        Topic.FUNDING_BY_YEAR: _money(),
        Topic.TRAINING_FIRST_RESPONDER: _training(Topic.TRAINING_FIRST_RESPONDER),
        Topic.TRAINING_SURVIVOR_HOUSING: _training(Topic.TRAINING_SURVIVOR_HOUSING),
    }


@st.composite
def written_letters(draw: st.DrawFn) -> WrittenLetter:
    """A letter by an invented council to the leads questionnaire, in some layout, with what it says.

    >>> from hypothesis import given
    >>> @given(written_letters())
    ... def test_reading_undoes_writing(letter: WrittenLetter) -> None: ...
    """
    questionnaire = next(one for one in questionnaires() if one.id == "leads-funding-training")
    given = _answers()
    said = tuple(draw(given[question.topic]) for question in questionnaire.questions)
    layout = draw(st.sampled_from(LAYOUTS))
    number = NUMBERING[draw(st.sampled_from(sorted(NUMBERING)))]
    width = draw(st.sampled_from(WIDTHS))
    asked = [_wrapped(question.text, width) for question in questionnaire.questions]
    body = _laid_out(layout, number, asked, [_wrapped(one.words, width) for one in said])
    head = "Exampleton Borough Council\nInformation Governance\n\nFreedom of Information Act 2000\n\n"
    close = (
        "\n\nIf you are dissatisfied with this response you may ask for an internal review: foi@exampleton.example\n"
    )
    return WrittenLetter(head + body + close, said, layout)


def _wrapped(text: str, width: int | None) -> str:
    """Text broken at a column's width, line by line."""
    if width is None:
        return text
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )


def _laid_out(layout: str, number: Callable[[int], str], asked: list[str], said: list[str]) -> str:
    """Questions and answers put together in one of the ways that councils do it."""
    pairs = list(zip(asked, said, strict=True))
    numbered = [number(place) + question for place, question in enumerate(asked, start=1)]
    match layout:
        case "below":
            return "\n\n".join(f"{question}\n\n{answer}" for question, (_, answer) in zip(numbered, pairs, strict=True))
        case "marked":
            return "\n\n".join(
                f"{question}\n\nAnswer: {answer}" for question, answer in zip(numbered, said, strict=True)
            )
        case "marked_line":
            return "\n\n".join(
                f"{question}\nResponse:\n{answer}" for question, answer in zip(numbered, said, strict=True)
            )
        case "quoted":
            quoted = ["\n".join(f"> {line}" for line in question.split("\n")) for question in numbered]
            return "\n\n".join(f"{question}\n\n{answer}" for question, answer in zip(quoted, said, strict=True))
        case "answers_below":
            answers = "\n\n".join(f"{place}. {answer}" for place, answer in enumerate(said, start=1))
            return "You asked:\n\n" + "\n\n".join(numbered) + "\n\nOur response\n\n" + answers
        case _:
            repeated = "\n\n".join(f"{question}\n\n{answer}" for question, answer in zip(numbered, said, strict=True))
            return "You asked:\n\n" + "\n\n".join(numbered) + "\n\nOur response\n\n" + repeated
