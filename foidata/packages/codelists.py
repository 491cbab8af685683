"""The codelists that a package carries: those that its data uses, and the codes that its publisher added."""

import csv
import importlib.resources
import io
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import foidata.standard.codes  # noqa: F401  # so that every closed list is known
from foidata.packages.table import tables_of_standard
from foidata.standard.codelist import closed_lists

FIRST = ("code", "label", "meaning", "status", "since")
"""The columns that every list begins with."""

CodeRow = Mapping[str, str]


@cache
def codelist(name: str) -> tuple[CodeRow, ...]:
    """The rows of a list of the standard, closed or open."""
    if name in closed_lists():
        return tuple(closed_lists()[name].rows())
    text = importlib.resources.files("foidata.standard.reference").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text)))


def codelists_in_use(rows: Mapping[str, list[dict[str, Any]]], licence: str | None) -> dict[str, list[CodeRow]]:
    """The lists that the tables take codes from, by name, each with a row for every extra code in use."""
    used: dict[str, set[str]] = {"licences": {licence}} if licence else {}
    for name, table in tables_of_standard().items():
        for column in table.columns:
            if column.codelist:
                codes = {code for row in rows.get(name, ()) for code in _codes(row[column.name])}
                if codes:
                    used.setdefault(column.codelist, set()).update(codes)
    return {name: [*codelist(name), *_extras(name, used[name])] for name in sorted(used)}


def _codes(value: Any) -> Iterator[str]:
    if value is not None:
        yield from value if isinstance(value, list) else [value]


def _extras(name: str, codes: set[str]) -> Iterator[CodeRow]:
    columns = codelist(name)[0].keys()
    for code in sorted(codes):
        if code.startswith("x-"):
            yield dict.fromkeys(columns, "") | {"code": code, "label": code, "status": "extra"}
