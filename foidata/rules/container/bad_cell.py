from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI020", Severity.ERROR, kinds=("bad_cell",))
def bad_cell(met: Met) -> Iterator[Fault]:
    """A cell is not of its column's type.

    Columns of numbers hold only numbers, so that sums work at once; words there stop every program.

    Example: `n/a` or `£50k` in `amount_value`.

    Fix: Write a plain number, day or true/false; leave the cell empty where there is none, and let the status say why.
    What is certain is read all the same, and `foidata validate --fix` writes it: `50000` for `£50k`.
    """
    yield told(met)
