"""Lettered parts of a numbered question: `1. How many … a) … b) …`."""

from dataclasses import replace

from foidata.documents.span import Span
from foidata.letters.chains import Chain, Start, chain
from foidata.letters.extent import split, units
from foidata.letters.frame import ANSWER_MARK, begins
from foidata.letters.lines import Family, lines
from foidata.letters.passage import Passage


def parted(passage: Passage) -> list[Passage]:
    """A passage whose question goes on in lettered parts, a passage a part; any other as it is.

    Letters in the answer to a whole question are no parts: the question above them must still be open, without a
    question mark, and each part must hold an answer of its own.
    """
    if passage.asked is not None:
        return [passage]
    whole = passage.question.to(passage.question.start, max(passage.answer.end, passage.question.end))
    rows = lines(whole)
    letters = [Start(row, index) for index, row in enumerate(rows) if row.label and row.label.family is Family.LETTER]
    row = chain(letters)
    if row and row[0].values[0] > 1 and passage.id.endswith(chr(ord("a") + row[0].values[0] - 2)):
        return _continued(passage, whole, row)
    if len(row) < 2 or row[0].values != (1,):
        return [passage]
    stem = whole.to(whole.start, row[0].line.span.start).stripped()
    if "?" in stem.text or not stem or any(begins(unit, ANSWER_MARK) for unit in units(stem)):
        return [passage]
    ends = [*(start.line.span.start for start in row[1:]), whole.end]
    found = []
    for start, end in zip(row, ends, strict=True):
        question, answer = split(whole.to(start.body.start, end).stripped(), None)
        letter = start.label.written if start.label else ""
        found.append(
            replace(
                passage,
                id=f"{passage.id}{letter}",
                number=letter,
                question=question,
                answer=answer,
                lead_in=(*passage.lead_in, stem),
            )
        )
    return found if sum(1 for part in found if part.answer) * 2 >= len(found) else [passage]


def _continued(passage: Passage, whole: Span, row: Chain) -> list[Passage]:
    """Parts of which the first stands in the label of the number itself: `1. a) … b) …`."""
    number = passage.id[:-1]
    starts = [whole.start, *(start.body.start for start in row)]
    ends = [*(start.line.span.start for start in row), whole.end]
    letters = [passage.id[-1], *(start.label.written for start in row if start.label)]
    found = []
    for letter, start, end in zip(letters, starts, ends, strict=True):
        question, answer = split(whole.to(start, end).stripped(), None)
        found.append(replace(passage, id=f"{number}{letter}", number=letter, question=question, answer=answer))
    return found
