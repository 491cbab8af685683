"""Read a file as a Document."""

from pathlib import Path

from foidata.documents.document import Document, Unreadable, digest
from foidata.documents.file import File
from foidata.documents.opened import LARGEST_FILE, opened


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
    reader, content = opened(File(name, data))
    return Document(
        name=name,
        media_type=reader.media_type,
        digest=digest(data),
        reader=reader.name,
        text=content.text,
        parts=content.parts,
    )
