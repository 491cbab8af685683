"""What a dataset is read from."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from foidata.packages.loaded import Unreadable

HEAD = 1 << 20
"""So many bytes at most are looked at to see what a file is."""


@dataclass(frozen=True, slots=True)
class File:
    """A file or folder on disk, or bytes that came another way."""

    name: str
    """As the user named it."""
    path: Path | None = None
    data: bytes | None = None

    def open(self) -> BinaryIO:
        """The bytes as a stream."""
        if self.data is not None:
            return io.BytesIO(self.data)
        assert self.path is not None
        try:
            return self.path.open("rb")
        except OSError as error:
            raise Unreadable(f"{self.name} cannot be opened: {(error.strerror or str(error)).lower()}.") from error

    def read(self) -> bytes:
        """All the bytes."""
        if self.data is not None:
            return self.data
        with self.open() as stream:
            return stream.read()

    def head(self) -> bytes:
        """The first bytes; none of a folder."""
        if self.data is not None:
            return self.data[:HEAD]
        if self.is_folder:
            return b""
        with self.open() as stream:
            return stream.read(HEAD)

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder on disk."""
        return self.path is not None and self.path.is_dir()

    @property
    def suffix(self) -> str:
        """The end of its name from the last dot, in small letters."""
        return Path(self.name).suffix.lower()
