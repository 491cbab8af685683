"""What could be read of a dataset's file."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from foidata.documents.document import Unreadable
from foidata.packages.fault import Fault
from foidata.packages.place import Place, Places
from foidata.packages.streamed import Lone, Part, Streamed
from foidata.standard.dataset import Dataset, Header
from foidata.standard.response import Response

__all__ = ["Loaded", "Unreadable", "Unwritable"]


class Unwritable(Exception):  # noqa: N818  # it says what the dataset is
    """A dataset that cannot be written so, or there. The text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read of one dataset, and what was wrong with the rest."""

    name: str
    """The file as the user named it."""
    header: Header | None
    """All but the responses; none when it has faults."""
    responses: tuple[tuple[int, Response], ...]
    """Each response without faults, with its position in the file, from 0."""
    faults: tuple[Fault, ...]
    """What was wrong, in the order met."""
    places: Places
    """Finds where a value of the dataset stands in the file."""
    path: Path | None = None
    """The file on disk, for a package its descriptor or archive; none for a stream."""
    format: str | None = None
    """The format it was read from, by name."""
    alone: str | None = None
    """The only table that there is, when it came without the others: then it is no dataset."""
    lone: tuple[Lone, ...] = ()
    """The records of that table that have no fault."""

    @classmethod
    def of(cls, dataset: Dataset, name: str = "dataset") -> "Loaded":
        """A dataset in memory, as if it had been read without a fault."""
        return cls(name, dataset.header, tuple(enumerate(dataset.responses)), (), Places(name))

    @classmethod
    def all_of(cls, streamed: Streamed) -> "Loaded":
        """All that is read of a dataset, kept."""
        faults: list[Fault] = []
        responses: list[tuple[int, Response]] = []
        lone: list[Lone] = []
        for part in streamed.parts:
            match part:
                case Fault():
                    faults.append(part)
                case Lone():
                    lone.append(part)
                case _:
                    responses.append(part)
        more = {name: getattr(streamed, name) for name in ("places", "path", "format", "alone")}
        return cls(streamed.name, streamed.header, tuple(responses), tuple(faults), **more, lone=tuple(lone))

    def streamed(self) -> Streamed:
        """The same as if it were being read: the faults, then the responses."""
        parts: Iterator[Part] = chain[Part](self.faults, self.responses, self.lone)
        return Streamed(self.name, self.header, parts, self.places, self.path, self.format, self.alone)

    @property
    def dataset(self) -> Dataset | None:
        """The dataset of those responses that could be read; none without a header or any response."""
        if self.header is None or not self.responses:
            return None
        return Dataset(
            **{name: getattr(self.header, name) for name in self.header.model_fields_set},
            responses=tuple(response for _, response in self.responses),
        )

    @property
    def sound(self) -> bool:
        """Whether everything could be read."""
        return not self.faults

    def place(self, pointer: str) -> Place:
        """Where a value stands in the file."""
        return self.places.find(pointer)
