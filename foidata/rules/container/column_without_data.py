from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI053", Severity.WARNING, kinds=("blank_column", "row_numbers"))
def column_without_data(met: Met) -> Iterator[Fault]:
    """A column holds no data: nothing at all, or only the numbers of the rows.

    No table of the standard has it, and programs that compare the header with the schema refuse the table.

    Example: the empty columns beside a table in a spreadsheet; the row names that R and pandas write.

    Fix: Delete the column: `foidata validate --fix` does that. In R write with `row.names = FALSE`, in pandas with
    `index=False`.
    """
    yield told(met)
