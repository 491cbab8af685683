"""Values as the text of cells, and back: one form for each value."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import orjson

from foidata.packages.jsontext import Lines, Scan, survives
from foidata.standard.json import canonical, written

_QUOTED = re.compile(r'[",\r\n]|^[ \t]|[ \t]$')
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]+)?")

EXPECTED: Mapping[str, str] = {
    "integer": "a whole number such as 5",
    "number": "a plain number such as 1250.5",
    "boolean": "true or false",
    "array": 'a JSON list such as ["a","b"]',
    "date": "a day such as 2024-03-12",
}
"""What a cell of each type looks like, for those that are not text."""


def cell(value: Any) -> str:
    """A value as the text of a cell; nothing is an empty cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return written(value)
        case datetime.date():
            return value.isoformat()
        case list():
            return canonical(value, line=True).decode().rstrip("\n")
        case _:
            return str(value)


def value_of(text: str, kind: str) -> Any:
    """The value of a cell of one type. Raises ValueError when it is not of that type; dates stay text."""
    match kind:
        case "integer":
            if not _INTEGER.fullmatch(text):
                raise ValueError("bad_cell")
            return int(text)
        case "number":
            if not _NUMBER.fullmatch(text):
                raise ValueError("bad_cell")
            if not survives(text):
                raise ValueError("number_digits")
            return float(text) if "." in text else int(text)
        case "boolean":
            if text not in ("true", "false"):
                raise ValueError("bad_cell")
            return text == "true"
        case "array":
            return _list(text)
    return text


@lru_cache(maxsize=4096)
def _list(text: str) -> Any:
    scan = Scan(text, Lines("", text).place)
    if scan.faults or text[:1] != "[":
        raise ValueError(scan.faults[0].kind if scan.faults and scan.faults[0].kind != "not_json" else "bad_cell")
    return orjson.loads(text)


def csv_lines(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[bytes]:
    """The lines of a CSV file: commas, double quotes where they are needed, LF, UTF-8."""
    yield _line(header)
    for row in rows:
        yield _line(row)


def _line(values: Iterable[Any]) -> bytes:
    cells = ["" if value is None else quoted(cell(value)) for value in values]
    return (",".join(cells) + "\n").encode()


def quoted(text: str) -> str:
    """The text of a cell as CSV has it: in double quotes where it needs them."""
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
