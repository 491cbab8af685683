"""Plain text in UTF-8, UTF-16 or Windows-1252."""

import codecs
import re

from foidata.documents.file import File
from foidata.documents.readers import Content, Reader, settled

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = bytes(byte for byte in (*range(32), 127) if byte not in b"\t\n\v\f\r\x1b")
_OTHER_FORMATS = re.compile(rb"%PDF-|\{\\rtf|\s*<(?:!doctype html|html|\?xml)\b", re.IGNORECASE)
_AS_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _encoding(data: bytes) -> str | None:
    """The encoding of some bytes; None when they are not plain text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if b"\x00" in data:
        return _wide(data[:4096])
    if _OTHER_FORMATS.match(data) or data.translate(None, _CONTROLS) != data:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _mostly_utf8(data) else "cp1252"
    return "utf-8"


def _mostly_utf8(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 were meant to be: read as Windows-1252, every `’` of theirs would be `â€™`."""
    right = sum(1 for _ in _AS_UTF8.finditer(data))
    wrong = len(_AS_UTF8.sub(b"", data).translate(None, bytes(range(128))))
    return right >= wrong


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in European text every other byte is zero."""
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _read(file: File) -> Content:
    data = file.data
    encoding = _encoding(data) or "utf-8"
    try:
        text = settled(data.decode(encoding))
    except UnicodeDecodeError as error:
        form = {"cp1252": "Windows-1252"}.get(encoding, encoding.removesuffix("-sig").upper())
        line = data.count(b"\n", 0, error.start) + 1
        raise file.refusal(f"line {line} is not {form}; save the letter as plain text in UTF-8 and try again") from None
    if "\x00" in text:
        raise file.refusal("holds NUL characters, so it is not plain text; save it as UTF-8 and try again")
    return Content(text)


plain_text = Reader(
    name="text",
    called="plain text",
    media_type="text/plain",
    recognises=lambda data: _encoding(data) is not None,
    read=_read,
)
