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
    ANSWER = "A1."


Path = tuple[str, ...]
"""A part of a question by its letter, and a part of that by its roman number: `("b", "ii")`."""


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
    paths: tuple[Path, ...] = ()
    """The parts that it names: one for `4) (a)`, two for `5 a) & b)`, `("b", "i")` for `(b) (i)`."""

    @property
    def part(self) -> str:
        """The part that follows the number, as it stands in ids: `bi`; empty where it names none or several."""
        return "".join(self.paths[0]) if len(self.paths) == 1 else ""


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
_QUOTED = rf"(?:(?:>|\|){_GAP}?)*{_GAP}*[\"“‘']?"
_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
_ROMAN = rf"(?:{'|'.join(sorted(_ROMANS, key=len, reverse=True))})"
_JOIN = rf"{_GAP}?(?:-|–|—|\u2010|\u2011|\bto\b|&|\band\b|,(?:{_GAP}?\band\b)?){_GAP}?"
_WORD = r"(?i:Questions?|Request|Qs?|Qu|Cwestiwn|C)"
_SAID = r"(?i:Answers?|Ans|Responses?|Reply|Replies|A)"
_BILINGUAL = rf"(?:C(?:westiwn)?{_GAP}?[0-9]{{1,2}}{_GAP}*/{_GAP}*)?"
_NUMBER = r"\(?[0-9]{1,2}(?![0-9])\)?"
_NUMBERS = rf"{_NUMBER}(?:{_JOIN}(?:(?:{_WORD}|A)\.?{_GAP}?)?{_NUMBER}){{0,8}}"
_PART = rf"(?:\(?[a-h]\)\.?(?:{_GAP}?\(?{_ROMAN}\))?)"
_PARTS = rf"{_PART}(?:{_JOIN}{_PART}){{0,6}}"
_GLUED = rf"[a-h](?![a-z])(?:{_JOIN}(?:[0-9]{{1,2}})?[a-h](?![a-z])){{0,6}}"
_ENDED = rf"(?:[.):](?![0-9])|{_GAP}[-–—](?={_GAP})|(?={_GAP}|$|[A-Z]))[.):]?"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_MANY = ("two", "three", "four", "five", "six")

_LABELS: tuple[tuple[Family, re.Pattern[str]], ...] = tuple(
    (family, re.compile(_QUOTED + pattern))
    for family, pattern in (
        (
            Family.QUESTION,
            rf"(?P<w>{_BILINGUAL}{_WORD}\.?{_GAP}?(?P<n>{_NUMBERS}){_GAP}?(?P<p>{_PARTS}|{_GLUED})?){_ENDED}",
        ),
        (
            Family.ANSWER,
            (
                rf"(?P<w>{_SAID}(?:{_GAP}to)?{_GAP}?(?:{_WORD}\.?{_GAP}?)?(?P<n>{_NUMBERS}){_GAP}?(?P<p>{_PARTS}|{_GLUED})?)"
                rf"(?:[.):](?![0-9])|{_GAP}[-–—](?={_GAP})|$|(?={_GAP}+[A-Z0-9£]))[.):]?"
            ),
        ),
        (
            Family.ANSWER,
            (
                rf"(?P<w>(?i:(?:the{_GAP})?(?P<o>{'|'.join(_ORDINALS)})(?:{_GAP}(?P<m>{'|'.join(_MANY)}))?{_GAP}"
                rf"(?:question|point|part|request|bullet)s?)){_GAP}?(?::|[-–—](?={_GAP})|$)"
            ),
        ),
        (Family.NUMBER, rf"(?P<w>(?P<n>[0-9]{{1,2}})(?P<p>{_GLUED}))(?:[.):]|{_GAP}[-–—](?={_GAP})|$)"),
        (
            Family.NUMBER,
            (
                rf"(?P<w>(?P<n>{_NUMBERS})(?:{_GAP}?[.)](?![0-9])|(?<=\))|(?=\t{_GAP}*[A-Z])))"
                rf"(?:{_GAP}+(?P=n){_GAP}?[.)](?![0-9]))?(?:{_GAP}*(?P<p>{_PARTS}))?"
            ),
        ),
        (Family.ROMAN, rf"\(?(?P<w>(?P<r>{_ROMAN}))[.)](?={_GAP}|$|[A-Z])"),
        (Family.LETTER, rf"(?P<w>(?P<p>{_PARTS}))(?={_GAP}|$|[A-Z:.-])[.:]?"),
        (Family.LETTER, rf"(?P<w>(?P<p>[a-h]))\.(?={_GAP})"),
        (Family.BULLET, rf"(?P<w>[•·●▪◦*–—-]|o(?={_GAP}{{2}}))(?={_GAP}+\S)"),
    )
)
_RUN_ON = re.compile(rf"(?<=[.?!:)]){_GAP}+(?=(?:Q|Question){_GAP}?[0-9]{{1,2}}[.):]{_GAP})")
_RUN_ON_ANYWHERE = re.compile(rf"(?<=\S){_GAP}+(?=(?:Q|Question){_GAP}?[0-9]{{1,2}}[.):]{_GAP})")
_EACH_NUMBER = re.compile(r"(?P<between>[^0-9]*)(?P<n>[0-9]{1,2})")
_TO = re.compile(r"-|–|—|\u2010|\u2011|\bto\b", re.IGNORECASE)
_BARE = re.compile(r"\(?(?P<inside>\w+)\)?$")
_EACH_PART = re.compile(rf"\(?\b(?P<l>[a-h])(?:\)\.?{_GAP}?\(?(?P<r>{_ROMAN})\)|\b)")


def lines(text: Span) -> tuple[Line, ...]:
    """The lines that hold words, as they are read, in order. `Q2.` in the middle of a line begins one too."""
    found: list[Line] = []
    gap = True
    for whole in _as_read(text):
        if not whole.stripped():
            gap = True
            continue
        for piece in _pieces(whole):
            found.append(Line(piece, label_of(piece), gap))
            gap = False
    return tuple(found)


def _as_read(text: Span) -> Iterator[Span]:
    """The lines of a stretch, those put together that only the width of the column broke."""
    start = text.start
    for line in text.words.split("\n"):
        yield text.to(start, start + len(line))
        start += len(line) + 1


def _pieces(line: Span) -> Iterator[Span]:
    """The pieces of a line in which several questions run on; their headings may stand between them."""
    start = line.start
    many = sum(1 for _ in line.matches(_RUN_ON)) > 1
    for found in line.matches(_RUN_ON_ANYWHERE if many else _RUN_ON):
        yield line.to(start, found.start()).stripped()
        start = found.end()
    yield line.to(start, line.end).stripped()


def label_of(line: Span) -> Label | None:
    """The label that a stretch begins with, if it does."""
    for family, pattern in _LABELS:
        found = line.match(pattern)
        if found:
            named = found.groupdict()
            paths = _paths(named.get("p") or "")
            return Label(line.of(found).stripped(), family, _written(found["w"]), _values(named, paths, family), paths)
    return None


def _written(words: str) -> str:
    """The number as written: `(7) and (8)`, `Q1`, `a`."""
    plain = words.strip().rstrip(".:")
    bare = _BARE.match(plain)
    return bare["inside"] if bare else plain


def _values(named: dict[str, str | None], paths: tuple[Path, ...], family: Family) -> tuple[int, ...]:
    if named.get("o"):
        first = _ORDINALS.index(str(named["o"]).lower()) + 1
        many = _MANY.index(str(named["m"]).lower()) + 2 if named.get("m") else 1
        return tuple(range(first, first + many))
    if named.get("n"):
        return _numbers(str(named["n"]))
    if named.get("r"):
        return (_ROMANS.index(str(named["r"])) + 1,)
    if family is Family.LETTER:
        return tuple(dict.fromkeys(ord(path[0]) - ord("a") + 1 for path in paths))
    return ()


def _numbers(words: str) -> tuple[int, ...]:
    """The numbers of a label: `1-4` is each of them, `1, 3 and 5` those three."""
    found: list[int] = []
    for one in _EACH_NUMBER.finditer(words):
        number = int(one["n"])
        if found and _TO.search(one["between"]) and number > found[-1] + 1:
            found += range(found[-1] + 1, number)
        found.append(number)
    return tuple(dict.fromkeys(found))


def _paths(words: str) -> tuple[Path, ...]:
    """The parts of a label, in the order named."""
    found = (tuple(step for step in (one["l"], one["r"]) if step) for one in _EACH_PART.finditer(words))
    return tuple(dict.fromkeys(found))
