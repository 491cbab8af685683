from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI010", Severity.ERROR, kinds=("unsafe_path",))
def unsafe_path(met: Met) -> Iterator[Fault]:
    """A resource's path leads out of the package.

    A package that reads other files of the computer is a danger, and is incomplete when it is moved.

    Example: `"path": "../other/answers.csv"`.

    Fix: Put the file into the package's folder, and name it from there.
    """
    yield told(met)
