from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI108", Severity.ERROR, kinds=("forbidden_if",))
def not_allowed_with(met: Met) -> Iterator[Fault]:
    """A field stands beside a value that rules it out.

    The two contradict each other, and readers will disagree on which is right.

    Example: qualifier `exact` with a lower bound; status `not_answered` with a text.

    Fix: Take one of the two away.
    """
    yield told(met)
