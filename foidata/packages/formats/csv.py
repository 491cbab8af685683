"""The wide table as one CSV file, for spreadsheets and charts. It is written only."""

from pathlib import Path

from foidata.packages.cells import csv_lines
from foidata.packages.formats import Format
from foidata.packages.replace import replace_file
from foidata.packages.wide import wide
from foidata.standard.dataset import Dataset


def _save(dataset: Dataset, target: Path) -> None:
    rows = wide(dataset)
    replace_file(target, csv_lines(rows[0], (row.values() for row in rows)))


CSV = Format("csv", "one row per response, for charts", (".csv",), save=_save)
