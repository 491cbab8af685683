"""Several files in a zip archive."""

import stat
import zipfile
from collections.abc import Iterator

from foidata.documents import archive
from foidata.documents.archive import Archive
from foidata.documents.bundle import Enclosed, bundled, clean
from foidata.documents.file import File
from foidata.documents.readers import Content, Reader

_OFFICE = (
    ("xl/workbook.xml", "a spreadsheet"),
    ("xl/workbook.bin", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
    ("visio/document.xml", "a drawing"),
    ("META-INF/manifest.xml", "an office file"),
    ("META-INF/container.xml", "an e-book"),
)
_LITTER = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")


def _read(file: File) -> Content:
    packed = Archive(file)
    for name, kind in _OFFICE:
        if packed.holds(name):
            raise file.refusal(f"{kind}, not a letter; save the letter as PDF, Word or plain text")
    entries = [entry for entry in packed.entries if not _litter(entry)]
    if not entries:
        raise file.refusal("an archive without files; there is nothing to read")
    return bundled(file, "", _files(packed, sorted(entries, key=lambda entry: entry.filename)))


def _files(packed: Archive, entries: list[zipfile.ZipInfo]) -> Iterator[Enclosed]:
    for entry in entries:
        yield Enclosed(entry.filename, packed.bytes(entry))


def _litter(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is a file system's own, or a link."""
    link = stat.S_ISLNK(entry.external_attr >> 16)
    return link or any(step in _LITTER or step.startswith("._") for step in clean(entry.filename).split("/"))


archived = Reader(
    name="zip",
    called="zip",
    media_type="application/zip",
    recognises=lambda data: data.startswith(archive.MAGIC),
    read=_read,
)
