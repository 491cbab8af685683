"""A letter as one unchanging text."""

from dataclasses import dataclass
from hashlib import sha256

from foidata.documents.span import Span


class Unreadable(Exception):  # noqa: N818  # it says what the file is
    """A file could not be read. Its text says what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the files that a letter came as, and its stretch of the text."""

    name: str
    """The file's name."""
    media_type: str
    """What the file is, as a media type."""
    digest: str
    """SHA-256 of the file's bytes, in hex."""
    start: int
    end: int
    """Where its text ends: where it starts, when nothing of it could be read."""

    def at(self, offset: int, folder: str = "") -> "Part":
        """The same part of a text that this text is put into, under the name of the file that holds it."""
        name = f"{folder}/{self.name}" if folder else self.name
        return Part(name, self.media_type, self.digest, self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Document:
    """A letter as one text that nobody changes: every offset of a record is a place in it."""

    name: str
    """The file's name."""
    media_type: str
    """What the file is, as a media type."""
    digest: str
    """SHA-256 of the file's bytes, in hex."""
    reader: str
    """The reader that made the text."""
    text: str
    parts: tuple[Part, ...] = ()
    """The files inside, where the letter came as several."""

    @property
    def whole(self) -> Span:
        """All of the text."""
        return Span(self.text, 0, len(self.text))

    @property
    def pages(self) -> tuple[Span, ...]:
        """The pages: a form feed stands between two."""
        starts = [0, *(at + 1 for at, char in enumerate(self.text) if char == "\f")]
        ends = [*(start - 1 for start in starts[1:]), len(self.text)]
        return tuple(Span(self.text, start, end) for start, end in zip(starts, ends, strict=True))


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(data).hexdigest()
