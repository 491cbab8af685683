"""Mend a file: the bytes of a dataset's file with what is at fault put right, and all else as it is."""

import codecs
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foidata.packages.csvmend import mended_csv
from foidata.packages.encodings import UTF_8, text_of, wide_text
from foidata.packages.jsontext import Lines
from foidata.packages.mends import Mend, Recode, Write
from foidata.packages.overwrite import overwritten
from foidata.packages.place import Place
from foidata.packages.table import tables_of_standard

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Due:
    """A mend that is to be made, and where."""

    place: Place
    mend: Mend


def mended(data: bytes, due: Sequence[Due]) -> bytes:
    """The bytes of one file with the mends made that are due in it. It is read as its readers read it.

    A table is known by the places of its mends. JSON is mended line by line where every line is a value of its own,
    since each of them may be in another encoding.
    """
    table = next((one.place.table for one in due if one.place.table), None)
    if table is None and text_of(data) is None and wide_text(data) is None:
        return b"\n".join(_line(line, number, due) for number, line in enumerate(data.split(b"\n"), 1))
    return _whole(data, due, table)


def _whole(data: bytes, due: Sequence[Due], table: str | None, first_line: int = 1) -> bytes:
    text, encoding = text_of(data) or ("", UTF_8)
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    if table:
        text = mended_csv(text, tables_of_standard()[table], _by_line(due))
    else:
        lines = Lines("", text, first_line)
        text = overwritten(
            text, {lines.offset(*_spot(one)): one.mend.text for one in due if isinstance(one.mend, Write)}
        )
    if any(isinstance(one.mend, Recode) for one in due):
        return text.encode()
    return _encoded(mark + text, encoding, data)


def _line(line: bytes, number: int, due: Sequence[Due]) -> bytes:
    here = [one for one in due if one.place.line == number]
    return _whole(line, here, None, number) if here else line


def _by_line(due: Iterable[Due]) -> Iterable[tuple[int, Mend]]:
    return ((one.place.line or 1, one.mend) for one in due)


def _spot(one: Due) -> tuple[int, int]:
    return one.place.line or 1, one.place.column or 1


def _encoded(text: str, encoding: str, data: bytes) -> bytes:
    """A text in the encoding that the file had."""
    if encoding == UTF_8:
        return text.encode()
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return mark + text.encode(name)
    return text.encode(encoding.lower())
