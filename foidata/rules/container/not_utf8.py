from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI002", Severity.ERROR, kinds=("not_utf8",))
def not_utf8(met: Met) -> Iterator[Fault]:
    """The file is not UTF-8.

    Read with another encoding, £ and curly quotes turn into other characters, and every quote's place may
    shift.

    Example: a table saved by a spreadsheet as "CSV" in the encoding of its computer.

    Fix: Save the file as UTF-8 (in Excel: CSV UTF-8). Where it is certain in which encoding it is, it is read all the
    same, and `foidata validate --fix` saves it.
    """
    yield told(met)
