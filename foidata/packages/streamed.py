"""A dataset while it is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from foidata.packages.fault import Fault
from foidata.packages.place import Places
from foidata.standard.dataset import Header
from foidata.standard.record import Record
from foidata.standard.response import Response


@dataclass(frozen=True, slots=True)
class Lone:
    """A record of a table that came without the others; what would stand in those is `Elsewhere`."""

    table: str
    row: int
    """Which row of the table it is, from 0."""
    record: Record


Part = Fault | tuple[int, Response] | Lone
"""A fault met while reading; a response without faults with its position, from 0; a record of a lone table."""


@dataclass(frozen=True, slots=True)
class Streamed:
    """A dataset while it is read: its header, then one response after the other, none of which is kept."""

    name: str
    """The file as the user named it."""
    header: Header | None
    """All but the responses; none when it has faults."""
    parts: Iterator[Part]
    """The faults and the responses, in the order met. They can be gone over once."""
    places: Places
    """Finds where a value of the dataset stands in the file, for what was read so far."""
    path: Path | None = None
    """The file on disk, for a package its descriptor or archive; none for bytes that came another way."""
    format: str | None = None
    """The format it is read from, by name; none for a dataset in memory."""
    alone: str | None = None
    """The only table that there is, when it came without the others."""
