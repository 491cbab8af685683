"""What a person is told of a column: in the note of its header, and when a cell is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any

from foidata.packages.fieldschemas import property_schemas
from foidata.packages.habits import joined
from foidata.packages.labels import shown
from foidata.packages.workbook.layout import Field, Sheet
from foidata.standard.codelist import closed_lists
from foidata.standard.quantity import Quantity
from foidata.standard.values import DAY_PATTERN

LONGEST_PROMPT, LONGEST_ERROR = 255, 224
"""Excel refuses a workbook with longer ones."""

_MADE: Mapping[str, str] = {
    "item": "Leave it empty: the rows of an answer are numbered in their order.",
    "id": "Leave it empty for the question's place; for a reply, the file's name.",
    "response_id": "Leave it empty where there is one response only.",
    "position": "Leave it empty: it is the order of the rows.",
}
_KINDS: Mapping[str, str] = {
    "boolean": "Yes or No.",
    "integer": "A whole number.",
    "number": "A plain number: no £, no words.",
}
_PERIOD = (
    "Write 2023/24 for April 2023 to March 2024, 2023 for the calendar year, 2023-04 for a month, "
    "2023-04-01/2023-09-30 for any other span, 2014/.. for since 2014."
)
_VALUE = "For a bound, such as fewer than 5, leave it empty: write 4 under high, or the least there can be under low."


@dataclass(frozen=True, slots=True)
class Help:
    """What a person is told of a column."""

    note: str
    """All of it: what it holds, how to write it, an example."""
    prompt: str
    """What shows when a cell is chosen."""
    error: str
    """What shows when the cell does not take what was typed."""
    width: float
    """How wide the column is, in characters."""
    is_open: bool
    """Whether other words than those of its list may be written."""

    @property
    def lines(self) -> int:
        """How many lines the note takes in its box."""
        return sum(max(1, ceil(len(line) / 42)) for line in self.note.split("\n")) + 1


def help_on(field: Field, sheet: Sheet) -> Help:
    """What a person is told of a column."""
    how = _how(field, sheet)
    meaning = _meaning(field, sheet)
    needed = "Must be filled in." if field.is_needed else ""
    example = _example(field)
    lines = [meaning, how, needed, f"Example: {example}" if example else ""]
    return Help(
        note="\n".join(line for line in lines if line),
        prompt=_cut(" ".join(line for line in (meaning, how) if line), LONGEST_PROMPT),
        error=_cut(_VALUE if _is_value(field) else how, LONGEST_ERROR),
        width=_width(field),
        is_open=field.column.codelist not in closed_lists() or field.column.type == "array",
    )


def _meaning(field: Field, sheet: Sheet) -> str:
    """What it holds; for a part of something, first what that is."""
    path = field.column.path
    whole = path if field.column.derived else path[:1] if len(path) > 1 else ()
    words = [str(property_schemas(sheet.table.record)[whole[0]]["description"])] if whole else []
    words += [] if field.column.derived else [str(field.column.schema.get("description", ""))]
    return " ".join(words).replace("`", "")


def _how(field: Field, sheet: Sheet) -> str:
    """How to write it."""
    column = field.column
    ways = (
        (field.is_made and (column.name != "item" or sheet.table.order == "item"), _MADE.get(column.name, "")),
        (column.derived, _PERIOD),
        (column.codelist and column.type == "array", "Choose one; write several with semicolons between them."),
        (column.codelist in closed_lists(), "Choose from the list."),
        (column.codelist, "Choose from the list, or write a code of your own: x-publisher:code."),
        (column.name == "answer_id", "The id of the question on the sheet answers."),
        (column.schema.get("pattern") == DAY_PATTERN, "Write year-month-day, such as 2024-03-12."),
        (column.type == "array", "Several: a line each, or semicolons between them."),
        (_is_value(field), f"{_KINDS['number']} {_VALUE}"),
    )
    return next((words for fits, words in ways if fits), _KINDS.get(column.type, ""))


def _is_value(field: Field) -> bool:
    return field.record is Quantity and field.column.path[-1] == "value"


@cache
def _shown_example(field: Field) -> Any:
    return next(iter(field.column.schema.get("examples", ())), None)


def _example(field: Field) -> str:
    """An example as it would stand in the cell."""
    if field.column.derived:
        return "2023/24"
    match _shown_example(field), field.column.codelist:
        case None, _:
            return ""
        case bool(value), _:
            return "Yes" if value else "No"
        case list(values), _:
            return joined(values, field.column)
        case str(code), str(name):
            return shown(name, code)
        case value, _:
            return str(value)


def _width(field: Field) -> float:
    """Wide enough for a label or a number; for free text, by how long its example is."""
    column = field.column
    if column.path[-1:] in (("text",), ("quote",)):
        return 60
    if column.codelist:
        longest = max(len(shown(column.codelist, row["code"])) for row in field.choices)
        return min(max(0.9 * longest + 4, 14), 36)
    if column.type in ("integer", "number", "boolean", "date") or not column.path or column.derived:
        return 13 if column.name != "item" else 8
    return min(max(len(_example(field)) + 4, 16), 44)


def _cut(text: str, longest: int) -> str:
    """The sentences of a text that fit."""
    while len(text) > longest:
        text = text[: text.rstrip(".").rfind(". ") + 1] if ". " in text.rstrip(".") else f"{text[: longest - 1]}…"
    return text
