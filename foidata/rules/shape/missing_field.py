from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI101", Severity.ERROR, kinds=("missing",))
def missing_field(met: Met) -> Iterator[Fault]:
    """A field that every such record has is missing.

    The standard asks only for what every letter gives, so that a record without it cannot be understood.

    Example: an answer without `status`.

    Fix: Add the field.
    """
    yield told(met)
