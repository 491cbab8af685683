"""Rich text, as word processors exchange it."""

import codecs
import re
from dataclasses import dataclass, field, replace

from foidata.documents import richwords
from foidata.documents.file import File
from foidata.documents.labels import raised, roman
from foidata.documents.links import shown, target
from foidata.documents.readers import Content, Reader, seen
from foidata.documents.sheet import Sheet
from foidata.documents.word.styles import Look

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,9})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])|[\r\n\x00]+|(?P<words>[^\\{}\r\n\x00]+)|\\",
    re.DOTALL,
)
_FONT = re.compile(r"\\f([0-9]{1,5})(?![0-9])[^;]{0,200}?\\fcharset([0-9]{1,3})")
_MOST_GROUPS = 2_000
_LARGEST_FONTS = 200_000
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until the group ends."""

    font: int = -1
    skipped: int = 1
    """How many characters follow a Unicode one for programs that do not know it."""
    hidden: bool = False
    deleted: bool = False
    high: bool = False
    label: bool = False
    """Whether it is the number or bullet of a list's item."""
    field: bool = False
    """Whether it is a whole field, such as a link."""


@dataclass
class _Letter:
    """Rich text on its way to the sheet."""

    text: str
    sheet: Sheet = field(default_factory=Sheet)
    group: _Group = field(default_factory=_Group)
    groups: list[_Group] = field(default_factory=list)
    line: Look = field(default_factory=Look)
    """How the paragraph at hand is drawn."""
    before: Look | None = None
    in_table: bool = False
    begun: bool = False
    row: bool = False
    """Whether a row is open."""
    cell: bool = False
    """Whether a cell has ended, so that what follows in the row stands in the next one."""
    section: bool = False
    codepage: str = "cp1252"
    fonts: dict[int, int] = field(default_factory=dict)
    hexes: bytearray = field(default_factory=bytearray)
    skip: int = 0
    instructions: list[str] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    notes: list[tuple[str, int, int]] = field(default_factory=list)
    margins: dict[str, tuple[int, int]] = field(default_factory=dict)

    def draw(self, start: int = 0, end: int | None = None) -> None:
        """Draw a stretch of the rich text; all of it to the end of its outermost group, when no end is given."""
        place, until = start, len(self.text) if end is None else end
        while place < until:
            found = _TOKEN.match(self.text, place, until)
            if found is None:
                break
            if self.hexes and not found["hex"]:
                self._flush()
            place = self._token(found, found.end())
            if end is None and found["brace"] == "}" and not self.groups:
                break
        self._flush()

    def _token(self, found: re.Match[str], place: int) -> int:
        """Draw one control word, group mark or run of words; the place to go on from."""
        if found["word"]:
            return self._word(found["word"], int(found["number"]) if found["number"] else None, place)
        if found["words"]:
            self._words(found["words"])
        elif found["hex"]:
            if self.skip:
                self.skip -= 1
            else:
                self.hexes.append(int(found["hex"], 16))
        elif found["brace"]:
            self._open() if found["brace"] == "{" else self._close()
        elif found["sign"] == "*":
            return self._starred(place)
        elif found["sign"]:
            self._sign(found["sign"])
        return place

    def finish(self) -> str:
        """All of it: the first page's head, the letter, that page's foot, the notes."""
        head = self._apart(*self.margins["header"]) if "header" in self.margins else ""
        foot = self._apart(*self.margins["footer"]) if "footer" in self.margins else ""
        notes = [f"[{sign}] {self._apart(start, end).strip()}" for sign, start, end in self.notes]
        return "\n\n".join(part for part in (head, self.sheet.text, foot, "\n".join(notes)) if part.strip())

    def _apart(self, start: int, end: int) -> str:
        """The words of a group that is drawn elsewhere."""
        inner = _Letter(self.text, codepage=self.codepage, fonts=self.fonts)
        inner.draw(start, end)
        return inner.sheet.text

    def _word(self, word: str, number: int | None, place: int) -> int:
        """What a control word does; the place to go on from."""
        if word in richwords.UNDRAWN:
            return self._undrawn(word, place)
        if word in richwords.SIGNS:
            self._words(" " if self.group.label and word == "tab" else richwords.SIGNS[word])
        elif word in richwords.SWITCHES:
            self.group = replace(self.group, **{richwords.SWITCHES[word]: number != 0})
        elif word in richwords.LOOKS:
            self._look(word, number)
        elif word in richwords.ENCODINGS:
            self._encoding(richwords.ENCODINGS[word])
        elif word == "bin":
            return place + max(number or 0, 0)
        elif word in ("fldinst", "footnote"):
            return self._instruction(place) if word == "fldinst" else self._note(place)
        elif not self._breaks(word):
            self._state(word, number)
        return place

    def _breaks(self, word: str) -> bool:
        """End a line, a paragraph, a cell, a row or a page; whether the word does so."""
        match word:
            case "par" | "sect":
                self._end()
                self.section = self.section or word == "sect"
            case "sectd" | "sbknone" if self.section:
                self.section = word == "sectd"
            case "line" | "lbr" | "column" | "nestrow":
                self._begin()
                self.sheet.newline()
            case "page":
                self.sheet.page()
                self.begun, self.before = False, None
            case "cell":
                self._begin(cell=True)
                self.cell, self.begun = True, False
            case "row":
                self.sheet.row()
                self.row = self.cell = self.begun = False
                self.before = None
            case _:
                return False
        return True

    def _look(self, word: str, number: int | None) -> None:
        """Change how the paragraph at hand is drawn."""
        length, on = min(number or 0, _LONGEST), number != 0
        match word:
            case "pard":
                self.line, self.in_table = Look(), False
            case "intbl":
                self.in_table = on
            case "sb":
                self.line = replace(self.line, above=length)
            case "sa":
                self.line = replace(self.line, below=length)
            case "s":
                self.line = replace(self.line, style=str(number))
            case "pagebb":
                self.line = replace(self.line, new_page=on)
            case "contextualspace":
                self.line = replace(self.line, together=on)

    def _state(self, word: str, number: int | None) -> None:
        """Change what holds for the words that follow."""
        match word:
            case "plain":
                self.group = replace(self.group, hidden=False, high=False)
            case "nosupersub" | "sub":
                self.group = replace(self.group, high=False)
            case "f":
                self.group = replace(self.group, font=number or 0)
            case "uc":
                self.group = replace(self.group, skipped=min(max(number or 0, 0), 16))
            case "u":
                self.skip = 0
                self._words(chr((number or 0) % 0x10000))
                self.skip = self.group.skipped
            case "ansicpg":
                self._encoding(f"cp{number}")
            case "listtext" | "pntext":
                self.group = replace(self.group, label=True)
            case "field":
                self.group = replace(self.group, field=True)
                self.instructions.append("")
                self.marks.append(self.sheet.mark)

    def _undrawn(self, word: str, place: int) -> int:
        """A group that is not drawn in its place: what it tells is kept, and it is gone over."""
        end = richwords.group_end(self.text, place)
        if word == "fonttbl":
            self.fonts |= {
                int(font): int(charset)
                for font, charset in _FONT.findall(self.text[place : min(end, place + _LARGEST_FONTS)])
            }
        elif word in richwords.MARGINS and self.groups:
            kind = richwords.MARGINS[word]
            if kind not in self.margins or word.endswith("f"):
                self.margins[kind] = (place, end - 1)
        return max(end - 1, place)

    def _starred(self, place: int) -> int:
        """A group that programs which do not know it go over."""
        found = _TOKEN.match(self.text, place)
        return (
            place
            if found and found["word"] in richwords.STARRED
            else max(richwords.group_end(self.text, place) - 1, place)
        )

    def _instruction(self, place: int) -> int:
        end = richwords.group_end(self.text, place)
        if self.instructions:
            self.instructions[-1] = self.text[place : min(end, place + 4000)]
        return max(end - 1, place)

    def _note(self, place: int) -> int:
        end = richwords.group_end(self.text, place)
        last = self.text.startswith("\\ftnalt", place)
        number = 1 + sum(1 for sign, _, _ in self.notes if sign.isdigit() != last)
        sign = roman(number) if last else str(number)
        self.notes.append((sign, place, end - 1))
        self._words(f"[{sign}]")
        return max(end - 1, place)

    def _open(self) -> None:
        self.groups.append(self.group)
        self.group = replace(self.group, field=False)
        self.skip = 0
        if len(self.groups) > _MOST_GROUPS:
            raise ValueError("groups too deep")

    def _close(self) -> None:
        if self.group.field and self.instructions:
            link = re.search(r'HYPERLINK\s+(?:\\\S+\s+)*"?([^"\s}]+)', self.instructions.pop())
            mark = self.marks.pop()
            leads = target(link[1].replace("\\\\", "\\")) if link else None
            if leads:
                self._words(shown(self.sheet.since(mark), leads))
        self.group = self.groups.pop() if self.groups else _Group()
        self.skip = 0

    def _sign(self, sign: str) -> None:
        if sign in "\r\n":
            self._end()
        elif self.skip:
            self.skip -= 1
        elif sign in richwords.SIGNS:
            self._words(richwords.SIGNS[sign])

    def _words(self, words: str) -> None:
        if self.skip:
            words, self.skip = words[self.skip :], max(self.skip - len(words), 0)
        if words and not (self.group.hidden or self.group.deleted):
            self._begin()
            if self.group.high and words.isascii() and words.isdigit():
                words = raised(words, self.sheet.since(max(0, self.sheet.mark - 2)))
            self.sheet.words(words)

    def _flush(self) -> None:
        """The characters that were written as bytes of an encoding."""
        data, self.hexes = bytes(self.hexes), bytearray()
        charset = self.fonts.get(self.group.font, 1)
        if charset == richwords.SYMBOL:
            self._words("".join(chr(0xF000 + byte) for byte in data))
        elif data:
            self._words(data.decode(richwords.CHARSETS.get(charset, self.codepage), "replace"))

    def _begin(self, *, cell: bool = False) -> None:
        """Before the first words of a paragraph: the breaks above it."""
        if self.begun:
            return
        self.begun = True
        if self.row or self.in_table or cell:
            self._in_row()
            return
        apart = self.before is not None and self.before.apart(self.line)
        if self.section or self.line.new_page:
            self.sheet.page()
            self.section = False
        elif apart:
            self.sheet.gap()
        else:
            self.sheet.line()

    def _in_row(self) -> None:
        if not self.row:
            self.sheet.line()
            self.sheet.cell(first=True)
            self.row, self.cell = True, False
        elif self.cell:
            self.sheet.cell(first=False)
            self.cell = False
        else:
            self.sheet.line()

    def _end(self) -> None:
        """A paragraph ends."""
        if not self.begun:
            self._begin()
            self.sheet.blank()
        self.before, self.begun = self.line, False

    def _encoding(self, name: str) -> None:
        try:
            self.codepage = codecs.lookup(name).name
        except LookupError:
            self.codepage = "cp1252"


def words_of(data: bytes) -> str:
    """What is drawn of some rich text."""
    letter = _Letter(data.decode("latin-1"))
    letter.draw()
    return seen(letter.finish())


def _read(file: File) -> Content:
    with file.refused("a damaged rich-text file; open it in its program, save it again and try once more"):
        return Content(words_of(file.data))


rich = Reader(
    name="rtf",
    called="rich text (.rtf)",
    media_type="application/rtf",
    recognises=lambda data: data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf"),
    read=_read,
)
