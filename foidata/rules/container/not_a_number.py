from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI005", Severity.ERROR, kinds=("not_a_number",))
def not_a_number(met: Met) -> Iterator[Fault]:
    """NaN or Infinity stands where a number is needed.

    JSON has no such numbers; most programs refuse the file, others read it as a gap or a text.

    Example: `"value": NaN` from a spreadsheet's empty cell.

    Fix: Leave the field out, and let the status say why there is no number.
    """
    yield told(met)
