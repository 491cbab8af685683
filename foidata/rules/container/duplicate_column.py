from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI017", Severity.ERROR, kinds=("duplicate_column",))
def duplicate_column(met: Met) -> Iterator[Fault]:
    """A column stands twice.

    Programs differ in which of the two they read.

    Example: two columns `status`.

    Fix: Keep the one that is right.
    """
    yield told(met)
