"""XML read without trust: no entities, no document type, nothing from outside."""

from typing import TYPE_CHECKING

from foidata.documents.file import File

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST = 64 * 2**20
"""Bytes. Word writes some ten to thirty for each character of a letter."""


def parsed(file: File, data: bytes, part: str) -> "Element":
    """The root of some XML in a file; `part` is its name inside. Raises Unreadable."""
    from lxml import etree

    if len(data) > LARGEST:
        raise file.refusal(f"{part} is larger than a letter ({len(data) / 2**20:.0f} MB); send the letter alone")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    with file.refused(f"{part} in it is damaged; open the file in its program, save it again and try once more"):
        root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise file.refusal(f"{part} in it declares a document type, which no letter needs; save it again")
    return root


def local(element: "Element") -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
