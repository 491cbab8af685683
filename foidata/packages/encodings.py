"""In which encoding a text was saved, where that is sure."""

import codecs
import re

UTF_8 = "UTF-8"
UTF_16 = "UTF-16"
UTF_32 = "UTF-32"
WINDOWS = "Windows-1252"
"""What spreadsheets on British and western European computers write when they are asked for CSV."""

_MARKS = (
    (codecs.BOM_UTF32_LE, UTF_32),
    (codecs.BOM_UTF32_BE, UTF_32),
    (codecs.BOM_UTF16_LE, UTF_16),
    (codecs.BOM_UTF16_BE, UTF_16),
)
"""The byte-order marks of wide encodings; that of UTF-32 begins like that of UTF-16."""
_WIDE = {"utf-16-le": re.compile(rb"(?:[^\0]\0){4}", re.DOTALL), "utf-16-be": re.compile(rb"(?:\0[^\0]){4}", re.DOTALL)}
"""What begins a text of plain letters in a wide encoding that has no mark."""
_NOT_WINDOWS = re.compile(
    rb"[\x00-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]"  # in no text, or no character at all
    rb"|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"  # a character of UTF-8
    rb"|[a-z](?:[\xc0-\xd6\xd8-\xdf](?:[a-z]|$)|[\x8a\x8c\x8e\x9f])"  # can\xd5t, caf\x8e: the old encoding of Macs
)


def text_of(data: bytes) -> tuple[str, str] | None:
    r"""Bytes as text, and the encoding that they are in; none where that is not sure.

    A byte-order mark of UTF-8 stays at the beginning of the text. Bytes that are not UTF-8 are Windows-1252 when
    nothing in them speaks against it.

    >>> text_of(b"\xa312 \x96 caf\xe9"), text_of(b"can\xd5t"), text_of("£12 and ".encode() + b"\xa312")
    (('£12 – café', 'Windows-1252'), None, None)
    """
    wide = wide_text(data)
    if wide is not None:
        return wide
    try:
        return data.decode("utf-8"), UTF_8
    except UnicodeDecodeError:
        return None if _NOT_WINDOWS.search(data) else (data.decode("cp1252"), WINDOWS)


def wide_text(data: bytes, *, cut: bool = False) -> tuple[str, str] | None:
    """The same for a text of which every character has two bytes or four; `cut` when it may end within one."""
    errors = "ignore" if cut else "strict"
    try:
        for mark, name in _MARKS:
            if data.startswith(mark):
                return data.decode(name.lower(), errors), name
        for encoding, begins in _WIDE.items():
            if begins.match(data):
                return data.decode(encoding, errors), UTF_16
    except UnicodeDecodeError:
        return None
    return None
