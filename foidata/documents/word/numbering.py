"""The numbers and bullets of Word's lists, which Word counts while it draws and does not store."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foidata.documents.labels import bullet, ordinal, repeated_letters, roman
from foidata.documents.word.styles import Look, W, on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9
_LARGEST = 10**6
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_PLACE = re.compile("%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": repeated_letters,
    "upperLetter": lambda number: repeated_letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda number: _WORDS[number].capitalize() if 0 <= number < len(_WORDS) else str(number),
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",  # noqa: ARG005
}


@dataclass(frozen=True, slots=True)
class Level:
    """How the items of one level are numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    digits: bool = False
    """Whether all levels are written in digits here."""
    restart: int | None = None
    """The level after which it starts again; 0 when it never does."""
    glued: bool = False
    """Whether nothing stands between the number and the words."""
    style: str | None = None
    """The paragraph style that is this level."""

    def write(self, number: int) -> str:
        """A number of this level."""
        return _FORMS.get(self.form, str)(number)


@dataclass
class Numbering:
    """The lists of a document, as far as they were counted."""

    root: "Element | None"
    _kinds: dict[str, "Element"] = field(init=False, default_factory=dict)
    _lists: dict[str, "Element"] = field(init=False, default_factory=dict)
    _levels: dict[str, tuple[Level, ...]] = field(init=False, default_factory=dict)
    _kind: dict[str, str] = field(init=False, default_factory=dict)
    _starts: dict[str, dict[str | None, int | None]] = field(init=False, default_factory=dict)
    _styled: dict[str, "Element"] = field(init=False, default_factory=dict)
    _counts: dict[str, list[int | None]] = field(init=False, default_factory=dict)
    _started: set[tuple[str, int]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        for kind in self.root.iterfind(W + "abstractNum"):
            self._kinds[kind.get(W + "abstractNumId", "")] = kind
            self._styled.setdefault(value(kind, "styleLink") or "", kind)
        for one in self.root.iterfind(W + "num"):
            name = one.get(W + "numId", "")
            self._lists[name] = one
            self._kind[name] = value(one, "abstractNumId") or ""

    def sign(self, look: Look) -> str:
        """What Word draws before the next paragraph of this look; empty when it draws nothing."""
        name = look.numbering
        if not name or name not in self._lists:
            return ""
        levels = self._of(name)
        place = look.level
        if place is None:
            place = next((n for n, level in enumerate(levels) if level.style and level.style == look.style), 0)
        if place >= len(levels):
            return ""
        counts = self._counted(name, place, levels)
        level = levels[place]
        if level.form == "bullet":
            return f"{_bullet(level.text)} " if level.text.strip() else ""

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            if at >= len(levels):
                return ""
            count = counts[at] if counts[at] is not None else levels[at].start
            return str(count) if level.digits else levels[at].write(count or 0)

        drawn = _PLACE.sub(number, level.text)
        return drawn if level.glued or not drawn.strip() else f"{drawn.rstrip()} "

    def _counted(self, name: str, place: int, levels: tuple[Level, ...]) -> list[int | None]:
        """The counts of all levels once this paragraph is counted. Lists of one kind are counted together."""
        counts = self._counts.setdefault(self._kind[name], [None] * LEVELS)
        own = self._restarts(name, place)
        if own is not None and (name, place) not in self._started:
            counts[place] = own
        else:
            count = counts[place]
            counts[place] = levels[place].start if count is None else min(count + 1, _LARGEST)
        self._started.add((name, place))
        for deeper in range(place + 1, LEVELS):
            restart = levels[deeper].restart if deeper < len(levels) else None
            if restart is None or place < restart:
                counts[deeper] = None
        return counts

    def _restarts(self, name: str, place: int) -> int | None:
        """The number that a list starts a level with, where it says so itself."""
        if name not in self._starts:
            overrides = self._lists[name].iterfind(W + "lvlOverride")
            self._starts[name] = {one.get(W + "ilvl"): _number(value(one, "startOverride")) for one in overrides}
        return self._starts[name].get(str(place))

    def _of(self, name: str) -> tuple[Level, ...]:
        """The levels of a list: those of its kind, with the list's own changes."""
        if name not in self._levels:
            levels = {at: _level(level) for at, level in _places(self._resolved(self._kind[name]))}
            for override in self._lists[name].iterfind(W + "lvlOverride"):
                levels |= {at: _level(level) for at, level in _places(override)}
            self._levels[name] = tuple(levels.get(at, Level()) for at in range(max(levels, default=-1) + 1))
        return self._levels[name]

    def _resolved(self, kind: str) -> "Element | None":
        """The kind that says the levels: some only name a style, which another kind is of."""
        found = self._kinds.get(kind)
        style = value(found, "numStyleLink")
        return self._styled.get(style, found) if style else found


def _places(parent: "Element | None") -> list[tuple[int, "Element"]]:
    levels = [] if parent is None else parent.findall(W + "lvl")
    return [(int(at), level) for level in levels if (at := level.get(W + "ilvl", "")).isdecimal() and int(at) < LEVELS]


def _level(element: "Element") -> Level:
    return Level(
        start=_number(value(element, "start"), 1) or 0,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        digits=bool(on(element, "isLgl")),
        restart=_number(value(element, "lvlRestart")),
        glued=value(element, "suff") == "nothing",
        style=value(element, "pStyle"),
    )


def _number(text: str | None, default: int | None = None) -> int | None:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else default


def _bullet(text: str) -> str:
    """A bullet: those of symbol fonts as what they look like."""
    if text == "o":
        return bullet(1)
    return "•" if _PRIVATE.fullmatch(text) and text not in "\uf0a7\uf0d8\uf0fc\uf0a8" else text
