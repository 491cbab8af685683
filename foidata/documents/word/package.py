"""The parts of a Word file and how they refer to each other."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from foidata.documents.archive import Archive
from foidata.documents.markup import parsed
from foidata.documents.word.styles import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""Word's strict form has the same elements under other names."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Something that a part refers to."""

    kind: str
    target: str
    outside: bool


@dataclass(frozen=True)
class Package:
    """A Word file."""

    packed: Archive

    @cached_property
    def letter(self) -> str:
        """The name of the part that holds the letter."""
        found = (one.target for one in self.relations("").values() if one.kind == "officeDocument")
        return next(found, "word/document.xml")

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by its own short names; the parts inside by their whole names."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for one in () if root is None else root.iterfind(_RELATION):
            target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, outside)
        return found

    def part(self, name: str) -> "Element | None":
        """A part's root; none when there is no such part."""
        if not name or not self.packed.holds(name):
            return None
        data = self.packed.bytes(name)
        if b"purl.oclc.org/ooxml" in data:
            for strict, plain in _STRICT:
                data = data.replace(strict, plain)
        return parsed(self.packed.file, data, name)

    def related(self, part: str, kind: str) -> "Element | None":
        """The root of the first part of a kind that a part refers to."""
        names = (one.target for one in self.relations(part).values() if one.kind == kind and not one.outside)
        return self.part(next(names, ""))
