"""What a dataset is read from."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import orjson

from foidata.packages.encodings import wide_text
from foidata.packages.gzipped import SUFFIX, begins_gzipped, unpacked
from foidata.packages.loaded import Unreadable

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

HEAD = 1 << 20
"""So many bytes at most are looked at to see what a file is."""


def ending(name: str) -> str:
    """The end of a file's name, in small letters; with that before it for a packed file.

    >>> ending("a.b/Data.JSON"), ending("data.jsonl.gz"), ending("data")
    ('.json', '.jsonl.gz', '')
    """
    path = Path(name)
    packed = path.suffix.lower() == SUFFIX
    return "".join(path.suffixes[-2:] if packed else path.suffixes[-1:]).lower()


@dataclass(frozen=True, slots=True)
class File:
    """A file or folder on disk, or bytes that came another way."""

    name: str
    """As the user named it."""
    path: Path | None = None
    data: bytes | None = None

    def open(self) -> BinaryIO:
        """The bytes as a stream; of a gzipped file those inside it."""
        stream = self._opened()
        return unpacked(stream, self.name) if begins_gzipped(stream) else stream

    def read(self) -> bytes:
        """All the bytes; of a gzipped file those inside it."""
        if self.data is not None and not self.is_gzipped:
            return self.data
        with self.open() as stream:
            return stream.read()

    def head(self) -> bytes:
        """The first bytes, as UTF-8 where their encoding has wide characters; none of a folder."""
        if self.is_folder:
            return b""
        with self.open() as stream:
            head = stream.read(HEAD)
        wide = wide_text(head, cut=True)
        return head if wide is None else wide[0].encode("utf-8", "ignore")

    @property
    def is_gzipped(self) -> bool:
        """Whether its bytes are those of a gzipped file."""
        if self.is_folder:
            return False
        with self._opened() as stream:
            return begins_gzipped(stream)

    def _opened(self) -> io.BufferedReader:
        """The bytes as they are kept."""
        if self.data is not None:
            return io.BufferedReader(io.BytesIO(self.data))
        try:
            return Path(self.path or self.name).open("rb")
        except OSError as error:
            raise Unreadable(f"{self.name} cannot be opened: {(error.strerror or str(error)).lower()}.") from error

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder on disk."""
        return self.path is not None and self.path.is_dir()

    @property
    def suffix(self) -> str:
        """The end of its name from the last dot, in small letters; for a gzipped file that before `.gz`."""
        return ending(self.name).removesuffix(SUFFIX)

    @property
    def stem(self) -> str:
        """Its name without folders and without its end."""
        return Path(self.name).name.removesuffix(SUFFIX).rpartition(".")[0]

    @property
    def begins_an_object(self) -> bool:
        """Whether the first character that counts opens a JSON object or list."""
        return self.head().removeprefix(BYTE_ORDER_MARK).lstrip()[:1] in (b"{", b"[")

    @property
    def has_an_object_a_line(self) -> bool:
        """Whether it looks like JSON lines rather than like one JSON object, broken or not."""
        first, _, rest = self.head().removeprefix(BYTE_ORDER_MARK).lstrip().partition(b"\n")
        first, rest = first.strip(), rest.lstrip()
        named_so = self.suffix in (".jsonl", ".ndjson")
        if first[:1] != b"{" or rest[:1] != (b"{" if rest or not named_so else b""):
            return False
        if first[-1:] != b"}":
            return named_so and first[-1:] not in (b"{", b"[", b",", b":")
        try:
            return "responses" not in orjson.loads(first)
        except orjson.JSONDecodeError:
            return True
