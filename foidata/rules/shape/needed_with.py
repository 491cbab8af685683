from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI107", Severity.ERROR, kinds=("required_if",))
def needed_with(met: Met) -> Iterator[Fault]:
    """A field is missing that another field's value requires.

    The two say one thing only together: a range needs both ends, a reference its target.

    Example: qualifier `range` without `high`.

    Fix: Add the field, or change the value that requires it.
    """
    yield told(met)
