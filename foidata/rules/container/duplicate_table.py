from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI027", Severity.ERROR, kinds=("duplicate_table",))
def duplicate_table(met: Met) -> Iterator[Fault]:
    """The package lists a table twice.

    Programs differ in which of the two they read.

    Example: two resources called `funding`.

    Fix: Keep the one that is right.
    """
    yield told(met)
