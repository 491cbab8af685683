from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI022", Severity.ERROR, kinds=("duplicate_position",))
def duplicate_position(met: Met) -> Iterator[Fault]:
    """Two rows claim the same place in a list.

    The order of the letter is lost, and one of them may hide the other.

    Example: two funding lines of an answer with `item` 1.

    Fix: Number them 1, 2, 3 in the order of the letter.
    """
    yield told(met)
