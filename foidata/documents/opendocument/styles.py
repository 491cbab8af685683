"""The styles of an OpenDocument letter: how its paragraphs and lists are drawn."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foidata.documents.labels import WEB, bullet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW = (
    f"{{{_NAMES}{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing")
)
FO = f"{{{_NAMES}xsl-fo-compatible:1.0}}"
DRAWN_GAP = 3.5
"""Points: a paragraph with more white space below it stands apart."""
DEEPEST = 10
_LONGEST_CHAIN = 20
_LENGTH = re.compile(r"(-?[0-9]{0,6}(?:\.[0-9]{1,6})?)(pt|cm|mm|in|pc|px)")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "px": 0.75}


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is drawn, as far as its text is concerned."""

    style: str = ""
    above: float = 0
    below: float = 0
    new_page: bool = False
    page_after: bool = False
    hidden: bool = False
    list_style: str = ""
    outline: int | None = None

    def apart(self, below: "Look") -> bool:
        """Whether white space is drawn between this paragraph and the one below it."""
        return max(self.below, below.above) > DRAWN_GAP


@dataclass
class Styles:
    """The styles of a letter, those of its own and those that it shares."""

    roots: Iterable["Element"]
    _named: dict[tuple[str, str], "Element"] = field(init=False, default_factory=dict)
    _lists: dict[str, dict[str, "Element"]] = field(init=False, default_factory=dict)
    _looks: dict[str, Look] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for root in self.roots:
            for style in root.iter(STYLE + "style", STYLE + "default-style"):
                self._named[style.get(STYLE + "family", ""), style.get(STYLE + "name", "")] = style
            for style in root.iter(TEXT + "list-style"):
                self._lists[style.get(STYLE + "name", "")] = _by_depth(style)
            outline = root.find(f".//{TEXT}outline-style")
            if outline is not None:
                self._lists[""] = _by_depth(outline)

    def look(self, name: str) -> Look:
        """How paragraphs of a style are drawn."""
        if name not in self._looks:
            values: dict[str, str] = {}
            for style in reversed(self._chain("paragraph", name)):
                for part in ("paragraph-properties", "text-properties"):
                    own = style.find(STYLE + part)
                    values |= {} if own is None else {str(key): str(said) for key, said in own.attrib.items()}
                values |= {
                    key: said
                    for key in (STYLE + "list-style-name", STYLE + "default-outline-level")
                    if (said := style.get(key)) is not None
                }
            level = values.get(STYLE + "default-outline-level", "")
            self._looks[name] = Look(
                style=name,
                above=_points(values.get(FO + "margin-top") or values.get(FO + "margin")),
                below=_points(values.get(FO + "margin-bottom") or values.get(FO + "margin")),
                new_page=values.get(FO + "break-before") == "page",
                page_after=values.get(FO + "break-after") == "page",
                hidden=values.get(TEXT + "display") == "none",
                list_style=values.get(STYLE + "list-style-name", ""),
                outline=int(level) if level.isdecimal() else None,
            )
        return self._looks[name]

    def hides(self, name: str) -> bool:
        """Whether a style of words hides them."""
        for style in self._chain("text", name):
            own = style.find(STYLE + "text-properties")
            said: str | None = None if own is None else own.get(TEXT + "display")
            if said is not None:
                return said == "none"
        return False

    def _chain(self, family: str, name: str) -> list["Element"]:
        found: list[Element] = []
        while (family, name) in self._named and len(found) < _LONGEST_CHAIN:
            found.append(self._named[family, name])
            name = found[-1].get(STYLE + "parent-style-name", "")
        default = self._named.get((family, ""))
        return found if default is None or default in found else [*found, default]

    def level(self, name: str, depth: int) -> "Element | None":
        """How a list of a style numbers its items of a depth from 1; `name` may be empty for headings."""
        return self._lists.get(name, {}).get(str(depth))


def _by_depth(style: "Element") -> dict[str, "Element"]:
    return {level.get(TEXT + "level", ""): level for level in style}


@dataclass
class Counter:
    """One list and how far it is counted, a number a depth."""

    style: str
    counts: list[int | None] = field(default_factory=lambda: [None] * (DEEPEST + 1))

    def sign(self, styles: Styles, depth: int, start: int | None = None) -> str:
        """What is drawn before the next item of a depth; empty when nothing is."""
        level = styles.level(self.style, depth)
        if depth > DEEPEST:
            return ""
        first = _integer(None if level is None else level.get(TEXT + "start-value"), 1)
        count = self.counts[depth]
        self.counts[depth] = start if start is not None else first if count is None else count + 1
        self.counts[depth + 1 :] = [None] * (DEEPEST - depth)
        if level is None or level.tag == TEXT + "list-level-style-image":
            return bullet(depth - 1) + " " if level is not None else ""
        if level.tag == TEXT + "list-level-style-bullet":
            sign = level.get(TEXT + "bullet-char", "")
            private = bool(sign) and 0xE000 <= ord(sign[0]) <= 0xF8FF
            return f"{'•' if private else sign} " if sign.strip() else ""
        if not level.get(STYLE + "num-format"):
            return ""
        shown = min(max(_integer(level.get(TEXT + "display-levels"), 1), 1), depth)
        numbers = [self._number(styles, at) for at in range(depth - shown + 1, depth + 1)]
        before, after = level.get(STYLE + "num-prefix", ""), level.get(STYLE + "num-suffix", "")
        return f"{before}{'.'.join(filter(None, numbers))}{after} "

    def _number(self, styles: Styles, depth: int) -> str:
        level = styles.level(self.style, depth)
        form = "1" if level is None else level.get(STYLE + "num-format", "")
        count = self.counts[depth]
        return WEB[form](1 if count is None else count) if form in WEB else ""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else default


def _points(length: str | None) -> float:
    found = _LENGTH.fullmatch(length or "")
    return float(found[1] or 0) * _POINTS[found[2]] if found and found[1] not in ("", "-") else 0.0
