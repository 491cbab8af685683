"""Load a dataset from any format."""

from pathlib import Path

from foidata.packages.file import File
from foidata.packages.loaded import Loaded
from foidata.packages.pause import collector_paused
from foidata.packages.stream import file_of, format_of


def load(source: str | Path, *, name: str | None = None) -> Loaded:
    """Read a dataset from a file or a package's folder, whatever its format. `name` is what messages call it.

    What is wrong inside is among the faults of what comes back; Unreadable is raised when nothing could be read at all.
    """
    return _load(file_of(source, name))


def load_bytes(data: bytes, name: str) -> Loaded:
    """Read a dataset that came another way than as a file, such as on standard input."""
    return _load(File(name, data=data))


@collector_paused()
def _load(file: File) -> Loaded:
    return format_of(file).load_of(file)
