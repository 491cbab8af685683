"""Rows of numbered lines: which lines begin a question, and which begin an answer further down."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foidata.documents.span import Span
from foidata.letters.frame import REQUESTS, begins
from foidata.letters.lines import Family, Label, Line
from foidata.letters.match import Known, Likeness, words

MOST_ALIKE = 60
"""So many questions can a list have that numbers them all alike; more are no questions."""
_ASKS = re.compile(
    r"\W{0,2}(?:how (?:many|much|often|long)|what|which|who|whether|when|where|why|do|does|did|has|have|is|are"
    r"|can|could|please|for each"
    r"|(?:the )?(?:numbers?|amounts?|costs?|names?|values?|dates?|lists?|percentage|proportion) of"
    r"|(?:the )?total|any\b|in (?:which|what)"
    r"|(?:the )?number who|budgets?|details? of|(?:a )?cop(?:y|ies)\b[^.\n]{0,30}\bof|if (?:available|so|relevant))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Start:
    """A line that may begin a question or an answer."""

    line: Line
    index: int
    """Which line of the letter it is."""
    known: Known | None = None
    fit: Likeness | None = None
    stem: bool = False
    """Whether what stands around it shows that it asks: `a) …?` below it, or `Please send me:` above its list."""

    @property
    def label(self) -> Label | None:
        """The label of the line."""
        return self.line.label

    @property
    def values(self) -> tuple[int, ...]:
        """Its numbers in the row."""
        return self.label.values if self.label else ()

    @property
    def asks(self) -> bool:
        """Whether the line reads like a question."""
        if self.label and self.label.family is Family.ANSWER:
            return False
        if self.known is not None or self.stem or "?" in self.line.text:
            return True
        if self.label is None:
            return begins(self.line.span, REQUESTS)
        return self.line.body.match(_ASKS) is not None

    @property
    def body(self) -> Span:
        """The words after the label."""
        return self.line.body


Chain = tuple[Start, ...]


def chain(starts: Iterable[Start]) -> Chain:
    """The longest row of rising numbers; lines that ask count double, a gap in the numbers counts against it.

    A list inside an answer (1. 2. 3. between 6. and 7.) loses to the row that it interrupts; of two rows alike the one
    is taken whose lines stand apart, with blank lines before them.
    """
    rows = _without_parts(start for start in starts if start.values)
    reach: list[float] = []
    before: list[int | None] = []
    ending: dict[int, tuple[float, int]] = {}
    for here, start in enumerate(rows):
        own = (2.0 if start.asks else 1.0) + (0.1 if start.line.after_gap else 0.0)
        best = own - 0.6 * (min(start.values[0], 4) - 1)
        link: int | None = None
        earlier = (
            (ending[start.values[0] - gap][0] + own - 0.6 * (gap - 1), ending[start.values[0] - gap][1])
            for gap in (1, 2, 3)
            if start.values[0] - gap in ending
        )
        score, last = max(earlier, default=(best, -1))
        if last >= 0 and score > best:
            best, link = score, last
        reach.append(best)
        before.append(link)
        ending[start.values[-1]] = max(ending.get(start.values[-1], (best, here)), (best, here))
    if not rows:
        return ()
    at: int | None = max(range(len(rows)), key=lambda here: (reach[here], -here))
    row: list[Start] = []
    while at is not None:
        row.append(rows[at])
        at = before[at]
    return tuple(reversed(row))


def _without_parts(starts: Iterable[Start]) -> list[Start]:
    """The lines without those that name a further part of the number before them: `1. b)` after `1. a)`."""
    rows: list[Start] = []
    for start in starts:
        if not (
            rows
            and start.label
            and start.label.paths
            and rows[-1].values == start.values
            and rows[-1].label
            and rows[-1].label.paths
        ):
            rows.append(start)
    return rows


def questions(starts: Sequence[Start]) -> Chain:
    """The lines that begin the questions of a letter: the row of whichever kind of label asks most."""
    rows = [
        chain(start for start in starts if start.label and start.label.family is family)
        for family in (Family.QUESTION, Family.NUMBER, Family.LETTER)
    ]
    numbers, letters = max(rows[:2], key=weight), rows[2]
    if numbers and letters and numbers[0].index < letters[0].index and _asking(letters) <= _asking(numbers) + 1:
        rows.pop()  # letters below a number are its parts
    rows += [_restarting(starts, family) for family in (Family.QUESTION, Family.NUMBER)]
    rows.append(_bullets(starts))
    rows.append(_all_alike(starts))
    rows.append(_out_of_order(starts))
    rows.append(_unlabelled(starts))
    return max(rows, key=weight, default=())


def _restarting(starts: Sequence[Start], family: Family) -> Chain:
    """Questions whose numbers begin again, or are all `1.`: each is new, asks outright, and has words of its own below.

    So neither the same questions asked again nor a list of questions inside an answer is one of these rows.
    """
    row: list[Start] = []
    seen: set[tuple[str, ...]] = set()
    restarts = 0
    for start in starts:
        if not start.label or start.label.family is not family or not start.asks:
            continue
        opening = words(start.body.words)[:8]
        again = bool(row) and start.values[0] == 1
        if opening in seen or not (again or not row or 1 <= start.values[0] - row[-1].values[-1] <= 3):
            continue
        seen.add(opening)
        restarts += again
        row.append(start)
    alone = sum(1 for one, other in pairwise(row) if other.index - one.index == 1)
    return tuple(row) if restarts and not alone else ()


def _asking(row: Chain) -> int:
    return sum(1 for start in row if start.asks)


def weight(row: Chain) -> float:
    """How much a row looks like the questions of a letter."""
    asking = sum(2 if start.known else 1 for start in row if start.asks)
    strong = sum(
        1 for start in row if start.label and start.label.family is Family.QUESTION and (start.asks or not start.body)
    )
    return asking + 0.5 * strong + 0.4 * len(row) * (row[0].label is not None) if row else 0.0


def _all_alike(starts: Sequence[Start]) -> Chain:
    """Questions that a list which lost its count numbers all alike, each with 1."""
    asking = [start for start in starts if start.label and start.label.family is Family.NUMBER and start.asks]
    alike = 1 < len(asking) <= MOST_ALIKE and {start.values for start in asking} == {(1,)}
    return tuple(asking) if alike else ()


def _out_of_order(starts: Sequence[Start]) -> Chain:
    """Numbered questions that stand in no order, each with a number of its own and a question mark."""
    asking = [
        start
        for start in starts
        if start.label and start.label.family in (Family.QUESTION, Family.NUMBER) and "?" in start.line.text
    ]
    values = [start.values for start in asking]
    mixed = len(set(values)) == len(values) > 2 and values != sorted(values)
    return tuple(asking) if mixed else ()


def _unlabelled(starts: Sequence[Start]) -> Chain:
    """Questions without numbers, each once: asked again further down, they head their answers."""
    row: list[Start] = []
    seen: set[tuple[str, ...]] = set()
    for start in starts:
        wording = words(start.line.text)
        if start.asks and not start.label and wording not in seen:
            seen.add(wording)
            row.append(start)
    return tuple(row)


def _bullets(starts: Sequence[Start]) -> Chain:
    """Bulleted questions: the bullets that ask, of the sign that the first of them has."""
    asking = [start for start in starts if start.label and start.label.family is Family.BULLET and start.asks]
    return tuple(
        start for start in asking if start.label and asking[0].label and start.label.written == asking[0].label.written
    )


def answers(starts: Sequence[Start], asked: Chain, *, above: bool = False) -> Chain:
    """The row of numbers after the questions that answers them, or the one above them; empty where there is none.

    Questions without numbers are counted from 1.
    """
    first, last = asked[0].index, asked[-1].index
    values = [value for start in asked for value in start.values]
    numbers = set(values) if len(set(values)) == len(values) > 0 else set(range(1, len(asked) + 1))
    families = (Family.ANSWER, Family.QUESTION, Family.NUMBER, Family.LETTER)
    apart = [start for start in starts if start.label and (start.index < first if above else start.index > last)]
    rows = [
        chain(start for start in apart if start.label and start.label.family is family and set(start.values) <= numbers)
        for family in families
    ]
    row = max((*rows, *(_mixed(apart, family, numbers) for family in families)), key=_covers, default=())
    covered = {value for start in row for value in start.values}
    return row if len(covered) >= max(1, min(2, len(numbers))) and len(covered) * 2 >= len(numbers) else ()


def _covers(row: Chain) -> int:
    """How many questions a row answers."""
    return len({value for start in row for value in start.values})


def _mixed(starts: Sequence[Start], family: Family, numbers: set[int]) -> Chain:
    """Answers that stand in no order, each number once; a list inside one of them would take some twice."""
    row = [start for start in starts if start.label and start.label.family is family and set(start.values) <= numbers]
    values = [value for start in _without_parts(row) for value in start.values]
    return tuple(_without_parts(row)) if len(set(values)) == len(values) else ()
