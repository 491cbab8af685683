"""Word files, as Word draws them with all changes accepted."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from foidata.documents import archive
from foidata.documents.archive import Archive
from foidata.documents.file import File
from foidata.documents.labels import raised, roman
from foidata.documents.opened import opened
from foidata.documents.readers import Content, Reader, seen
from foidata.documents.sheet import Sheet
from foidata.documents.word.numbering import Numbering
from foidata.documents.word.package import Package, Relation
from foidata.documents.word.signs import (
    AROUND,
    CHOICES,
    address,
    boxes,
    chosen,
    count,
    form,
    inside,
    link,
    symbol,
    text,
)
from foidata.documents.word.styles import Look, Styles, W, on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_DEEPEST_FIELD = 20
_LINE, _PAGE = "\n", "\f"


@dataclass
class _Field:
    """A field of Word: an instruction, and what it came to when Word last looked."""

    pieces: list[str]
    start: int
    instruction: str = ""
    shown: bool = False


@dataclass
class _Letter:
    """A Word file on its way to the sheet."""

    package: Package
    part: str
    sheet: Sheet = field(default_factory=Sheet)
    before: Look | None = None
    """The paragraph above, unless something else stands between."""
    carried: list[str] = field(default_factory=list)
    """The words of a paragraph whose end was deleted: they go on in the next one."""
    fields: list[_Field] = field(default_factory=list)
    boxes: list["Element"] = field(default_factory=list)
    notes: list[tuple[str, "Element"]] = field(default_factory=list)
    noted: set["Element"] = field(default_factory=set)
    counts: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 0})
    section: int = 0

    def __post_init__(self) -> None:
        self.relations = self.package.relations(self.part)
        self.styles = Styles(self.package.related(self.part, "styles"))
        self.numbering = Numbering(self.package.related(self.part, "numbering"))

    @cached_property
    def footnotes(self) -> dict[str, "Element"]:
        return self._notes("footnote")

    @cached_property
    def endnotes(self) -> dict[str, "Element"]:
        return self._notes("endnote")

    def _notes(self, kind: str) -> dict[str, "Element"]:
        root = self.package.related(self.part, f"{kind}s")
        return {} if root is None else {one.get(W + "id", ""): one for one in root.iterfind(W + kind)}

    def draw(self, root: "Element") -> None:
        """Draw it all: the first page's head, the letter, that page's foot, the notes."""
        body = root.find(W + "body")
        if body is None:
            return
        self.sections = list(body.iter(W + "sectPr"))
        self._margin("header")
        self._blocks(body)
        self._paragraph_end(self.carried, Look())
        self._margin("footer")
        for number, (sign, note) in enumerate(self.notes):
            self.sheet.line() if number else self.sheet.gap()
            self.sheet.label(f"[{sign}] ")
            self.before = None
            self._blocks(note)

    def _margin(self, kind: str) -> None:
        """The head or foot of the first page."""
        first = next(iter(self.sections), None)
        wanted = "first" if on(first, "titlePg") else "default"
        for reference in () if first is None else first.iterfind(f"{W}{kind}Reference"):
            relation = self.relations.get(reference.get(_R + "id", ""))
            if reference.get(W + "type", "default") == wanted and relation and not relation.outside:
                root = self.package.part(relation.target)
                self.relations, own = self.package.relations(relation.target), self.relations
                self.sheet.gap()
                self._blocks(root if root is not None else ())
                self.relations, self.before = own, None
                self.sheet.gap()

    def _blocks(self, parent: "Element | tuple[()]") -> None:
        """Paragraphs and tables, whatever stands around them."""
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag in AROUND:
                self._blocks(child)
            elif child.tag == CHOICES:
                self._blocks(chosen(child))
            elif child.tag == W + "altChunk":
                self._chunk(self.relations.get(child.get(_R + "id", "")))

    def _paragraph(self, paragraph: "Element") -> None:
        properties = paragraph.find(W + "pPr")
        look = self.styles.look(properties)
        pieces, self.carried = self.carried, []
        outer, self.boxes = self.boxes, []
        self._inline(paragraph, pieces, look)
        for one in [one for one in self.fields if not one.shown]:
            self.fields.remove(one)
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            self.carried = pieces
        elif pieces or not (on(mark, "vanish") or look.hidden):
            self._paragraph_end(pieces, look, ends=True)
        found, self.boxes = self.boxes, outer
        for box in found:
            self.sheet.line()
            self._blocks(box)
            self.sheet.line()
        if properties is not None and properties.find(W + "sectPr") is not None:
            self.section += 1
            following = self.sections[self.section] if self.section < len(self.sections) else None
            if following is not None and value(following, "type") != "continuous":
                self.sheet.page()
                self.before = None

    def _paragraph_end(self, pieces: list[str], look: Look, *, ends: bool = False) -> None:
        """Write a paragraph, now that its end is known."""
        if look.new_page:
            self.sheet.page()
        elif self.before is not None and self.before.apart(look):
            self.sheet.gap()
        else:
            self.sheet.line()
        sign = self.numbering.sign(look) if ends else ""
        if sign:
            self.sheet.label(sign)
        elif not any(pieces):
            if ends:
                self.sheet.blank()
                self.before = look
            return
        for piece in pieces:
            if piece == _LINE:
                self.sheet.newline()
            elif piece == _PAGE:
                self.sheet.page()
            elif piece:
                self.sheet.words(piece)
        self.before = look

    def _inline(self, parent: "Element", pieces: list[str], look: Look) -> None:
        """What stands in the lines of a paragraph."""
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child, pieces, look)
            elif tag == W + "hyperlink":
                start = len(pieces)
                self._inline(child, pieces, look)
                relation = self.relations.get(child.get(_R + "id", ""))
                link(pieces, start, relation.target if relation and relation.outside else "")
            elif tag == W + "fldSimple":
                start = len(pieces)
                self._inline(child, pieces, look)
                link(pieces, start, address(child.get(W + "instr", "")))
            elif tag in AROUND:
                self._inline(child, pieces, look)
            elif tag == CHOICES:
                self._inline(chosen(child), pieces, look)
            elif isinstance(tag, str) and tag.startswith(_MATH):
                pieces += [one.text or "" for one in child.iter(_MATH + "t")]

    def _run(self, run: "Element", pieces: list[str], look: Look) -> None:
        """Words of one look, and the signs among them."""
        properties = run.find(W + "rPr")
        hidden = self.styles.hides(properties, look)
        high = value(properties, "vertAlign") == "superscript"
        for child in run:
            name = child.tag[len(W) :] if isinstance(child.tag, str) and child.tag.startswith(W) else child.tag
            if name == "fldChar":
                self._field(child, pieces)
            elif name == "instrText":
                if self.fields:
                    self.fields[-1].instruction += (child.text or "")[:4000]
            elif not hidden and all(one.shown for one in self.fields):
                words = text(child) if name == "t" else self._sign(child, name, pieces, look)
                if high and words.isascii() and words.isdigit():
                    words = raised(words, "".join(pieces[-2:]))
                if words:
                    pieces.append(words)

    def _sign(self, child: "Element", name: str, pieces: list[str], look: Look) -> str:
        """What one element of a run, other than words, is drawn as."""
        match name:
            case "tab" | "ptab":
                return "\t"
            case "br" | "cr":
                return _PAGE if child.get(W + "type") == "page" else _LINE
            case "noBreakHyphen":
                return "\u2011"
            case "sym":
                return symbol(child)
            case "footnoteReference" | "endnoteReference":
                return self._note(child, end=name == "endnoteReference")
            case "ruby":
                self._inline(child, pieces, look)
            case "drawing" | "pict" | "object":
                self.boxes += boxes(child)
            case _ if name == CHOICES:
                self.boxes += boxes(child)
        return ""

    def _field(self, child: "Element", pieces: list[str]) -> None:
        """The beginning, the middle or the end of a field."""
        match child.get(W + "fldCharType"):
            case "begin":
                pieces += form(child)
                if len(self.fields) < _DEEPEST_FIELD:
                    self.fields.append(_Field(pieces, len(pieces)))
            case "separate" if self.fields:
                self.fields[-1].shown = True
            case "end" if self.fields:
                done = self.fields.pop()
                if done.pieces is pieces and done.shown:
                    link(pieces, done.start, address(done.instruction))

    def _note(self, reference: "Element", *, end: bool) -> str:
        """The mark of a note, which itself stands below the letter."""
        note = (self.endnotes if end else self.footnotes).get(reference.get(W + "id", ""))
        if note is None or on(reference, "customMarkFollows") or note in self.noted:
            return ""
        self.noted.add(note)
        number = self.counts[end] = self.counts[end] + 1
        sign = roman(number) if end else str(number)
        self.notes.append((sign, note))
        return f"[{sign}]"

    def _table(self, table: "Element") -> None:
        self.sheet.gap()
        for row in inside(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            empty = count(value(properties, "gridBefore"))
            first = True
            for cell in inside(row, W + "tc"):
                own = cell.find(W + "tcPr")
                if own is not None and own.find(W + "cellDel") is not None:
                    continue
                for _ in range(empty):
                    self.sheet.cell(first=first)
                    first = False
                self.sheet.cell(first=first)
                first = False
                self.before = None
                if value(own, "vMerge") in (None, "restart") and value(own, "hMerge") in (None, "restart"):
                    self._blocks(cell)
                empty = count(value(own, "gridSpan"), 1) - 1
            if not first:
                self.sheet.row()
        self.before = None
        self.sheet.gap()

    def _chunk(self, relation: Relation | None) -> None:
        """A file of another format that Word would draw in this place."""
        packed = self.package.packed
        if relation and not relation.outside and packed.holds(relation.target):
            self.sheet.gap()
            self.sheet.words(opened(packed.file.inside(relation.target, packed.bytes(relation.target)))[1].text)
            self.sheet.gap()


def _recognises(data: bytes) -> bool:
    names = archive.names(data)
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def _read(file: File) -> Content:
    package = Package(Archive(file))
    with file.refused("a damaged Word file; open it in Word, save it again and try once more"):
        root = package.part(package.letter)
        if root is None:
            raise file.refusal("a Word file without a letter in it; get it again")
        letter = _Letter(package, package.letter)
        letter.draw(root)
        return Content(seen(letter.sheet.text))


word = Reader(
    name="docx",
    called="Word (.docx)",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    recognises=_recognises,
    read=_read,
)
