from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI040", Severity.ERROR, kinds=("undeclared_version",))
def undeclared_version(met: Met) -> Iterator[Fault]:
    """The data does not say which version of the standard it follows.

    Data is judged by the version that it declares. What declares none may have been made for another, and what is
    right there can look wrong here.

    Example: a JSON file that begins with its title, and has no `standard`.

    Fix: Write `"standard": "foidata-1.0"` as its first field; in a package, under `foidata`.
    """
    yield told(met)
