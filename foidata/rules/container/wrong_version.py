from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI009", Severity.ERROR, kinds=("wrong_version",))
def wrong_version(met: Met) -> Iterator[Fault]:
    """The data declares a version of the standard that is not known here.

    Data is judged by the version that it declares. Judged by another, right data could look wrong.

    Example: `"standard": "foidata-2.0"` in a program that knows 1.0.

    Fix: Write foidata-1.0, or use a newer foidata.
    """
    yield told(met)
