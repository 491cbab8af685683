"""Gzipped files, unpacked as they are read."""

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from foidata.packages.bombs import is_steep
from foidata.packages.loaded import Unreadable

SUFFIX = ".gz"
"""How the name of a gzipped file ends, after the end that says what is in it."""

_MAGIC = b"\x1f\x8b"
_WINDOW = 31
"""What zlib calls a window of 32 KiB with the header of gzip, in which it writes no time."""


def begins_gzipped(stream: io.BufferedReader) -> bool:
    """Whether what comes next is gzipped."""
    return stream.peek(len(_MAGIC)).startswith(_MAGIC)


class _Unpacked(io.RawIOBase):
    """The bytes inside a gzipped stream, no more of which are unpacked than are asked for."""

    def __init__(self, packed: BinaryIO, name: str) -> None:
        self._packed = packed
        self._name = name
        self._inside = gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._inside.seek(offset, whence)

    def readinto(self, buffer: Any) -> int:
        """Unpack a little more. Raises Unreadable when it is broken or a trap."""
        try:
            count = self._inside.readinto(buffer)
        except EOFError as error:
            raise Unreadable(f"{self._name} is cut off: its packed data ends early.") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise Unreadable(f"{self._name} begins like a gzipped file but is broken: {error}.") from error
        if is_steep(self._inside.tell(), self._packed.tell()):
            raise Unreadable(f"{self._name} is far too large when unpacked: it is not read.")
        return count

    def close(self) -> None:
        if not self.closed:
            self._inside.close()
            self._packed.close()
        super().close()


def unpacked(packed: BinaryIO, name: str) -> BinaryIO:
    """The bytes inside a gzipped stream, as a stream. Reading it raises Unreadable when it is broken or a trap."""
    return io.BufferedReader(_Unpacked(packed, name), 1 << 16)


def packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a file, gzipped. The same pieces give the same bytes."""
    packer = zlib.compressobj(level=6, wbits=_WINDOW)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()
