"""Open a database that anybody may have made, to look at the rows of its tables and at nothing else."""

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from foidata.packages.file import File
from foidata.packages.loaded import Unreadable

_LONGEST = 1 << 28
"""No text of a cell may be longer: 256 MiB."""
_READ_VERSION = 18
"""Where the header says whether the last changes may stand in another file."""
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}


@contextlib.contextmanager
def opened(file: File) -> Iterator[sqlite3.Connection]:
    """A database from which rows of tables can be read: no function runs, no view and no other file is looked at.

    Raises Unreadable when it is broken, or when its last changes are not in the file yet.
    """
    try:
        with closing(_connection(file)) as connection:
            connection.text_factory = _text
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
                connection.execute(f"PRAGMA {setting}")
            connection.set_authorizer(_authorised)
            yield connection
    except sqlite3.Error as error:
        raise Unreadable(f"{file.name} is a damaged SQLite database: {error}.") from error


def _connection(file: File) -> sqlite3.Connection:
    if file.path is None or file.is_gzipped:
        data = file.read()
        connection = sqlite3.connect(":memory:")
        connection.deserialize(data[:_READ_VERSION] + b"\1\1" + data[_READ_VERSION + 2 :])
        return connection
    for end in ("-wal", "-journal"):
        beside = Path(f"{file.path}{end}")
        if beside.is_file() and beside.stat().st_size:
            raise Unreadable(f"{file.name} has changes in {beside.name}: close the program that writes it first.")
    return sqlite3.connect(f"{file.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _authorised(action: int, first: str | None, *_: Any) -> int:
    allowed = action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first == "table_xinfo")
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _text(data: bytes) -> str | bytes:
    """A text; bytes where it is none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data
