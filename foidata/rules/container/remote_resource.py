from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI042", Severity.ERROR, kinds=("remote_path",))
def remote_resource(met: Met) -> Iterator[Fault]:
    """A resource lies on the network, not in the package.

    Nothing is fetched while data is checked: what is fetched can change or vanish, and tells a stranger who reads it.

    Example: `"path": "https://www.example.org/answers.csv"`.

    Fix: Download the file into the package's folder, and name it from there.
    """
    yield told(met)
