from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI110", Severity.ERROR, kinds=("empty", "string_too_short"))
def empty_value(met: Met) -> Iterator[Fault]:
    """A text, list or object is empty.

    Absent means absent: an empty value says nothing more, and looks like something.

    Example: `"doubts": []`.

    Fix: Leave the field out.
    """
    yield told(met)
