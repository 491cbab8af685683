"""Look over a workbook before it is read: whether it is safe to, and what reading would not tell."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from foidata.documents.archive import Archive
from foidata.documents.file import File as LetterFile
from foidata.documents.word.package import Package
from foidata.packages.bombs import refuse_bombs
from foidata.packages.loaded import Unreadable

LARGEST = 512 << 20
"""Bytes. No more is unpacked of a workbook."""
MOST_CELLS = 10_000_000
"""A sheet that spans more cells is not read: one far-off cell would make them all."""
MOST_TEXT = 1 << 30
"""Characters. A sheet may not say more: a long text that is said a million times takes few bytes."""

WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
_READ = re.compile(r"\[Content_Types\]\.xml|_rels/.*|xl/(?!drawings|charts|media|theme).*\.(?:xml|rels)")
"""The parts in which cells are."""

_CELL = re.compile(rb"<(?:\w+:)?c((?:\s[^<>]*)?)(?:(?<=/)>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_PLACE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_TYPE = re.compile(rb'\st="(\w+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^<>]*)?>([^<]+)<")
_STRING = re.compile(rb"<(?:\w+:)?si(?:\s[^<>]*)?>(.*?)</(?:\w+:)?si>|<(?:\w+:)?si\s*/>", re.DOTALL)
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Cell = tuple[int, int]
"""A row and a column, both from 0."""


@dataclass(frozen=True, slots=True)
class Survey:
    """A workbook that is safe to read."""

    data: bytes
    """Its parts, packed anew: what the archive said of their sizes was true."""
    broken: Mapping[str, Mapping[Cell, str]]
    """The cells of each sheet whose formula gave an error, `#REF!`, or no value at all, `=`."""


def survey(data: bytes, name: str) -> Survey:
    """Look over a workbook. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refuse_bombs(archive, name)
            needed = [one for one in archive.infolist() if _READ.fullmatch(one.filename)]
            if sum(one.file_size for one in needed) > LARGEST:
                raise Unreadable(
                    f"{name} is larger than {LARGEST >> 20} MiB when unpacked: use JSON or a data package."
                )
            parts = {one.filename: archive.read(one) for one in needed}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise Unreadable(f"{name} is a broken workbook: open it, save it again as .xlsx and try once more.") from error
    made = _packed(parts)
    return Survey(made, dict(_broken(parts, made, name)))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path, data in parts.items():
            archive.writestr(zipfile.ZipInfo(path), data)
    return packed.getvalue()


def _broken(parts: Mapping[str, bytes], packed: bytes, name: str) -> Iterator[tuple[str, Mapping[Cell, str]]]:
    lengths = [len(found[1] or b"") for found in _STRING.finditer(parts.get(_STRINGS, b""))]
    for sheet, path in _sheets(packed, name):
        data = parts.get(path, b"")
        if b"\0" in data[:200]:
            raise Unreadable(f"{name} is not written in UTF-8: save it again as .xlsx.")
        broken = _look_over(data, lengths, f"{name}: the sheet {sheet}")
        if broken:
            yield sheet, broken


def _sheets(packed: bytes, name: str) -> Iterator[tuple[str, str]]:
    """The name of each sheet, and its part."""
    package = Package(Archive(LetterFile(name, packed)))
    root = package.part(WORKBOOK)
    relations = package.relations(WORKBOOK)
    for one in () if root is None else root.iter(_SHEET):
        relation = relations.get(one.get(_ID, ""))
        if relation and relation.kind == "worksheet":
            yield one.get("name", ""), relation.target


def _look_over(data: bytes, lengths: list[int], which: str) -> Mapping[Cell, str]:
    """The broken cells of a sheet. Raises Unreadable when it is larger than any dataset."""
    broken: dict[Cell, str] = {}
    rows = columns = text = 0
    for found in _CELL.finditer(data):
        attributes, inside = found[1], found[2]
        if not inside:
            continue
        place = _PLACE.search(attributes)
        if place is None:
            raise Unreadable(f"{which} has cells without their place: save the workbook again in Excel or LibreOffice.")
        row, column = int(place[2]) - 1, _number(place[1])
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        kind = _TYPE.search(attributes)
        value = _VALUE.search(inside)
        match kind[1] if kind else b"n":
            case b"s":
                at = int(value[1]) if value and value[1].isdigit() else -1
                text += lengths[at] if 0 <= at < len(lengths) else 0
            case b"e":
                broken[row, column] = value[1].decode() if value else "#VALUE!"
            case b"n" if value is None and b"f" in inside:
                broken[row, column] = "="
    if rows * columns > MOST_CELLS:
        raise Unreadable(f"{which} reaches over {rows:,} rows and {columns:,} columns: delete what stands far off.")
    if text > MOST_TEXT:
        raise Unreadable(f"{which} holds more than {MOST_TEXT:,} characters: use JSON or a data package.")
    return broken


@cache
def _number(letters: bytes) -> int:
    """The number of a column from 0: `A` is 0, `AA` 26."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number - 1
