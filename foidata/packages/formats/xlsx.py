"""A dataset as a workbook, for people who work in Excel or LibreOffice."""

import zipfile
from pathlib import Path

from foidata.packages.file import File
from foidata.packages.formats import Format
from foidata.packages.loaded import Loaded, Unreadable
from foidata.packages.replace import replace_file
from foidata.standard.dataset import Dataset

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Excel workbooks begin, and new ones that are locked."""
_OTHERS = {"xl/workbook.bin": "a binary workbook", "content.xml": "an OpenDocument file"}
"""What other spreadsheets are, by a part that only they have."""


def _load(file: File) -> Loaded:
    from foidata.packages.workbook.read import read_workbook  # noqa: PLC0415  # a heavy reader

    if file.head().startswith(_OLD):
        raise Unreadable(
            f"{file.name} is locked with a password, or of old Excel: save it as .xlsx without a password."
        )
    for part in _parts(file) & _OTHERS.keys():
        raise Unreadable(f"{file.name} is {_OTHERS[part]}: save it as an Excel workbook, .xlsx.")
    return read_workbook(file)


def _save(dataset: Dataset, target: Path) -> None:
    from foidata.packages.workbook.filled import filled  # noqa: PLC0415  # a heavy writer

    replace_file(target, [filled(dataset)])


def _recognises(file: File) -> bool:
    """By its parts: to other eyes a workbook is a ZIP archive, which is why this format is asked before that one."""
    return file.head().startswith(_OLD) or bool(_parts(file) & {"xl/workbook.xml", *_OTHERS})


def _parts(file: File) -> frozenset[str]:
    if not file.head().startswith(b"PK"):
        return frozenset()
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return frozenset()


XLSX = Format("xlsx", "a workbook for Excel and LibreOffice", (".xlsx",), _recognises, _load, save=_save)
