from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI112", Severity.ERROR, kinds=("no_such_day",))
def no_such_day(met: Met) -> Iterator[Fault]:
    """A day or month is not in the calendar.

    It cannot be compared with other days, and nobody knows which one was meant.

    Example: `"sent": "2023-02-30"`; a period that begins in `2023-13`.

    Fix: Read the day again in the letter, and write it year first: 2023-03-12.
    """
    yield told(met)
