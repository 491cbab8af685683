"""A letter whose questions and answers stand in the rows of a table: `Question | Response`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foidata.documents.span import Span
from foidata.letters.extent import without_closing
from foidata.letters.finders.tables import cells_of, is_rule
from foidata.letters.lines import label_of
from foidata.letters.match import Known, best
from foidata.letters.passage import Passage

_ASKED = re.compile(
    r"\W*(?:questions?|(?:what )?you asked(?: for)?|(?:your )?(?:question|request|enquiry|query)"
    r"|information requested|what was asked)\W*$",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\W*(?:(?:our |the |council(?:['’]s)? )?(?:response|answer|reply|comments?)|information (?:held|provided))\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W*(?:Q|question)?\.?\s*(?P<number>[0-9]{1,2}[a-z]?)\W*$", re.IGNORECASE)


def rows_of_questions(whole: Span, known: Sequence[Known]) -> tuple[list[Passage], Span, Span] | None:
    """The passages of such a table, its head, and what stands after it; None when the letter has no such table."""
    lines = [line for line in whole.lines() if not is_rule(line) or not line.stripped()]
    for place, line in enumerate(lines):
        columns = _columns(cells_of(line)) if _TABLED.search(line.words) else None
        if columns:
            width = len(cells_of(line))
            rows = list(_rows(lines[place + 1 :], width))
            rows = [row for row in rows if any(cell.stripped() for cell in row[columns[1] :])]  # not headings
            found = [_passage(row, _shifted(columns, row, width), number, known) for number, row in enumerate(rows)]
            return (found, line.stripped(), whole.to(rows[-1][-1].end, whole.end)) if rows else None
    return None


_TABLED = re.compile(r"[\t|]")


def _columns(header: Sequence[Span]) -> tuple[int, int] | None:
    """The columns of the question and of the answer, when a row is the head of such a table."""
    asked = next((column for column, cell in enumerate(header) if cell.match(_ASKED)), None)
    answered = next((column for column, cell in enumerate(header) if cell.match(_ANSWERED)), None)
    return (asked, answered) if asked is not None and answered is not None and asked < answered else None


def _rows(lines: Sequence[Span], width: int) -> Iterator[list[Span]]:
    """The rows below the head. A line without cells goes on with the last cell of the row above it."""
    row: list[Span] = []
    for line in lines:
        if _TABLED.search(line.words):
            cells = cells_of(line)
            if len(cells) < width:
                break
            if row:
                yield row
            row = cells
        elif row and line.words.strip() and line.source[row[-1].end : line.start].strip(" \r|\t") == "\n":
            row[-1] = row[-1].to(row[-1].start, line.end)
        elif row and line.words.strip():
            break
    if row:
        yield row


def _shifted(columns: tuple[int, int], row: Sequence[Span], width: int) -> tuple[int, int]:
    """The columns in a row that has one cell more than the head, for its number."""
    more = int(len(row) == width + 1 and row[0].match(_NUMBER) is not None)
    return columns[0] + more, columns[1] + more


def _passage(cells: Sequence[Span], columns: tuple[int, int], place: int, known: Sequence[Known]) -> Passage:
    asked, answered = columns
    question, number = cells[asked].stripped(), None
    label = label_of(question)
    if label and label.values:
        question, number = question.to(label.span.end, question.end).stripped(), f"{label.values[0]}{label.part}"
    elif asked and (found := cells[asked - 1].match(_NUMBER)):
        number = found["number"].lower()
    answer, _ = without_closing(cells[answered].stripped())
    hit = best(question, known)
    passage = Passage(number or str(place + 1), number, question, answer)
    return replace(passage, asked=hit[0].question, score=hit[1].score) if hit else passage
