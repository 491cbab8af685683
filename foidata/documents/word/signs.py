"""What the elements of a Word letter are drawn as, each by itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foidata.documents.links import shown, target
from foidata.documents.word.styles import W, on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
AROUND = frozenset(
    W + name
    for name in ("ins", "moveTo", "customXml", "smartTag", "sdt", "sdtContent", "dir", "bdo", "ruby", "rubyBase")
)
"""Elements that only stand around what is drawn: changes made, content controls, tags."""

_KEPT = "{http://www.w3.org/XML/1998/namespace}space"
_WINGDINGS_2 = {
    **{"F04F": "✗", "F050": "✓", "F051": "☒", "F052": "☑", "F053": "☒", "F054": "☒", "F0A3": "☐", "F02A": "☐"}
}
_MOST_COLUMNS = 64


def text(element: "Element") -> str:
    """The words of a `w:t`."""
    words = (element.text or "").replace("\n", " ")
    return words if element.get(_KEPT) == "preserve" else words.strip()


def link(pieces: list[str], start: int, address: str) -> None:
    """Write the address of a link after its words, which are the pieces from `start` on."""
    leads = target(address)
    if leads:
        pieces.append(shown("".join(pieces[start:]), leads))


def address(instruction: str) -> str:
    """The address in a field such as `HYPERLINK "https://…"`."""
    words = instruction.split(maxsplit=2)
    return words[1].strip('"“”') if len(words) > 1 and words[0].upper() == "HYPERLINK" else ""


def form(begin: "Element") -> list[str]:
    """What the box or the list of a form shows."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        ticked = on(box, "checked")
        return ["☒" if (on(box, "default") if ticked is None else ticked) else "☐"]
    choices = begin.find(f"{W}ffData/{W}ddList")
    if choices is not None:
        entries = [one.get(W + "val", "") for one in choices.iterfind(W + "listEntry")]
        chosen = count(value(choices, "result") or value(choices, "default"))
        return entries[chosen : chosen + 1]
    return []


def symbol(element: "Element") -> str:
    """A sign of a symbol font; those of the usual one are known to `seen`."""
    code = element.get(W + "char", "").upper()
    if "2" in element.get(W + "font", "") and code in _WINGDINGS_2:
        return _WINGDINGS_2[code]
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def chosen(choices: "Element") -> "Element":
    """The one of several forms of the same thing that Word draws: the first that says something, else the last."""
    forms = list(choices)
    return next((one for one in forms if len(one)), choices) if forms else choices


def boxes(element: "Element") -> Iterator["Element"]:
    """The text boxes in a drawing, each once."""
    if element.tag == W + "txbxContent":
        yield element
        return
    for child in chosen(element) if element.tag == CHOICES else element:
        yield from boxes(child)


def inside(parent: "Element", name: str) -> Iterator["Element"]:
    """The rows of a table, or the cells of a row, whatever stands around them."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in AROUND:
            yield from inside(child, name)


def count(digits: str | None, default: int = 0) -> int:
    """How many columns something is wide."""
    return min(int(digits), _MOST_COLUMNS) if digits and digits.isascii() and digits.isdigit() else default
