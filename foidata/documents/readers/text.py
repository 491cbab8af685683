"""Plain text in UTF-8, UTF-16 or Windows-1252."""

import codecs

from foidata.documents.document import Unreadable
from foidata.documents.readers import Reader, settled

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = frozenset(range(32)) - set(b"\t\n\v\f\r\x1b") | {127}


def _encoding(data: bytes) -> str | None:
    """The encoding of some bytes; None when they are not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:4096]
    if b"\x00" in head:
        return _wide(head)
    if any(byte in _CONTROLS for byte in head):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in European text every other byte is zero."""
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _text(data: bytes, name: str) -> str:
    encoding = _encoding(data) or "utf-8"
    try:
        text = settled(data.decode(encoding))
    except UnicodeDecodeError as error:
        at = f"byte {error.start + 1:,}"
        raise Unreadable(
            f"{name}: {at} is not {encoding}; save the letter as plain text in UTF-8 and try again"
        ) from None
    if "\x00" in text:
        raise Unreadable(f"{name}: holds NUL characters, so it is not plain text; save it as UTF-8 and try again")
    return text


plain_text = Reader(
    name="text", media_type="text/plain", recognises=lambda data: _encoding(data) is not None, text=_text
)
