from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI051", Severity.WARNING, kinds=("column_order",))
def columns_out_of_order(met: Met) -> Iterator[Fault]:
    """The columns of a table stand in another order than in the descriptor.

    The order means nothing to foidata. Programs that hold the header against the schema column by column refuse the
    table.

    Example: a table saved again with its columns sorted by name.

    Fix: Put the columns in the order of the schema's fields, or write the package anew with `foidata package`.
    """
    yield told(met)
