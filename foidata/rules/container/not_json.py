from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI001", Severity.ERROR, kinds=("not_json",))
def not_json(met: Met) -> Iterator[Fault]:
    """The file is not JSON.

    Nothing after the place where JSON breaks off can be read; what stands before it is checked all the same.

    Example: a comma before the closing bracket of a list; text in single quotes.

    Fix: Mend the place that is named, or write the file with a program instead of by hand.
    """
    yield told(met)
