"""The bytes that a reader reads, and how much it may make of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from foidata.documents.document import Unreadable
from foidata.documents.sheet import LONGEST_TEXT, Overlong

LARGEST_EXPANSION = 128 * 2**20
"""Bytes. What all archives of one letter may unpack to, one inside the other."""
DEEPEST = 3
"""How many files may stand one inside the other: a letter in an archive in an e-mail."""
MOST_FILES = 200
"""How many files may come with one letter."""


class Overlarge(Unreadable):
    """A file that unpacks to far more than a letter: the whole is refused, not only the part."""


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked for one letter."""

    bytes: int = LARGEST_EXPANSION
    files: int = MOST_FILES

    def spend(self, file: str, size: int) -> None:
        """Take so many bytes off. Raises Overlarge when they are not left."""
        self.bytes -= size
        if self.bytes < 0:
            raise Overlarge(f"{file}: unpacks to more than {LARGEST_EXPANSION // 2**20} MB; send the letter alone")

    def open(self, file: str) -> None:
        """Take one file off. Raises Overlarge when none is left."""
        self.files -= 1
        if self.files < 0:
            raise Overlarge(f"{file}: holds more than {MOST_FILES} files; send the letter alone")


@dataclass(frozen=True, slots=True)
class File:
    """Some bytes under a name."""

    name: str
    data: bytes = field(repr=False)
    depth: int = 0
    """How many files it stands in."""
    allowance: Allowance = field(default_factory=Allowance)

    def inside(self, name: str, data: bytes) -> "File":
        """A file that stands in this one. Raises Unreadable when it stands too deep."""
        self.allowance.open(self.name)
        if self.depth == DEEPEST:
            raise Unreadable(f"{self.name}: files more than {DEEPEST} deep inside each other; take the letter out")
        return File(name, data, self.depth + 1, self.allowance)

    def refusal(self, reason: str) -> Unreadable:
        """The error that says, in one line, why this file cannot be read."""
        return Unreadable(f"{self.name}: {' '.join(reason.split())}")

    @contextmanager
    def refused(self, reason: str) -> Iterator[None]:
        """Whatever a library makes of a damaged file becomes one error that says why it cannot be read."""
        try:
            yield
        except Unreadable:
            raise
        except Overlong as error:
            raise self.refusal(f"more than {LONGEST_TEXT:,} characters, which is no letter; split the file") from error
        except Exception as error:
            raise self.refusal(reason) from error
