from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI006", Severity.ERROR, kinds=("number_digits",))
def digits_lost(met: Met) -> Iterator[Fault]:
    """A number has more digits than a JSON number keeps.

    Most programs round it when they read the file, so that what is published is not what is read.

    Example: 0.1000000000000000055 for 0.1.

    Fix: Round the number to what the letter says.
    """
    yield told(met)
