"""The first sheet of a workbook: what it is for and how to fill it in. Its words stand in `guidance.md`."""

import enum
import importlib.resources
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foidata.packages.labels import shown
from foidata.packages.table import DATASET, description_of
from foidata.packages.workbook.layout import LISTS, Sheet

_CODE = re.compile(r"\{(\w+)\.(\w+)\}")


class Look(enum.Enum):
    """What a line looks like."""

    TITLE = "title"
    HEADING = "heading"
    WORDS = "words"
    NAME = "name"
    """The name of a sheet, with what it is for."""
    HEADER = "first row of a table"
    EXAMPLE = "row of a table"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the guidance."""

    look: Look
    cells: tuple[str, ...]


def guidance(there: Iterable[Sheet]) -> Iterator[Line]:
    """The lines of the sheet, for a workbook with these sheets."""
    text = importlib.resources.files("foidata.packages.workbook").joinpath("guidance.md").read_text(encoding="utf-8")
    yield from _lines(_CODE.sub(lambda found: shown(found[1], found[2]), text))
    for sheet in there:
        if not sheet.is_hidden:
            yield Line(Look.NAME, (sheet.name, _purpose(sheet)))
    yield Line(Look.NAME, (LISTS, "What may be chosen, and what it means."))


def _lines(text: str) -> Iterator[Line]:
    """The lines of Markdown: headings, paragraphs, tables."""
    before = ""
    for line in text.splitlines():
        if line.startswith("# "):
            yield Line(Look.TITLE, (line[2:],))
        elif line.startswith("## "):
            yield Line(Look.HEADING, (line[3:],))
        elif line.startswith("|") and not line.startswith("|--"):
            look = Look.EXAMPLE if before.startswith("|") else Look.HEADER
            yield Line(look, tuple(cell.strip() for cell in line.strip("|").split("|")))
        elif line and not line.startswith("|"):
            yield Line(Look.WORDS, (line.replace("*", ""),))
        before = line


def _purpose(sheet: Sheet) -> str:
    """What a sheet is for."""
    what = "What is said of the data as a whole." if sheet.name == DATASET else description_of(sheet.table.record)
    return what if sheet.is_filled_in else f"{what} Made by the program that read the letter."
