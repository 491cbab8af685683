"""What a letter is cut into."""

from dataclasses import dataclass, field

from foidata.documents.document import Document
from foidata.documents.span import Span
from foidata.standard.codes import DoubtCode
from foidata.standard.dataset import AskedQuestion


@dataclass(frozen=True, slots=True)
class Passage:
    """One question and the words that answer it."""

    id: str
    number: str | None
    """The number as written, without punctuation."""
    question: Span
    answer: Span
    """The answer; an empty span where there is none."""
    section: Span | None = None
    lead_in: tuple[Span, ...] = ()
    """Words outside the question that belong to it."""
    notes: tuple[Span, ...] = ()
    """Words outside the answer that say what a mark in it means: `* fewer than 5, withheld under section 40(2)`."""
    asked: AskedQuestion | None = None
    """The question of a questionnaire that this is."""
    score: float = 0.0
    """How well the wording fits."""
    doubts: tuple[tuple[DoubtCode, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Segments:
    """A letter, cut: what stands before the questions, the passages, and the rest."""

    document: Document
    whole: Span
    """All of the letter, as it is read."""
    heading: Span
    passages: tuple[Passage, ...]
    closing: tuple[Span, ...]
    """What stands after the answers, and between them without belonging to one."""
    questionnaire: str | None = None
    """The questionnaire that most questions come from."""
    score: float = 0.0
    doubts: tuple[tuple[DoubtCode, Span], ...] = field(default=())
