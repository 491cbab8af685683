from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI104", Severity.ERROR, kinds=("enum",))
def unknown_code(met: Met) -> Iterator[Fault]:
    """A code is not on its list.

    Codes are counted and compared; one that is not on the list is counted nowhere.

    Example: status `nill` for `nil`.

    Fix: Take the code from the published list. For a label, or a code in capitals, `foidata validate --fix` writes the
    code.
    """
    yield told(met, among_known=True)
