from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI004", Severity.ERROR, kinds=("duplicate_key",))
def duplicate_key(met: Met) -> Iterator[Fault]:
    """A key stands twice in one object.

    Programs differ in which of the two they keep, so that two readers of one file see different data.

    Example: an answer with two keys `status`.

    Fix: Keep the one that is right.
    """
    yield told(met)
