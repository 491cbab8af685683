"""Workbooks as people and other programs leave them."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import openpyxl
from build_workbooks import cell_of, edited, said, template

from foidata.packages import Loaded, load_bytes
from foidata.standard.dataset import Dataset

SAID = said()
FILLED: Mapping[str, Any] = SAID["filled"]
"""What an officer writes, by sheet, row of data and column."""


def filled_in(**cells: Any) -> bytes:
    """The template as a person saves it; with other cells where they are given."""
    return edited(template(), FILLED | cells)


def written(*cells: tuple[str, Any]) -> bytes:
    """The same, with cells that have long names."""
    return filled_in(**dict(cells))


def changed(data: bytes, change: Any) -> bytes:
    """A workbook after something was done to it in another program."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def read(data: bytes, name: str = "answers.xlsx") -> Loaded:
    return load_bytes(data, name)


def met(loaded: Loaded) -> list[tuple[str, str, str]]:
    """Each fault as its kind, its pointer and its sheet and cell."""
    places = [fault.place or loaded.place(fault.pointer) for fault in loaded.faults]
    return [
        (fault.kind, fault.pointer, f"{place.table}!{place.cell}")
        for fault, place in zip(loaded.faults, places, strict=True)
    ]


def value_at(dataset: Dataset | None, pointer: str) -> Any:
    """The value that a pointer leads to, as plain Python; None where there is none."""
    from foidata.standard.json import plain

    value: Any = plain(dataset) if dataset else None
    for step in pointer.split("/")[1:]:
        if isinstance(value, list):
            value = value[int(step)] if int(step) < len(value) else None
        else:
            value = value.get(step) if value is not None else None
    return value


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without_hash(dataset: Dataset) -> Dataset:
    """The dataset of a workbook that is its own source, whichever program saved it."""
    return dataset.but(responses=tuple(one.but(source=one.source.but(sha256="0" * 64)) for one in dataset.responses))


__all__ = [
    "FILLED",
    "SAID",
    "cell_of",
    "changed",
    "edited",
    "filled_in",
    "met",
    "parts_of",
    "read",
    "template",
    "value_at",
    "without_hash",
    "written",
]
