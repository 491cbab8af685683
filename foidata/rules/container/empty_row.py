from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI052", Severity.WARNING, kinds=("blank_row",))
def empty_row(met: Met) -> Iterator[Fault]:
    """A table has rows without values.

    They are left out here; other programs count them, or refuse a table whose keys are empty.

    Example: the rows below a table that a spreadsheet saves because they once held something.

    Fix: Delete the rows: `foidata validate --fix` does that.
    """
    yield told(met)
