"""Formats of a report: each renders findings for one kind of reader. Every other file in this folder is one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from foidata.collect import collect
from foidata.rules.words import did_you_mean
from foidata.standard.report import Place, Report

Paint = Callable[[str, str], str]
"""Gives words a style by its number in terminals, or leaves them as they are."""
Draw = Callable[[Report, Paint], str]


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which a report is written."""

    name: str
    """Example: `"concise"`."""
    label: str
    """What it is for, in a few words."""
    draw: Draw

    def render(self, report: Report, *, colour: bool = False) -> str:
        """The report in this form, with a final line break; coloured for a terminal only when asked."""
        return self.draw(report, _coloured if colour else _plain)


def format_of(name: str, label: str) -> Callable[[Draw], Format]:
    """Make a function a format: it takes a report and what paints words."""
    return lambda draw: Format(name, label, draw)


def _coloured(words: str, style: str) -> str:
    return f"\x1b[{style}m{words}\x1b[0m"


def _plain(words: str, _: str) -> str:
    return words


@cache
def formats() -> tuple[Format, ...]:
    """Every format, by name."""
    return tuple(sorted(collect(__name__, Format), key=lambda one: one.name))


def named(name: str) -> Format:
    """The format of a name. Raises LookupError, with the nearest, when there is none."""
    known = {one.name: one for one in formats()}
    if name not in known:
        fix = did_you_mean(name, known, f"Choose one of {', '.join(known)}.")
        raise LookupError(f"there is no format {name}. {fix}")
    return known[name]


def where(place: Place) -> str:
    """A place as people say it: `data.json:212:9`, `funding.csv row 9 line 14 column amount_value`, `funding!B7`."""
    if place.cell is not None:
        return f"{place.file} {place.table}!{place.cell}"
    if place.row is None:
        return position(place)
    known = (("row", place.row), ("line", place.line), ("column", place.field))
    return " ".join([place.file, *(f"{word} {value}" for word, value in known if value is not None)])


def position(place: Place) -> str:
    """A place as editors jump to it: `data.json:212:9`, `funding.csv:14`."""
    return ":".join([place.file, *(str(step) for step in (place.line, place.column) if step is not None)])
