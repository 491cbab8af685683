from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI023", Severity.ERROR, kinds=("position_gap",))
def position_gap(met: Met) -> Iterator[Fault]:
    """A numbered row is missing, though later ones are there.

    A row may have been lost, and with it a figure.

    Example: funding lines 1 and 3 without 2.

    Fix: Put the lost row back, or number the rest anew.
    """
    yield told(met)
