"""Readers: each knows one file format and turns its bytes into text. Every other file in this folder is one.

A reader makes the text once: NFC, LF, tabs between cells, a newline between rows, a form feed between pages, and
nothing else collapsed, so that offsets stay true to what a person sees.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from foidata.collect import collect
from foidata.documents.document import Part
from foidata.documents.file import File


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader read."""

    text: str
    parts: tuple[Part, ...] = ()
    """The files that came with it, each with its stretch of the text."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format."""

    name: str
    """What `source.reader` says."""
    called: str
    """What people call the format."""
    media_type: str
    recognises: Callable[[bytes], bool]
    """Whether these bytes are of this format: by content, never by the file's name."""
    read: Callable[[File], Content]
    """What stands in a file of this format. Raises Unreadable."""


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader; plain text comes last, since anything can look like it."""
    return tuple(sorted(collect(__name__, Reader), key=lambda reader: reader.name == "text"))


def settled(text: str) -> str:
    """Text in the one form that all readers give: NFC, line feeds, no byte-order mark."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


_SIGNS = {
    **dict.fromkeys(range(0x20)),
    **dict.fromkeys(range(0x7F, 0xA0)),
    **{ord(char): char for char in "\t\n\f"},
    **dict.fromkeys((0x0B, 0x85, 0x2028, 0x2029), "\n"),
    **dict.fromkeys((0xAD, 0xFEFF, 0xFFFE, 0xFFFF)),
    **{0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF0D8: "➢", 0xF076: "❖", 0xF0E0: "→", 0xF0FC: "✓", 0xF0FB: "✗"},
    **{0xF06F: "☐", 0xF0A8: "☐", 0xF0FE: "☑", 0xF0FD: "☒", 0xF078: "☒"},
}
"""Signs that nobody sees, those that are line breaks, and those that symbol fonts draw as something else."""
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u2028\u2029\ufeff\ufffe\uffff\uf000-\uf0ff\ud800-\udfff]")


def seen(text: str) -> str:
    """Text as `settled`, and as its program draws it: no soft hyphens or controls, tick boxes for those of a font."""
    text = settled(text)
    if not _UNSEEN.search(text):
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", whole.translate(_SIGNS))
