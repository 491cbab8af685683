"""Sheets as tables whose cells know where they stand."""

from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

from foidata.packages.place import Place
from foidata.packages.tablefile import Row, TableFile


@dataclass(slots=True)
class SheetRow(Row):
    """A row of a sheet: a cell for every column of its table, also for those that the sheet lacks."""

    odd: dict[int, str] = field(default_factory=dict)
    """What is wrong with a cell whatever its column holds, by the number of the column from 0."""


@dataclass(slots=True)
class SheetFile(TableFile):
    """A table as it stands on a sheet."""

    rows: list[SheetRow] = field(default_factory=list)  # type: ignore[assignment]  # a sheet's rows are rows of a sheet
    sheet: str = ""
    """The name of the sheet as the user has it."""
    letters: dict[str, str] = field(default_factory=dict)
    """The letters of the columns that the sheet has, by name."""

    def place(self, row: Row | None = None, column: str | None = None) -> Place:
        """The cell of a value; the first of its row, or of the header, where there is none."""
        line, number = (row.line, row.number) if row else (self.header, None)
        letter = self.letters.get(column or "", "A")
        return Place(self.file, table=self.sheet, row=number, field=column, cell=f"{letter}{line}")

    def where(self, at: int | Row | None, column: str | None) -> Place:
        """The cell of a fault; a cell says the line."""
        return self.place(at if isinstance(at, Row) else None, column)

    def put(self, row: Row, column: str, text: str) -> None:
        """Write a cell, for what the sheet leaves to be made."""
        row.cells[self.columns[column]] = text


@dataclass(slots=True)
class UprightFile(SheetFile):
    """The sheet of the dataset: its one row stands upright, a field a line."""

    lines: dict[str, int] = field(default_factory=dict)
    """The row of each field that the sheet has, by name."""

    def place(self, row: Row | None = None, column: str | None = None) -> Place:  # noqa: ARG002  # there is one row
        """The cell beside the name of a field."""
        line = self.lines.get(column or "")
        return Place(self.file, table=self.sheet, field=column, cell=f"B{line}" if line else "A1")


def letter_of(column: int) -> str:
    """The letters of a column by its number from 0.

    >>> letter_of(0), letter_of(26)
    ('A', 'AA')
    """
    return str(xl_col_to_name(column))
