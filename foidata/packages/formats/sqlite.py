"""A dataset as one SQLite file, for queries and for Datasette."""

from pathlib import Path

from foidata.packages.file import File
from foidata.packages.formats import Format
from foidata.packages.loaded import Loaded
from foidata.packages.replace import replace_file
from foidata.standard.dataset import Dataset

_MAGIC = b"SQLite format 3\0"


def _load(file: File) -> Loaded:
    from foidata.packages.database.read import read_database  # noqa: PLC0415  # sqlite3 is not needed by others

    return read_database(file)


def _save(dataset: Dataset, target: Path) -> None:
    from foidata.packages.database.write import database  # noqa: PLC0415  # the same

    replace_file(target, [database(dataset)])


def _recognises(file: File) -> bool:
    return file.head().startswith(_MAGIC)


SQLITE = Format("sqlite", "an SQLite database", (".sqlite", ".sqlite3", ".db"), _recognises, _load, save=_save)
