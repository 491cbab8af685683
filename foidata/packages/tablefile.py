"""One table as rows that know where they stand in a file."""

from dataclasses import dataclass, field

from foidata.packages.fault import Fault
from foidata.packages.mends import Mend
from foidata.packages.place import Place
from foidata.packages.table import Table


@dataclass(slots=True)
class Row:
    """A row of a table as it stands in a file."""

    cells: list[str]
    number: int
    """Which row of data it is, from 1."""
    line: int
    """The line of the file on which it begins, from 1."""
    order: int = 0
    """Which in its list it is, once that was read."""


@dataclass(slots=True)
class TableFile:
    """A table as it stands in a file, and what is wrong with the file."""

    table: Table
    file: str
    columns: dict[str, int] = field(default_factory=dict)
    """The columns of the table that the file has, and which cell of a row is theirs."""
    rows: list[Row] = field(default_factory=list)
    uneven: list[Row] = field(default_factory=list)
    """Rows with more or fewer cells than the header."""
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True
    """Whether every row could be read."""
    header: int = 1
    """The line of the header, from 1; 0 where columns have names but no header."""
    missing: set[str] = field(default_factory=set)
    """The words that a program wrote into it for no value."""
    is_text: bool = False
    """Whether it is a text file, in which single cells can be mended."""
    day_first: bool | None = None
    """Whether days stand before months in it, as `25/12/2023`; none where no cell tells."""

    def place(self, row: Row | None = None, column: str | None = None) -> Place:
        """Where a cell stands, or a row, or the header."""
        line, number = (row.line, row.number) if row else (self.header, None)
        return Place(self.file, line=line, table=self.table.name, row=number, field=column)

    def cell(self, row: Row, column: str) -> str:
        """The text of a cell; empty when the file has no such column or the row no such cell."""
        index = self.columns.get(column, len(row.cells))
        return row.cells[index] if index < len(row.cells) else ""

    def different(self) -> dict[str, frozenset[str]]:
        """The different texts in each column."""
        names = {index: name for name, index in self.columns.items()}
        columns = zip(*[row.cells for row in self.rows], strict=True)  # in one step, since tables can be long
        found = {names[index]: frozenset(column) for index, column in enumerate(columns) if index in names}
        return {name: found.get(name, frozenset()) for name in self.columns}

    def note(
        self,
        kind: str,
        message: str,
        at: int | Row | None = None,
        column: str | None = None,
        *,
        read: bool = False,
        mend: Mend | None = None,
        **more: object,
    ) -> None:
        """Note a fault of the file as a whole, of a column or of a row; `at` is a line or a row."""
        place = self.where(at, column or None)
        self.faults.append(Fault(kind, "", message, column or None, place, more, read=read, mend=mend))

    def where(self, at: int | Row | None, column: str | None) -> Place:
        """The place of a fault of a row or of a line; of the file as a whole where it is of neither."""
        if isinstance(at, Row):
            return self.place(at, column)
        return Place(self.file, line=at or None, table=self.table.name, field=column)
