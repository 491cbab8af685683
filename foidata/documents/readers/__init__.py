"""Readers: each knows one file format and turns its bytes into text. Every other file in this folder is one.

A reader makes the text once: NFC, LF, tabs between cells, a newline between rows, a form feed between pages, and
nothing else collapsed, so that offsets stay true to what a person sees.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from foidata.collect import collect


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format."""

    name: str
    """What `source.reader` says."""
    media_type: str
    recognises: Callable[[bytes], bool]
    """Whether these bytes are of this format: by content, never by the file's name."""
    text: Callable[[bytes, str], str]
    """The text in these bytes; the name is for messages. Raises Unreadable."""


def readers() -> tuple[Reader, ...]:
    """Every reader; plain text comes last, since anything can look like it."""
    return tuple(sorted(collect(__name__, Reader), key=lambda reader: reader.name == "text"))


def settled(text: str) -> str:
    """Text in the one form that all readers give: NFC, line feeds, no byte-order mark."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
