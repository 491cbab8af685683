"""Parts of a numbered question: `1. How many … a) … b) (i) … (ii) …`, each with an answer of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from foidata.documents.span import Span
from foidata.letters.extent import split, units
from foidata.letters.frame import ANSWER_MARK, begins
from foidata.letters.lines import Family, Label, Path, lines
from foidata.letters.passage import Passage
from foidata.standard.codes import DoubtCode

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A labelled piece of a question or an answer."""

    paths: tuple[Path, ...]
    words: Span
    """From after the label to the next entry."""
    answers: bool
    """Whether its label says that it answers: `Response to 3 (a):`."""


@dataclass(slots=True)
class _Outline:
    """The parts of a question as they are met, and what was said to each."""

    asked: dict[Path, Span] = field(default_factory=dict)
    answered: dict[Path, Span] = field(default_factory=dict)
    addressed: set[Path] = field(default_factory=set)
    """The parts whose answers stand apart from them, under their labels."""

    def begins(self, path: Path) -> bool:
        """Whether a label is that of the next part: a, b, c in order, and roman numbers in order below a letter."""
        siblings = [other for other in self.asked if len(other) == len(path) and other[:-1] == path[:-1]]
        order = _ROMANS if path[-1] in _ROMANS else "abcdefgh"
        rises = path[-1] in order and order.index(path[-1]) == len(siblings)
        return path not in self.asked and rises and (len(path) == 1 or path[:-1] in self.asked)

    def leaves(self) -> list[Path]:
        """The parts that have no parts of their own."""
        return [path for path in self.asked if not any(other[:-1] == path for other in self.asked)]

    def answer(self, path: Path) -> tuple[Span, bool] | None:
        """What was said to a part, and whether it was said to others too."""
        found = self.answered.get(path)
        given = found if found is not None else self.answered.get(path[:-1]) if len(path) > 1 else None
        if given is None:
            return None
        return given, sum(1 for other in self.leaves() if self._same(other, given)) > 1

    def _same(self, path: Path, given: Span) -> bool:
        return given in (self.answered.get(path), self.answered.get(path[:-1]))


def parted(passage: Passage, first: tuple[Path, ...] = ()) -> list[Passage]:
    """A passage whose question goes on in parts, a passage a part; any other as it is.

    `first` is the part that stands in the label of the number itself: `1. a) …`. Letters in the answer to a whole
    question are no parts: either the question above them is still open, without a question mark, and the parts hold
    answers of their own, or the answers name the parts that they are for.
    """
    whole = passage.question.to(passage.question.start, max(passage.answer.end, passage.question.end))
    outline = _Outline()
    stem, entries = _entries(whole, passage, first)
    for entry in entries:
        _add(entry, outline, inline=True)
    return _passages(passage, outline, stem)


def parted_below(passage: Passage, first: tuple[Path, ...], answered: tuple[Path, ...]) -> list[Passage]:
    """The same for a passage whose answer stands apart; `answered` are the parts in the label of the answer."""
    outline = _Outline()
    stem, entries = _entries(passage.question, passage, first)
    for entry in entries:
        _add(entry, outline, inline=False)
    for entry in _entries(passage.answer, passage, answered)[1]:
        _add(replace(entry, answers=True), outline, inline=False)
    return _passages(passage, outline, stem)


def _add(entry: _Entry, outline: _Outline, *, inline: bool) -> None:
    """Put an entry in its place: a new part, with what answers it there, or an answer to parts that are known."""
    path = entry.paths[0]
    if not entry.answers and len(entry.paths) == 1 and outline.begins(path):
        question, answer = split(entry.words, None) if inline else (entry.words, entry.words.to(0, 0))
        outline.asked[path] = question
        if answer:
            outline.answered[path] = answer
        return
    for known in entry.paths:
        if known in outline.asked and known not in outline.answered:
            outline.answered[known] = entry.words
            outline.addressed.add(known)


def _entries(stretch: Span, passage: Passage, first: tuple[Path, ...]) -> tuple[Span, list[_Entry]]:
    """The words before the first label, and each labelled piece to the next one."""
    marks = list(_marks(stretch, passage.id))
    ends = [*(start for _, start, _, _ in marks), stretch.end]
    stem = stretch.to(stretch.start, ends[0]).stripped()
    entries = [_Entry(first, stem, answers=False)] if first else []
    for (paths, _, body, answers), end in zip(marks, ends[1:], strict=True):
        entries.append(_Entry(paths, stretch.to(body, end).stripped(), answers))
    return stem.to(stem.start, stem.start) if first else stem, entries


def _marks(stretch: Span, number: str) -> Iterator[tuple[tuple[Path, ...], int, int, bool]]:
    """The labels of parts in a stretch: the parts, where the line and its words begin, and whether it answers."""
    above: Path = ()
    for line in lines(stretch):
        if line.label is None:
            continue
        paths = _paths(line.label, number, above)
        if paths:
            above = paths[-1]
            yield paths, line.span.start, line.body.start, line.label.family is Family.ANSWER


def _paths(label: Label, number: str, above: Path) -> tuple[Path, ...]:
    """The parts that a label names: a roman number stands below the letter above it, if there is one."""
    if label.family is Family.ROMAN:
        step = _ROMANS[label.values[0] - 1]
        lettered = above[:1] if above and above[0] not in _ROMANS else ()
        return ((*lettered, step),)
    if label.family is Family.LETTER:
        return label.paths
    own = len(label.values) == 1 and str(label.values[0]) == number
    return label.paths if own else ()


def _passages(passage: Passage, outline: _Outline, stem: Span) -> list[Passage]:
    leaves = outline.leaves()
    answered = [path for path in leaves if outline.answer(path)]
    addressed = [path for path in leaves if path in outline.addressed or path[:-1] in outline.addressed]
    closed = "?" in stem.text or any(begins(unit, ANSWER_MARK) for unit in units(stem))
    if passage.asked or len(leaves) < 2 or 2 * len(answered) < len(leaves):
        return [passage]
    if closed and 2 * len(addressed) < len(leaves):
        return [passage]
    return [_part(passage, path, outline.asked, outline.answer(path), stem) for path in leaves]


def _part(
    passage: Passage, path: Path, asked: Mapping[Path, Span], given: tuple[Span, bool] | None, stem: Span
) -> Passage:
    above = [asked[path[:depth]] for depth in range(1, len(path)) if path[:depth] in asked]
    answer, shared = given or (passage.answer.to(asked[path].end, asked[path].end), False)
    doubt = ((DoubtCode.SHARED_ANSWER, answer),) if shared else ()
    return replace(
        passage,
        id=f"{passage.id}{''.join(path)}",
        number=path[-1],
        question=asked[path],
        answer=answer,
        lead_in=(*passage.lead_in, *((stem,) if stem else ()), *above),
        doubts=passage.doubts + doubt,
    )
