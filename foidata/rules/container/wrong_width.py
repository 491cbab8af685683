from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI015", Severity.ERROR, kinds=("wrong_width",))
def wrong_width(met: Met) -> Iterator[Fault]:
    """A row has more or fewer cells than the table has columns.

    A comma too many shifts every cell after it into the wrong column.

    Example: a remark with a comma that was not put in quotes.

    Fix: Put cells with commas in double quotes; add the missing commas for empty cells.
    """
    yield told(met)
