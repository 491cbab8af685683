"""Lettered parts of a numbered question: `1. How many … a) … b) …`."""

from dataclasses import replace

from foidata.letters.chains import Start, chain
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
