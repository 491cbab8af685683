from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI050", Severity.ERROR, kinds=("column_spelling",))
def misspelt_column(met: Met) -> Iterator[Fault]:
    """A column's name is written in another way.

    People read it as it is meant, and so does foidata. Programs that look for the column by its name do not find it.

    Example: `Response ID` for `response_id`.

    Fix: Write the name as the standard has it: `foidata validate --fix` does that.
    """
    yield told(met)
