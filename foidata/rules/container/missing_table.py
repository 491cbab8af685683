from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI013", Severity.ERROR, kinds=("missing_table",))
def missing_table(met: Met) -> Iterator[Fault]:
    """A table is missing.

    The descriptor promises it, or the others cannot be understood without it.

    Example: a package without `responses.csv`; a workbook whose sheet `answers` was deleted.

    Fix: Add it, or take it out of the descriptor when there is no such data.
    """
    yield told(met)
