"""The lines of a letter, and the numbers and bullets that they begin with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from foidata.documents.span import Span


class Family(Enum):
    """The kinds of label that a line can begin with."""

    QUESTION = "Q1"
    NUMBER = "1."
    LETTER = "a)"
    ROMAN = "(i)"
    BULLET = "•"


@dataclass(frozen=True, slots=True)
class Label:
    """The number, letter or bullet that a line begins with."""

    span: Span
    """All of it, with its punctuation: `Q1.`."""
    family: Family
    written: str
    """The number as written, without punctuation: `Q1`."""
    values: tuple[int, ...]
    """Its place in the row; several for `1-4.`; none for a bullet."""
    part: str = ""
    """The letter that follows the number in one label: `a` in `4) (a)`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the letter, without the white space at its ends."""

    span: Span
    label: Label | None
    after_gap: bool
    """Whether a blank line, or nothing, stands before it."""

    @property
    def body(self) -> Span:
        """The line after its label."""
        return self.span.to(self.label.span.end, self.span.end).stripped() if self.label else self.span

    @property
    def text(self) -> str:
        """The whole line."""
        return self.span.text


_GAP = r"[ \t\u00a0]"
_QUOTED = rf"(?:(?:>|\|){_GAP}?)*{_GAP}*"
_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
_TO = r"\s?(?:-|–|—|\u2010|\u2011|to|&|and)\s?"
_WORD = r"(?:Questions?|Request|Qs?|Qu|Cwestiwn|C)"
_BILINGUAL = rf"(?:C{_GAP}?[0-9]{{1,2}}{_GAP}*/{_GAP}*)?"

_LABELS: tuple[tuple[Family, re.Pattern[str]], ...] = tuple(
    (family, re.compile(_QUOTED + pattern))
    for family, pattern in (
        (
            Family.QUESTION,
            (
                rf"(?P<w>{_BILINGUAL}(?i:{_WORD})\.?{_GAP}?(?P<n>[0-9]{{1,2}})(?:{_TO}(?i:{_WORD})?\.?{_GAP}?(?P<m>[0-9]{{1,2}}))?"
                rf"{_GAP}?(?:\(?(?P<p>[a-h])\)?)?)(?:[.):]|{_GAP}[-–—](?={_GAP})|(?={_GAP}|$|[A-Z]))[.):]?"
            ),
        ),
        (
            Family.NUMBER,
            (
                rf"\(?(?P<w>(?P<n>[0-9]{{1,2}})(?:{_TO}(?P<m>[0-9]{{1,2}}))?)(?:{_GAP}?[.)](?![0-9])|\)|(?=\t{_GAP}*[A-Z]))"
                rf"{_GAP}*(?:\(?(?P<p>[a-h])\)(?!{_GAP}*(?:&|and|to|-|–)))?"
            ),
        ),
        (Family.ROMAN, rf"\(?(?P<w>(?P<r>{'|'.join(sorted(_ROMANS, key=len, reverse=True))}))[.)](?={_GAP}|$|[A-Z])"),
        (Family.LETTER, rf"\(?(?P<w>(?P<l>[a-h]))(?:\)|\.(?={_GAP}))(?={_GAP}|$|[A-Z])"),
        (Family.BULLET, rf"(?P<w>[•·●▪◦*–—-]|o(?={_GAP}{{2}}))(?={_GAP}+\S)"),
    )
)
_RUN_ON = re.compile(rf"(?<=[.?!:)]){_GAP}+(?=(?:Q|Question){_GAP}?[0-9]{{1,2}}[.):]{_GAP})")


def lines(text: Span) -> tuple[Line, ...]:
    """The lines that hold words, in order. `Q2.` in the middle of a line begins one too."""
    found: list[Line] = []
    gap = True
    for whole in text.lines():
        if not whole.stripped():
            gap = True
            continue
        for piece in _pieces(whole):
            found.append(Line(piece, _label(piece), gap))
            gap = False
    return tuple(found)


def _pieces(line: Span) -> Iterator[Span]:
    start = line.start
    for found in line.matches(_RUN_ON):
        yield line.to(start, found.start()).stripped()
        start = found.end()
    yield line.to(start, line.end).stripped()


def _label(line: Span) -> Label | None:
    for family, pattern in _LABELS:
        found = line.match(pattern)
        if found:
            named = found.groupdict()
            return Label(
                line.of(found).stripped(), family, found["w"].strip(), _values(named), (named.get("p") or "").lower()
            )
    return None


def _values(named: dict[str, str | None]) -> tuple[int, ...]:
    first, last = named.get("n"), named.get("m")
    if first:
        return tuple(range(int(first), int(last) + 1)) if last and int(last) > int(first) else (int(first),)
    if named.get("r"):
        return (_ROMANS.index(str(named["r"])) + 1,)
    if named.get("l"):
        return (ord(str(named["l"])) - ord("a") + 1,)
    return ()
