"""What the tests of letters share: the folders, a letter made of words, and the walks over a record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foidata.documents.document import Document, digest
from foidata.documents.read import read, read_bytes
from foidata.letters.convert import convert
from foidata.standard.evidence import Evidence
from foidata.standard.json import plain
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record
from foidata.standard.response import Response

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "letters"
SEEDS = ROOT / "seeds"


def letter(text: str, name: str = "letter.txt") -> Document:
    """A letter of these words."""
    return read_bytes(text.encode(), name)


def whole(text: str) -> Document:
    """A document of exactly these words, empty ones too."""
    data = text.encode()
    return Document(name="letter.txt", media_type="text/plain", digest=digest(data), reader="text", text=text)


def record(response: Response) -> dict[str, Any]:
    """A response as plain values, without the converter's own account of its work."""
    return plain(response.but(conversion=None))


def converted(path: Path, *, keep_names: bool = False) -> Response:
    """The response in a file."""
    return convert(read(path), keep_names=keep_names)


def records(record: Record) -> Iterator[Record]:
    """A record and all records inside it."""
    yield record
    for name in record.model_fields_set:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Record):
                yield from records(one)


def evidence(record: Record) -> Iterator[Evidence]:
    """All evidence in a record."""
    return (one for one in records(record) if isinstance(one, Evidence))


def quantities(record: Record) -> Iterator[Quantity]:
    """All quantities in a record."""
    return (one for one in records(record) if isinstance(one, Quantity))
