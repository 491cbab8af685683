"""OpenDocument letters, as LibreOffice draws them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foidata.documents.archive import Archive
from foidata.documents.file import File
from foidata.documents.links import shown, target
from foidata.documents.markup import parsed
from foidata.documents.opendocument.styles import DRAW, OFFICE, STYLE, TABLE, TEXT, Counter, Look, Styles
from foidata.documents.readers import Content, Reader, seen
from foidata.documents.sheet import Sheet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HREF = "{http://www.w3.org/1999/xlink}href"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_WHITE = re.compile("[ \t\r\n]+")
_MANIFEST = "META-INF/manifest.xml"
_MOST_REPEATED = 200
_AROUND = frozenset(
    TEXT + name
    for name in ("section", "index-body", "table-of-content", "index-title", "illustration-index", "bibliography")
)
_UNDRAWN = frozenset(
    (
        *(TEXT + name for name in ("tracked-changes", "hidden-text", "hidden-paragraph", "ruby-text")),
        OFFICE + "annotation",
    )
) | {OFFICE + "forms", TEXT + "sequence-decls", OFFICE + "event-listeners"}


@dataclass
class _Letter:
    """A letter on its way to the sheet."""

    styles: Styles
    sheet: Sheet = field(default_factory=Sheet)
    before: Look | None = None
    space: bool = False
    """Whether white space came last: more of it is not drawn."""
    boxes: list["Element"] = field(default_factory=list)
    notes: list[tuple[str, "Element"]] = field(default_factory=list)
    outline: Counter = field(default_factory=lambda: Counter(""))
    lists: dict[str | None, Counter] = field(default_factory=dict)
    latest: dict[str, Counter] = field(default_factory=dict)

    def draw(self, body: "Element", margins: "Element | None") -> None:
        """Draw the first page's head, the letter, that page's foot, the notes."""
        self._margin(margins, "header")
        self.blocks(body)
        self._margin(margins, "footer")
        for number, (sign, note) in enumerate(self.notes):
            self.sheet.line() if number else self.sheet.gap()
            self.sheet.label(f"[{sign}] ")
            self.before = None
            self.blocks(note)

    def _margin(self, page: "Element | None", kind: str) -> None:
        found = None
        for name in (f"{kind}-first", kind) if page is not None else ():
            found = page.find(STYLE + name) if found is None and page is not None else found
        if found is not None and found.get(STYLE + "display") != "false":
            self.sheet.gap()
            self.blocks(found)
            self.sheet.gap()
            self.before = None

    def blocks(self, parent: "Element") -> None:
        """Paragraphs, lists and tables."""
        for child in parent:
            if child.tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(child)
            elif child.tag == TEXT + "list":
                self._list(child)
            elif child.tag == TABLE + "table":
                self._table(child)
            elif child.tag in _AROUND and child.get(TEXT + "display") != "none":
                self.blocks(child)
            elif isinstance(child.tag, str) and child.tag.startswith(DRAW):
                for box in _boxes(child):
                    self.sheet.line()
                    self.blocks(box)

    def _paragraph(self, paragraph: "Element", sign: str = "") -> None:
        look = self.styles.look(paragraph.get(TEXT + "style-name", ""))
        if look.hidden or paragraph.find(TEXT + "hidden-paragraph") is not None:
            return
        if look.new_page:
            self.sheet.page()
        elif self.before is not None and self.before.apart(look):
            self.sheet.gap()
        else:
            self.sheet.line()
        if paragraph.tag == TEXT + "h" and not sign:
            depth = paragraph.get(TEXT + "outline-level", "1")
            sign = self.outline.sign(self.styles, int(depth)) if depth in "12345678910" else ""
        if sign:
            self.sheet.label(sign)
        outer, self.boxes = self.boxes, []
        mark = self.sheet.mark
        self.space = True
        self._inline(paragraph)
        if self.sheet.mark == mark and not sign:
            self.sheet.blank()
        found, self.boxes = self.boxes, outer
        self.before = look
        for box in found:
            self.sheet.line()
            self.blocks(box)
            self.sheet.line()
        if look.page_after:
            self.sheet.page()

    def _inline(self, parent: "Element") -> None:
        """What stands in the lines of a paragraph."""
        self._flow(parent.text)
        for child in parent:
            self._piece(child)
            self._flow(child.tail)

    def _piece(self, child: "Element") -> None:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == DRAW + "a":
            self._linked(child)
        elif tag.startswith(DRAW):
            self.boxes += _boxes(child)
        elif tag and tag not in _UNDRAWN:
            self._words(child, tag)

    def _words(self, child: "Element", tag: str) -> None:
        match tag.removeprefix(TEXT):
            case "s":
                self._write(" " * min(_integer(child.get(TEXT + "c"), 1), _MOST_REPEATED))
            case "tab":
                self._write("\t")
            case "line-break":
                self.sheet.newline()
                self.space = True
            case "a":
                self._linked(child)
            case "note":
                self._note(child)
            case _ if not self.styles.hides(child.get(TEXT + "style-name", "")):
                self._inline(child)

    def _flow(self, text: str | None) -> None:
        """Words; white space between them is one space."""
        words = _WHITE.sub(" ", text or "")
        words = words[1:] if self.space and words[:1] == " " else words
        if words:
            self._write(words)
            self.space = words[-1] == " "

    def _write(self, words: str) -> None:
        self.sheet.words(words)
        self.space = False

    def _linked(self, link: "Element") -> None:
        mark = self.sheet.mark
        self._inline(link)
        leads = target(link.get(_HREF, ""))
        after = shown(self.sheet.since(mark), leads) if leads else ""
        if after:
            self._write(after)

    def _note(self, note: "Element") -> None:
        """The mark of a note, which itself stands below the letter."""
        citation, body = note.find(TEXT + "note-citation"), note.find(TEXT + "note-body")
        sign = "" if citation is None else "".join(citation.itertext()).strip()
        if body is not None:
            sign = sign or str(len(self.notes) + 1)
            self.notes.append((sign, body))
            self._write(f"[{sign}]")

    def _list(self, element: "Element", outer: Counter | None = None, depth: int = 1) -> None:
        style = element.get(TEXT + "style-name") or (outer.style if outer else "")
        before = self.lists.get(continued) if (continued := element.get(TEXT + "continue-list")) else None
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self.latest.get(style)
        counter = outer if outer and outer.style == style else before or Counter(style)
        self.lists[element.get(_ID)] = self.latest[style] = counter
        if outer is not None and counter is not outer:
            counter.counts[:depth] = outer.counts[:depth]
        for item in element:
            numbered = item.tag == TEXT + "list-item"
            start = item.get(TEXT + "start-value", "")
            for place, child in enumerate(item):
                if child.tag == TEXT + "list":
                    self._list(child, counter, depth + 1)
                elif child.tag in (TEXT + "p", TEXT + "h"):
                    begins = numbered and place == 0
                    self._paragraph(child, self._sign(counter, depth, start, child) if begins else "")
                else:
                    self.blocks((child,))

    def _sign(self, counter: Counter, depth: int, start: str, paragraph: "Element") -> str:
        own = (
            Counter(self.styles.look(paragraph.get(TEXT + "style-name", "")).list_style)
            if not counter.style
            else counter
        )
        if own is not counter:
            own.counts = counter.counts
        return own.sign(self.styles, depth, int(start) if re.fullmatch("[0-9]{1,6}", start) else None)

    def _table(self, table: "Element") -> None:
        self.sheet.gap()
        for row in _rows(table):
            for _ in range(_repeated(row, "rows")):
                self._row(row)
        self.before = None
        self.sheet.gap()

    def _row(self, row: "Element") -> None:
        first, empty = True, 0
        for cell in row:
            if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            for _ in range(_repeated(cell, "columns")):
                words = cell.tag == TABLE + "table-cell"
                if not words and not first:
                    empty += 1
                    continue
                for _ in range(empty):
                    self.sheet.cell(first=False)
                self.sheet.cell(first=first)
                first, empty, self.before = False, 0, None
                if words:
                    self.blocks(cell)
        if not first:
            self.sheet.row()


def _rows(table: "Element") -> Iterator["Element"]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            yield from _rows(child)


def _boxes(drawing: "Element") -> list["Element"]:
    """The text boxes in a drawing, and shapes with words of their own; not those inside such a box."""
    if drawing.tag == DRAW + "text-box" or drawing.find(TEXT + "p") is not None:
        return [drawing]
    return [box for child in drawing for box in _boxes(child)]


def _repeated(element: "Element", kind: str) -> int:
    return min(_integer(element.get(f"{TABLE}number-{kind}-repeated"), 1), _MOST_REPEATED)


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else default


def _recognises(data: bytes) -> bool:
    head = data[:200]
    return head.startswith(b"PK\x03\x04") and b"mimetypeapplication/vnd.oasis.opendocument.text" in head


def _read(file: File) -> Content:
    packed = Archive(file)
    with file.refused("a damaged OpenDocument file; open it in its program, save it again and try once more"):
        if packed.holds(_MANIFEST) and b"encryption-data" in packed.bytes(_MANIFEST):
            raise file.refusal("locked with a password; take the password off and try again")
        roots = {
            name: parsed(file, packed.bytes(name), name) for name in ("styles.xml", "content.xml") if packed.holds(name)
        }
        body = roots["content.xml"].find(f"{OFFICE}body/{OFFICE}text") if "content.xml" in roots else None
        if body is None:
            raise file.refusal("an OpenDocument file without a letter in it; get it again")
        margins = None if "styles.xml" not in roots else roots["styles.xml"].find(f".//{STYLE}master-page")
        letter = _Letter(Styles(roots.values()))
        letter.draw(body, margins)
        return Content(seen(letter.sheet.text))


opendocument = Reader(
    name="odt",
    called="OpenDocument (.odt)",
    media_type="application/vnd.oasis.opendocument.text",
    recognises=_recognises,
    read=_read,
)
