"""Formats: each knows one form in which a dataset is kept. Every other file in this folder is one."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from foidata.collect import collect
from foidata.packages.descriptor import Files
from foidata.packages.file import File
from foidata.packages.loaded import Loaded
from foidata.packages.streamed import Streamed
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
    """Read a file of this format whole. Raises Unreadable."""
    stream: Callable[[File], Streamed] | None = None
    """Read it a response at a time, for a format that can be read so; it needs no `load`."""
    save: Callable[[Dataset, Path], None] | None = None
    """Write a dataset in this format, whole or not at all. Raises Unwritable."""
    inside: Callable[[File], AbstractContextManager[Files]] | None = None
    """The files of a package, for a format of several files."""
    rewrite: Callable[[File, Mapping[str, bytes]], None] | None = None
    """Write some of them anew, by their paths, and leave the others. Raises Unwritable."""

    @property
    def reads(self) -> bool:
        """Whether it is read, and not only written."""
        return self.load is not None or self.stream is not None

    def stream_of(self, file: File) -> Streamed:
        """A file of this format as it is read, a response at a time where that can be."""
        return self.stream(file) if self.stream else self.load_of(file).streamed()

    def load_of(self, file: File) -> Loaded:
        """A file of this format, read whole."""
        if self.load:
            return self.load(file)
        if self.stream:
            return Loaded.all_of(self.stream(file))
        raise ValueError(f"{self.name} is only written")


@cache
def formats() -> tuple[Format, ...]:
    """Every format, by name."""
    return tuple(sorted(collect(__name__, Format), key=lambda one: one.name))
