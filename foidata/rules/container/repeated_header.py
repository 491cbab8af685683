from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI054", Severity.ERROR, kinds=("repeated_header",))
def repeated_header(met: Met) -> Iterator[Fault]:
    """The header stands again among the rows.

    It is left out here; other programs read it as a row of data.

    Example: two tables that were put together one under the other.

    Fix: Delete the row: `foidata validate --fix` does that.
    """
    yield told(met)
