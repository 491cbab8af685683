"""Zip files, taken apart without trust: in memory, within the letter's allowance, whatever their names say."""

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property

from foidata.documents.file import File

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MOST_ENTRIES = 5_000
STEEPEST = 200
"""How many times larger a file may be than what it was packed to."""
STEEP_FROM = 4 * 2**20
"""Bytes. Smaller files may be steeper: white space packs well."""

_DAMAGED = "a damaged zip, Word or OpenDocument file, perhaps cut short; get it again"


def names(data: bytes) -> frozenset[str]:
    """The names in a zip file; none when it is no zip file or a damaged one."""
    if not data.startswith(MAGIC):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return frozenset(packed.namelist())
    except Exception:  # noqa: BLE001  # zipfile raises many kinds of error on damaged files
        return frozenset()


@dataclass(frozen=True)
class Archive:
    """A zip file."""

    file: File

    @cached_property
    def _packed(self) -> zipfile.ZipFile:
        with self.file.refused(_DAMAGED):
            return zipfile.ZipFile(io.BytesIO(self.file.data))

    @cached_property
    def entries(self) -> tuple[zipfile.ZipInfo, ...]:
        """The files in it, without folders."""
        found = tuple(entry for entry in self._packed.infolist() if not entry.filename.endswith("/"))
        if len(found) > MOST_ENTRIES:
            raise self.file.refusal(f"an archive of {len(found):,} files is no letter; send the letter alone")
        return found

    def bytes(self, entry: zipfile.ZipInfo | str) -> bytes:
        """What one of its files holds. Raises Unreadable when it is damaged, locked or unpacks to far too much."""
        with self.file.refused(_DAMAGED):
            entry = self._packed.getinfo(entry) if isinstance(entry, str) else entry
            if entry.flag_bits & 1:
                raise self.file.refusal("locked with a password; take the password off and try again")
            steep = entry.file_size > STEEP_FROM and entry.file_size > STEEPEST * max(entry.compress_size, 1)
            self.file.allowance.spend(self.file.name, self.file.allowance.bytes + 1 if steep else entry.file_size)
            return self._packed.read(entry)

    def holds(self, name: str) -> bool:
        """Whether a file of this name is in it."""
        return name in self._packed.NameToInfo
