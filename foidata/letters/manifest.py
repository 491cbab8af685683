"""What somebody knows of the letters in a folder beside their text: a CSV with a row a file."""

import csv
import datetime
from collections.abc import Mapping
from pathlib import Path

from foidata.documents.document import Unreadable
from foidata.letters.batch import Known

_DAYS = ("made", "received", "sent", "published")
_COLUMNS = ("file", "authority", *_DAYS, "url")


def manifest(path: Path) -> Mapping[str, Known]:
    """What a manifest says of each file, by the file's name.

    Columns: `file` and any of `authority`, `made`, `received`, `sent`, `published`, `url`; days as 2024-05-01. Raises
    Unreadable with the line that is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: cannot be read as a manifest: {error}") from None
    rows = csv.DictReader(text.splitlines())
    columns = rows.fieldnames or []
    unknown = [name for name in columns if name not in _COLUMNS]
    if "file" not in columns or unknown:
        wrong = f"has the column {unknown[0]}" if unknown else "has no column file"
        raise Unreadable(f"{path}: {wrong}; a manifest has the columns {', '.join(_COLUMNS)}")
    return {row["file"]: _known(row, path, rows.line_num) for row in rows}


def _known(row: Mapping[str, str | None], path: Path, line: int) -> Known:
    days: dict[str, datetime.date] = {}
    for name in _DAYS:
        text = (row.get(name) or "").strip()
        try:
            if text:
                days[name] = datetime.date.fromisoformat(text)
        except ValueError:
            raise Unreadable(f"{path}:{line}: {name} is {text}; write a day as 2024-05-01") from None
    return Known(authority=row.get("authority") or None, url=row.get("url") or None, **days)
