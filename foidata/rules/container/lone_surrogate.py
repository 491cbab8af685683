from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI007", Severity.ERROR, kinds=("lone_surrogate",))
def lone_surrogate(met: Met) -> Iterator[Fault]:
    r"""Half of a character stands in a text.

    It is no character, cannot be written as UTF-8, and shifts the place of every quote after it.

    Example: an emoji cut in two: `\ud83d` without its second half.

    Fix: Write the whole character, or take it out.
    """
    yield told(met)
