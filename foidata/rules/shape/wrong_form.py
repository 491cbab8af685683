from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI105", Severity.ERROR, kinds=("string_pattern_mismatch",))
def wrong_form(met: Met) -> Iterator[Fault]:
    """A text is not of the form that its field needs.

    Ids, days and checksums are compared character by character, so each has only one form.

    Example: the day 12/03/2024 for 2024-03-12; an id with capital letters.

    Fix: Write it in the form that the field's description gives. A day that can be no other is written by
    `foidata validate --fix`.
    """
    yield told(met)
