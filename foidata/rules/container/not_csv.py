from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI014", Severity.ERROR, kinds=("not_csv",))
def not_csv(met: Met) -> Iterator[Fault]:
    """A table is not the CSV that the descriptor declares.

    Read with the wrong delimiter or quotes, cells fall into wrong columns.

    Example: semicolons between cells; a quotation mark that is never closed.

    Fix: Write commas between cells and double quotes around cells that hold commas, quotes or line breaks. Semicolons
    and tabs are read all the same, and `foidata validate --fix` puts commas in their place.
    """
    yield told(met)
