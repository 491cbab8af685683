"""A file in the hands of the reader that knows its format."""

from foidata.documents.document import Unreadable
from foidata.documents.file import File
from foidata.documents.readers import Content, Reader, readers
from foidata.documents.sheet import LONGEST_TEXT

LARGEST_FILE = 40 * 2**20
"""Bytes. Letters are a few kilobytes; scans with attachments stay under this."""

KNOWN = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
)
"""How pictures begin."""


def opened(file: File) -> tuple[Reader, Content]:
    """The reader that knows what a file is, by its content, and what it read.

    Raises Unreadable when the file is empty, too large, of no known format, or holds no text.
    """
    data, name = file.data, file.name
    if len(data) > LARGEST_FILE:
        raise file.refusal(f"{len(data) / 2**20:.0f} MB is more than a letter; the limit is {LARGEST_FILE // 2**20} MB")
    if not data.strip():
        raise file.refusal("empty; there is nothing to read")
    reader = next((one for one in readers() if one.recognises(data)), None)
    if reader is None:
        raise Unreadable(f"{name}: {_advice(data)}")
    content = reader.read(file)
    if not content.text.strip():
        raise file.refusal("holds no words; if it is a scan, run character recognition first")
    if len(content.text) > LONGEST_TEXT:
        raise file.refusal(f"{len(content.text):,} characters are more than a letter; split the file")
    return reader, content


def picture(data: bytes) -> str | None:
    """The media type of a picture; None for anything else."""
    return next((kind for start, kind in KNOWN if data.startswith(start)), None)


def _advice(data: bytes) -> str:
    if picture(data):
        return "a picture; run character recognition first and save the letter as PDF or plain text"
    names = ", ".join(sorted((reader.called for reader in readers()), key=str.lower))
    return f"of no format that foidata reads, which are: {names}; save it as one of them and try again"
