from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import ANY_OTHER, Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI199", Severity.ERROR, kinds=(ANY_OTHER,))
def other_fault(met: Met) -> Iterator[Fault]:
    """A value is not as the standard has it.

    The file does not follow the standard here, in a way that no other rule names.

    Example: a kind of fault that a newer engine reports.

    Fix: Compare the value with the field's description.
    """
    yield told(met)
