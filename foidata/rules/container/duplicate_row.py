from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI021", Severity.ERROR, kinds=("duplicate_row",))
def duplicate_row(met: Met) -> Iterator[Fault]:
    """Two rows have the same key.

    A table with one key twice cannot be joined: rows would double, and sums with them.

    Example: two rows of `answers.csv` with the same response and answer.

    Fix: Keep one of them, or give the other its own key.
    """
    yield told(met)
