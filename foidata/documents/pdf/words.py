"""The words of a PDF page with their places, and the straight lines that are drawn on it."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foidata.documents.links import target

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_WORD = re.compile("[^\x00 \t\r\n\u2002\u2003\u2009]+")
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What pdfium gives for a hyphen at the end of a line."""
_RAISED = 0.8
"""Smaller digits that stand higher than the word before are raised."""
_MOST_SEGMENTS = 20_000
_SHORTEST = 4.0
_STRAIGHT = 1.0
_MOST_LINKS = 2_000
_LONGEST_ADDRESS = 4_000
_WITH_WORDS = frozenset((3, 20))
"""Annotations with words of their own: free text, form fields."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the box that it fills, in points from the bottom left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """The size of its type."""
    link: str | None = None
    note: str = ""
    """The raised digits that end it."""

    @property
    def middle(self) -> Point:
        """The middle of its box."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, as those around the cells of a table: level, or upright when not."""

    level: bool
    at: float
    """How high it is, when level; how far right, when upright."""
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page draws."""

    words: tuple[Word, ...]
    turned: tuple[Word, ...]
    """Words that run in another direction than the page's, such as a stamp."""
    rules: tuple[Rule, ...]
    width: float
    """How wide the page is, as it is read."""


def drawn(document: "PdfDocument", number: int) -> Drawn:
    """What a page of a document draws, as it is read: upright, even when the page lies on its side."""
    import pypdfium2.raw as pdfium

    page = document[number]
    if _has_words_on_top(page.raw) and pdfium.FPDFPage_Flatten(page.raw, 0) == pdfium.FLATTEN_SUCCESS:
        page.close()
        page = document[number]
    text = page.get_textpage()
    count = text.count_chars()
    quarters: dict[int, list[_Run]] = {}
    for run in _runs(text.raw, count):
        quarters.setdefault(run.quarter, []).append(run)
    main = max(quarters, key=lambda quarter: len(quarters[quarter]), default=0)
    links = list(_links(document.raw, page.raw))
    turn = _TURNS.get(main, _TURNS[0])
    found = Drawn(
        words=tuple(run.word(links, turn) for run in quarters.get(main, ())),
        turned=tuple(
            run.word(links, _TURNS[0]) for quarter, runs in quarters.items() if quarter != main for run in runs
        ),
        rules=tuple(_rules(page.raw, turn)),
        width=page.get_height() if main in (1, 3) and not page.get_rotation() else page.get_width(),
    )
    text.close()
    page.close()
    return found


def _upright(x: float, y: float) -> Point:
    return x, y


_TURNS = {0: _upright, 1: lambda x, y: (-y, x), 2: lambda x, y: (-x, -y), 3: lambda x, y: (y, -x)}
"""How points turn so that text which runs down, upside down or up is level, by the quarters of a circle."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A word as the page has it."""

    text: str
    box: tuple[float, float, float, float]
    quarter: int
    size: float
    note: str

    def word(self, links: "list[tuple[tuple[float, float, float, float], str]]", turn: Any) -> Word:
        left, bottom, right, top = self.box
        x, y = (left + right) / 2, (bottom + top) / 2
        link = next((leads for box, leads in links if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)
        (x0, y0), (x1, y1) = turn(left, bottom), turn(right, top)
        return Word(self.text, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), self.size, link, self.note)


def _runs(text: Any, count: int) -> Iterator[_Run]:
    """The words of a page in the order in which they are drawn."""
    import pypdfium2.raw as pdfium

    code = pdfium.FPDFText_GetUnicode
    words = "".join([chr(code(text, index)) for index in range(count)]).translate(_HYPHENS)
    for found in _WORD.finditer(words):
        yield _run(text, found.start(), found.end(), found[0])


def _run(text: Any, start: int, end: int, words: str) -> _Run:
    import pypdfium2.raw as pdfium

    first, last = _box(text, start), _box(text, end - 1)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, start, matrix)
    size = pdfium.FPDFText_GetFontSize(text, start) * math.hypot(matrix.c, matrix.d)
    angle = pdfium.FPDFText_GetCharAngle(text, start) / (math.pi / 2)
    quarter = round(angle) % 4 if abs(angle - round(angle)) < 0.05 else -1
    box = (min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]))
    note = ""
    tall = first[3] - first[1]
    if end - start > 1 and words[-1] in "0123456789" and quarter == 0 and last[3] - last[1] < _RAISED * tall:
        low = end - 1
        while low > start + 1 and words[low - start - 1] in "0123456789":
            before = _box(text, low - 1)
            if before[3] - before[1] >= _RAISED * tall:
                break
            low -= 1
        if last[1] > first[1]:
            note = words[low - start :]
            box = (*box[:1], first[1], box[2], first[3])
    return _Run(words.removesuffix(note) if note else words, box, quarter, abs(size) or tall, note)


def _box(text: Any, index: int) -> tuple[float, float, float, float]:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    return box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)


def _has_words_on_top(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_LINKS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _WITH_WORDS:
            return True
    return False


def _links(document: Any, page: Any) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    """The places of a page that lead to an address."""
    import pypdfium2.raw as pdfium

    place = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    box = pdfium.FS_RECTF()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, place, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = min(pdfium.FPDFAction_GetURIPath(document, action, None, 0), _LONGEST_ADDRESS)
        address = ctypes.create_string_buffer(max(size, 1))
        pdfium.FPDFAction_GetURIPath(document, action, address, size)
        leads = target(address.value.decode("utf-8", "replace"))
        if leads and pdfium.FPDFLink_GetAnnotRect(link, box):
            yield (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)), leads


def _rules(page: Any, turn: Any) -> Iterator[Rule]:
    """The straight lines of a page, level or upright; the edges of rectangles are such lines too."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    x, y = ctypes.c_float(), ctypes.c_float()
    left = _MOST_SEGMENTS
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        count = pdfium.FPDFPath_CountSegments(shape)
        left -= count
        if left < 0:
            return
        pdfium.FPDFPageObj_GetMatrix(shape, matrix)
        start: Point = (0.0, 0.0)
        before: Point = start
        for place in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(shape, place)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = turn(
                matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
            )
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                yield from _straight(before, point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield from _straight(point, start)
            before = point


def _straight(one: Point, other: Point) -> Iterator[Rule]:
    wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
    if high <= _STRAIGHT and wide >= _SHORTEST:
        yield Rule(level=True, at=(one[1] + other[1]) / 2, start=min(one[0], other[0]), end=max(one[0], other[0]))
    elif wide <= _STRAIGHT and high >= _SHORTEST:
        yield Rule(level=False, at=(one[0] + other[0]) / 2, start=min(one[1], other[1]), end=max(one[1], other[1]))
