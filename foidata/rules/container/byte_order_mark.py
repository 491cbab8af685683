from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI003", Severity.WARNING, kinds=("byte_order_mark",))
def byte_order_mark(met: Met) -> Iterator[Fault]:
    """A file begins with a byte-order mark.

    The JSON standard forbids writing one, and some programs refuse such a file; others take the mark for a part of the
    first column's name.

    Example: a file saved by an editor as "UTF-8 with BOM", or by Excel as "CSV UTF-8".

    Fix: Save the file as UTF-8 without a byte-order mark: `foidata validate --fix` does that.
    """
    yield told(met)
