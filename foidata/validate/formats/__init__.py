"""Formats of a report: each renders findings for one kind of reader. Every other file in this folder is one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from foidata.collect import collect
from foidata.rules.words import did_you_mean
from foidata.standard.report import Place, Report


@dataclass(frozen=True, slots=True)
class Manner:
    """How the person who asked wants a report shown."""

    colour: bool = False
    """Whether it is for a terminal with colours."""
    fail_on: str = "error"
    """The severity from which on findings are a failure: `error`, `warning`, `info` or `never`."""

    def paint(self, words: str, style: str) -> str:
        """Words in a style, by its number in terminals; where there are no colours, the words as they are."""
        return f"\x1b[{style}m{words}\x1b[0m" if self.colour else words


Draw = Callable[[Report, Manner], str]


@dataclass(frozen=True, slots=True)
class Aside:
    """What a format also adds to a file that the place it runs in names."""

    variable: str
    """The environment variable that holds the file's path."""
    draw: Draw

    def render(self, report: Report) -> str:
        """What is added."""
        return self.draw(report, Manner())


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which a report is written."""

    name: str
    """Example: `"concise"`."""
    label: str
    """What it is for, in a few words."""
    draw: Draw
    suffixes: tuple[str, ...] = ()
    """How the names of files end that hold it, where that tells it from others. Example: `(".html",)`."""
    aside: Aside | None = None

    def render(self, report: Report, *, colour: bool = False, fail_on: str = "error") -> str:
        """The report in this form, with a final line break; coloured for a terminal only when asked."""
        return self.draw(report, Manner(colour, fail_on))


def format_of(name: str, label: str, *suffixes: str, aside: Aside | None = None) -> Callable[[Draw], Format]:
    """Make a function a format: it takes a report and the manner in which to show it."""
    return lambda draw: Format(name, label, draw, suffixes, aside)


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


def asked_for(name: str | None, file: str | None = None, *, otherwise: str | None = None) -> Format:
    """The format of a name; without one, that which the end of a file's name asks for; or else another.

    Raises LookupError as `named` does.
    """
    ends = [(len(end), one.name) for one in formats() for end in one.suffixes if (file or "").lower().endswith(end)]
    return named(name or (max(ends)[1] if ends else otherwise or "full"))


def where(place: Place) -> str:
    """A place as people say it: `data.json:212:9`, `funding.csv row 9 line 14 column amount_value`, `funding!B7`.

    In a database it is `data.sqlite funding row 9 column amount_value`.
    """
    if place.cell is not None:
        return f"{place.file} {place.table}!{place.cell}"
    if place.table is not None and place.line is None:
        return _in_database(place)
    if place.row is None:
        return position(place)
    known = (("row", place.row), ("line", place.line), ("column", place.field))
    return " ".join([place.file, *(f"{word} {value}" for word, value in known if value is not None)])


def position(place: Place) -> str:
    """A place as editors jump to it: `data.json:212:9`, `funding.csv:14`; in a workbook `a.xlsx:funding!B7`."""
    if place.cell is not None:
        return f"{place.file}:{place.table}!{place.cell}"
    if place.table is not None and place.line is None:
        return ":".join(str(step) for step in (place.file, place.table, place.row) if step is not None)
    return ":".join([place.file, *(str(step) for step in (place.line, place.column) if step is not None)])


def _in_database(place: Place) -> str:
    known = (("row", place.row), ("column", place.field))
    return " ".join([place.file, place.table or "", *(f"{word} {value}" for word, value in known if value is not None)])
