from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI041", Severity.WARNING, kinds=("missing_resource",))
def missing_resource(met: Met) -> Iterator[Fault]:
    """The descriptor lists a file that is not there, though it is no table of the standard.

    Programs that read a package by its descriptor stop at the first file that they cannot find.

    Example: a resource `codelist-status` whose `codelists/status.csv` was left behind when the folder was copied.

    Fix: Put the file back, or take its resource out of the descriptor.
    """
    yield told(met)
