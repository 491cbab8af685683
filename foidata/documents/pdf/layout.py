"""The words of PDF pages put together to lines, paragraphs and pages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_high

from foidata.documents.labels import raised
from foidata.documents.links import shown
from foidata.documents.pdf.tables import Table, tabled
from foidata.documents.pdf.words import Drawn, Word
from foidata.documents.sheet import Sheet

_SPACE = 0.25
"""The width of a space, in the size of the type."""
_GLUED = 0.06
_COLUMN = 1.5
"""A gap in a line that is wider, in the size of the type, stands between columns."""
_LEADING = 1.35
"""From one line to the next, in the size of the type, where a letter does not show what it uses."""
_APART = 0.3
_NARROWEST = 0.7
"""Of the page: lines are full only where a column at least so wide ends."""
_ALIKE = 0.15
_LABEL = re.compile(
    r"(?:Q(?:uestion|u)?\.?\s?)?\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[a-z]|[ivx]{1,5}|[A-Z])[.):]{1,2}(?!\S*[0-9])\S*$"
    r"|Q[0-9]{1,2}\S*$|[•·●▪◦○■□☐☑☒✓➢❖*–—\-\uf000-\uf0ff]$|o$"
)
_ENDS = re.compile(r"[.?!:;][)\"'’”]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words, from the left."""

    words: tuple[Word, ...]
    size: float
    """The size of most of its type."""
    bottom: float
    """Where most of its words stand."""

    @classmethod
    def of(cls, words: Iterable[Word]) -> "Line":
        """A line of these words, in any order."""
        row = tuple(sorted(words, key=lambda word: word.left))
        return cls(row, median_high(word.size for word in row), median_high(word.bottom for word in row))

    @property
    def first(self) -> Word:
        """Its first word."""
        return self.words[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def labelled(self) -> bool:
        """Whether it begins with a number or bullet."""
        return bool(_LABEL.match(self.first.text))

    @property
    def columns(self) -> bool:
        """Whether it has gaps as between columns, not counting one after its number."""
        start = 1 if self.labelled else 0
        pairs = pairwise(self.words[start:])
        return any(_column(before, after) for before, after in pairs)


def text(pages: Sequence[Drawn]) -> str:
    """The text of some pages."""
    drawn = [(tabled(page.words, page.rules), page.turned) for page in pages]
    lines = [lined(outside) for (_, outside), _ in drawn]
    manner = _Manner.of(lines, max((page.width for page in pages), default=0.0))
    sheet = Sheet()
    for number, (((tables, _), turned), own) in enumerate(zip(drawn, lines, strict=True)):
        if number:
            sheet.page()
        _page(sheet, own, tables, manner)
        if turned:
            sheet.gap()
            sheet.words(" ".join(word.text + word.note for word in turned))
    return sheet.text


def lined(words: Iterable[Word]) -> list[Line]:
    """Words as lines from the top."""
    rows: list[tuple[Word, list[Word]]] = []
    """The tallest word of each line, and all of them."""
    for word in sorted(words, key=lambda word: (-word.bottom - word.top, word.left)):
        place = next(
            (at for at in range(len(rows) - 1, max(len(rows) - 4, -1), -1) if _beside(rows[at][0], word)), None
        )
        if place is None:
            rows.append((word, [word]))
            continue
        tallest, row = rows[place]
        row.append(word)
        if word.top - word.bottom > tallest.top - tallest.bottom:
            rows[place] = (word, row)
    return [Line.of(row) for _, row in rows]


def _beside(tall: Word, word: Word) -> bool:
    """Whether a word stands beside another: half of the smaller one's height, at least, is at the same height."""
    common = min(tall.top, word.top) - max(tall.bottom, word.bottom)
    return common > 0.5 * min(tall.top - tall.bottom, word.top - word.bottom)


def _column(before: Word, after: Word) -> bool:
    return after.left - before.right > _COLUMN * max(before.size, after.size)


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a letter is set."""

    edge: float
    """Where full lines end."""
    leading: float
    spaced: bool
    """Whether its paragraphs stand apart."""

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]], width: float) -> "_Manner":
        """How the lines of some pages of a width are set."""
        ends = sorted((line.right for page in pages for line in page if not line.columns), reverse=True)
        start = min((line.first.left for page in pages for line in page), default=0.0)
        edge = max([start + _NARROWEST * width, *ends[1:2]])
        pairs = [pair for page in pages for pair in pairwise(page)]
        full = [_pitch(one, other) for one, other in pairs if _full(one, other, edge) and _alike(one, other)]
        leading = float(median(full)) if len(full) > 2 else _LEADING
        gaps = sum(1 for one, other in pairs if _pitch(one, other) > leading + _APART)
        return cls(edge, leading, gaps * 6 >= len(pairs))

    def within(self, left: float, right: float) -> "_Manner":
        """The same inside a cell between these sides."""
        return _Manner(right - left, self.leading, self.spaced)

    def apart(self, one: Line, other: Line) -> bool:
        """Whether white space stands between two lines."""
        return _pitch(one, other) > self.leading + _APART

    def goes_on(self, one: Line, other: Line) -> bool:
        """Whether the second line is only there because the first one was full."""
        return (
            not self.apart(one, other)
            and _full(one, other, self.edge)
            and _alike(one, other)
            and (not other.labelled or _closes(one, other))
            and not one.columns
            and not other.columns
            and other.first.left < one.first.left + 5 * one.size
            and (self.spaced or not (_ENDS.search(one.words[-1].text) and other.first.text[:1].isupper()))
        )


def _full(one: Line, other: Line, edge: float) -> bool:
    """Whether the next line's first word would not have fitted into the line."""
    return other.first.right - other.first.left + _SPACE * one.size > edge - one.right - 0.5


def _closes(one: Line, other: Line) -> bool:
    """Whether what looks like a number, `3)`, only closes a bracket that the line before left open."""
    words = " ".join(word.text for word in one.words)
    return words.count("(") > words.count(")") and ")" in other.first.text and "(" not in other.first.text


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _ALIKE * max(one.size, other.size)


def _pitch(one: Line, other: Line) -> float:
    """How far the second line is below the first, in the size of its type."""
    return (one.bottom - other.bottom) / (0.25 * one.size + 0.75 * other.size or 1.0)


def _page(sheet: Sheet, lines: Sequence[Line], tables: Sequence[Table], manner: _Manner) -> None:
    waiting = sorted(tables, key=lambda table: -table.top)
    before: Line | None = None
    for line in lines:
        while waiting and waiting[0].top > line.first.middle[1]:
            _table(sheet, waiting.pop(0), manner)
            before = None
        _write(sheet, line, before, manner)
        before = line
    for table in waiting:
        _table(sheet, table, manner)


def _write(sheet: Sheet, line: Line, before: Line | None, manner: _Manner) -> None:
    """A line, on the one before when it goes on there."""
    if before is not None and manner.goes_on(before, line):
        sheet.words(_between(before.words[-1], line.first, wrapped=True))
    elif before is not None and manner.apart(before, line):
        sheet.gap()
    elif before is not None:
        sheet.line()
    start = sheet.mark
    link = None
    for place, word in enumerate(line.words):
        if place:
            last = line.words[place - 1]
            if _is_note(last, word):
                sheet.words(raised(word.text, last.text))
                continue
            sheet.words(" " if place == 1 and line.labelled else _between(last, word, wrapped=False))
        if word.link != link:
            start, link = sheet.mark, word.link
        sheet.words(word.text + (raised(word.note, word.text) if word.note else ""))
        following = line.words[place + 1].link if place + 1 < len(line.words) else None
        if link and following != link:
            after = shown(sheet.since(start), link)
            if after:
                sheet.words(after)


def _between(before: Word, after: Word, *, wrapped: bool) -> str:
    """What stands between two words."""
    if wrapped:
        address = before.link if before.link and before.link == after.link else ""
        joined = before.text + after.text in address or before.text.endswith(("-", "/", "\u2010"))
        return "" if joined and len(before.text) > 1 else " "
    if _column(before, after):
        return "\t"
    return "" if after.left - before.right < _GLUED * before.size else " "


def _is_note(before: Word, word: Word) -> bool:
    """Whether a word is digits raised after the one before."""
    return (
        word.text.isdecimal()
        and len(word.text) < 4
        and word.size < 0.8 * before.size
        and word.bottom > before.bottom + 0.1 * before.size
        and word.left - before.right < 0.5 * before.size
    )


def _table(sheet: Sheet, table: Table, manner: _Manner) -> None:
    sheet.gap()
    for row in table.rows:
        for place, cell in enumerate(row):
            sheet.cell(first=not place)
            if cell is None or not cell.words:
                continue
            inner = manner.within(min(word.left for word in cell.words) - cell.left, cell.right)
            before = None
            for line in lined(cell.words):
                _write(sheet, line, before, inner)
                before = line
        sheet.row()
    sheet.gap()
