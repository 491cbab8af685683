from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI011", Severity.WARNING, kinds=("unknown_table",))
def unknown_table(met: Met) -> Iterator[Fault]:
    """A package or workbook has a table that the standard does not have.

    Nothing is read from it. If its name was misspelt, its data is lost.

    Example: a resource or a sheet `fundings` for `funding`.

    Fix: Correct the name, or take the table away.
    """
    yield told(met, among_known=True)
