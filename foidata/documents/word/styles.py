"""The styles of a Word document: what a paragraph has from its style, from those that it is based on, or by itself."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
DRAWN_GAP = 70
"""Twentieths of a point: a paragraph with more white space below it stands apart."""
_AUTOMATIC = 280
_LONGEST_CHAIN = 20


def value(parent: "Element | None", name: str, attribute: str = "val") -> str | None:
    """The value of a property; none when the property is not there, empty when it has no value."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(W + attribute, "")


def on(parent: "Element | None", name: str) -> bool | None:
    """Whether a property that is either on or off is on; none when it is not there."""
    said = value(parent, name)
    return None if said is None else said not in ("0", "false", "off", "none")


def twips(text: str | None) -> int:
    """A length in twentieths of a point."""
    try:
        return min(max(int(float(text or 0)), 0), 100_000)
    except (ValueError, OverflowError):
        return 0


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is drawn, as far as its text is concerned."""

    style: str = ""
    above: int = 0
    below: int = 0
    together: bool = False
    """Whether no gap stands between paragraphs of the same style."""
    new_page: bool = False
    numbering: str | None = None
    """The numbering that it belongs to; `0` takes it out of any."""
    level: int | None = None
    hidden: bool = False

    def apart(self, below: "Look") -> bool:
        """Whether white space is drawn between this paragraph and the one below it."""
        alike = self.style == below.style
        upper = 0 if alike and self.together else self.below
        lower = 0 if alike and below.together else below.above
        return max(upper, lower) > DRAWN_GAP


@dataclass
class Styles:
    """The styles of a document."""

    root: "Element | None"
    _named: dict[str, "Element"] = field(init=False, default_factory=dict)
    _looks: dict[str, Look] = field(init=False, default_factory=dict)
    _default: str = field(init=False, default="")
    _start: Look = field(init=False, default_factory=Look)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        for style in self.root.iterfind(W + "style"):
            name = style.get(W + "styleId", "")
            self._named[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default = name
        defaults = self.root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        self._start = _with(Look(), defaults)

    def look(self, properties: "Element | None") -> Look:
        """How a paragraph with these properties is drawn."""
        name = value(properties, "pStyle") or self._default
        if name not in self._looks:
            look = self._start
            for style in reversed(self._chain(name)):
                look = _with(look, style.find(W + "pPr"))
                hidden = on(style.find(W + "rPr"), "vanish")
                look = look if hidden is None else _but(look, hidden=hidden)
            self._looks[name] = _but(look, style=name)
        return _with(self._looks[name], properties)

    def hides(self, properties: "Element | None", look: Look) -> bool:
        """Whether a run with these properties is hidden."""
        if properties is None:
            return look.hidden
        own = on(properties, "vanish")
        if own is not None:
            return own
        name = value(properties, "rStyle")
        for style in self._chain(name) if name else ():
            said = on(style.find(W + "rPr"), "vanish")
            if said is not None:
                return said
        return look.hidden

    def _chain(self, name: str) -> list["Element"]:
        """A style and those that it is based on."""
        found: list[Element] = []
        while name in self._named and len(found) < _LONGEST_CHAIN:
            found.append(self._named[name])
            name = value(found[-1], "basedOn") or ""
        return found


def _but(look: Look, **changes: object) -> Look:
    return replace(look, **changes)  # type: ignore[arg-type]


def _with(look: Look, properties: "Element | None") -> Look:
    """A look with what some properties say otherwise."""
    if properties is None or not len(properties):
        return look
    changes = _spacing(properties.find(W + "spacing"))
    for name, own in (("together", "contextualSpacing"), ("new_page", "pageBreakBefore")):
        said = on(properties, own)
        if said is not None:
            changes[name] = said
    numbers = properties.find(W + "numPr")
    if numbers is not None:
        numbering, level = value(numbers, "numId"), value(numbers, "ilvl")
        if numbering:
            changes["numbering"] = numbering
        if level and level.isdecimal():
            changes["level"] = min(int(level), 8)
    return _but(look, **changes) if changes else look


def _spacing(element: "Element | None") -> dict[str, object]:
    """The white space that some properties give above and below."""
    found: dict[str, object] = {}
    for name, own in (("above", "before"), ("below", "after")) if element is not None else ():
        if element is not None and element.get(f"{W}{own}Autospacing") in ("1", "true", "on"):
            found[name] = _AUTOMATIC
        elif element is not None and element.get(W + own) is not None:
            found[name] = twips(element.get(W + own))
    return found
