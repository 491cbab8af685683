"""Read a file as a Document."""

from pathlib import Path

from foidata.documents.document import Document, Unreadable, digest
from foidata.documents.readers import readers

LARGEST_FILE = 40 * 2**20
"""Bytes. Letters are a few kilobytes; scans with attachments stay under this."""
LONGEST_TEXT = 1_000_000
"""Code points: some 300 pages. A longer text is no letter."""


def read(path: str | Path) -> Document:
    """The letter in a file.

    Raises Unreadable when the file is missing, empty, too large, of no known format, or holds no text.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise Unreadable(
                f"{path}: {size / 2**20:.0f} MB is more than a letter; the limit is {LARGEST_FILE // 2**20} MB"
            )
        data = path.read_bytes()
    except IsADirectoryError:
        raise Unreadable(f"{path}: a folder, not a letter; name the files in it, or let convert walk it") from None
    except FileNotFoundError:
        raise Unreadable(f"{path}: no such file; check its name and folder") from None
    except OSError as error:
        raise Unreadable(f"{path}: {(error.strerror or str(error)).lower()}") from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """The letter in these bytes; `name` is what the file is called. Raises Unreadable as `read` does."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(
            f"{name}: {len(data) / 2**20:.0f} MB is more than a letter; the limit is {LARGEST_FILE // 2**20} MB"
        )
    if not data.strip():
        raise Unreadable(f"{name}: empty; there is nothing to read")
    for reader in readers():
        if reader.recognises(data):
            text = reader.text(data, name)
            break
    else:
        raise Unreadable(f"{name}: not plain text; save the letter as plain text in UTF-8 and try again")
    if not text.strip():
        raise Unreadable(f"{name}: holds no words; if it is a scan, run character recognition first")
    if len(text) > LONGEST_TEXT:
        raise Unreadable(f"{name}: {len(text):,} characters are more than a letter; split the file")
    return Document(name=name, media_type=reader.media_type, digest=digest(data), reader=reader.name, text=text)
