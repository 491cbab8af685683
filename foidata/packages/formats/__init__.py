"""Formats: each knows one form in which a dataset is kept. Every other file in this folder is one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from foidata.collect import collect
from foidata.packages.file import File
from foidata.packages.loaded import Loaded
from foidata.standard.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which a dataset is kept."""

    name: str
    """Example: `"jsonl"`."""
    label: str
    """What it is, in a few words. Example: `"JSON, a response a line"`."""
    suffixes: tuple[str, ...]
    """How names of such files end. A folder's end in `/`."""
    recognises: Callable[[File], bool] | None = None
    """Whether a file is of this format, by its content; none for a format that is only written."""
    load: Callable[[File], Loaded] | None = None
    """Read a file of this format. Raises Unreadable."""
    save: Callable[[Dataset, Path], None] | None = None
    """Write a dataset in this format, whole or not at all. Raises Unwritable."""


@cache
def formats() -> tuple[Format, ...]:
    """Every format, by name."""
    return tuple(sorted(collect(__name__, Format), key=lambda one: one.name))
