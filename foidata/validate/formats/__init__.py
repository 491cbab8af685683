"""Formats of a report: each renders findings for one kind of reader. Every other file in this folder is one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from foidata.collect import collect
from foidata.standard.report import Place, Report

Render = Callable[[Report, bool], str]


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which a report is written."""

    name: str
    """Example: `"concise"`."""
    label: str
    """What it is for, in a few words."""
    draw: Render

    def render(self, report: Report, *, colour: bool = False) -> str:
        """The report in this form, with a final line break; coloured for a terminal only when asked."""
        return self.draw(report, colour)


def format_of(name: str, label: str) -> Callable[[Render], Format]:
    """Make a function a format: it takes a report and whether to colour it."""
    return lambda draw: Format(name, label, draw)


@cache
def formats() -> tuple[Format, ...]:
    """Every format, by name."""
    return tuple(sorted(collect(__name__, Format), key=lambda one: one.name))


def where(place: Place) -> str:
    """A place as people write it: `data.json:212:9`, `funding.csv:14:amount_value`, `answers.xlsx funding!B7`."""
    if place.cell is not None:
        return f"{place.file} {place.table}!{place.cell}"
    steps = (place.line, place.field or place.column)
    return ":".join([place.file, *(str(step) for step in steps if step is not None)])
