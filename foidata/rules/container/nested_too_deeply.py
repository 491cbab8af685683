from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI008", Severity.ERROR, kinds=("too_deep",))
def nested_too_deeply(met: Met) -> Iterator[Fault]:
    """Values are nested too deeply.

    The standard needs ten levels. Deeper nesting is a mistake, or made to break the program that reads it.

    Example: a list in a list, a hundred times.

    Fix: Write the values as the standard has them.
    """
    yield told(met)
