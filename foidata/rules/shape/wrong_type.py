from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule(
    "FOI103",
    Severity.ERROR,
    kinds=("string_type", "int_type", "bool_type", "number_type", "tuple_type", "model_type"),
)
def wrong_type(met: Met) -> Iterator[Fault]:
    """A value is of the wrong type.

    Some programs would turn it into the right type and others refuse it, so that they see different data.

    Example: the text `"50000"` where a number is needed.

    Fix: Write numbers without quotes, texts in quotes, lists in square brackets.
    """
    yield told(met)
