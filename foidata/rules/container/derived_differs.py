from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI026", Severity.ERROR, kinds=("derived_differs",))
def derived_differs(met: Met) -> Iterator[Fault]:
    """A derived cell contradicts what it was derived from.

    Somebody changed one and not the other, and readers will disagree on which is right.

    Example: `period_label` 2014/15 beside a period from April 2024.

    Fix: Correct the source columns, and empty or recompute the derived one.
    """
    yield told(met)
