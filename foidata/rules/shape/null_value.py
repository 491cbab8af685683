from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI109", Severity.ERROR, kinds=("null",))
def null_value(met: Met) -> Iterator[Fault]:
    """A field is null.

    Absent means absent: null says nothing more, and programs treat it in different ways.

    Example: `"licence": null`.

    Fix: Leave the field out.
    """
    yield told(met)
