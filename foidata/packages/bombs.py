"""Archives that are made to fill a disk or a memory."""

import zipfile

from foidata.packages.loaded import Unreadable

MOST_FILES = 200_000
"""An archive with more files than this is not opened."""
LARGEST_FILE = 1 << 30
"""No file in an archive may be larger when unpacked: 1 GiB."""
LARGEST_ARCHIVE = 4 << 30
"""All files of an archive together may not be larger when unpacked: 4 GiB."""
STEEPEST_RATIO = 200
"""A file above `SMALL` may not shrink more than so many times: tables and letters shrink 5 to 50 times."""
SMALL = 10 << 20


def refuse_bombs(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse an archive that is locked, or that unpacks to far more than any dataset. Raises Unreadable."""
    members = archive.infolist()
    if len(members) > MOST_FILES:
        raise Unreadable(f"{name} holds {len(members)} files; no more than {MOST_FILES} are read.")
    if sum(one.file_size for one in members) > LARGEST_ARCHIVE:
        raise Unreadable(f"{name} is larger than {LARGEST_ARCHIVE >> 30} GiB when unpacked: use JSON lines.")
    for one in members:
        if one.file_size > LARGEST_FILE or is_steep(one.file_size, one.compress_size):
            raise Unreadable(f"{name} holds {one.filename}, which is too large when unpacked: {one.file_size} bytes.")
        if one.flag_bits & 1:
            raise Unreadable(f"{name} is locked with a password: unlock it first.")


def is_steep(unpacked: int, packed: int) -> bool:
    """Whether so many bytes shrank more than data does."""
    return unpacked > SMALL and unpacked > STEEPEST_RATIO * max(packed, 1)
