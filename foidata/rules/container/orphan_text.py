from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI025", Severity.WARNING, kinds=("orphan_text",))
def orphan_text(met: Met) -> Iterator[Fault]:
    """There is a letter's text without its response.

    It is read by nobody. If its name was misspelt, the response lost its letter.

    Example: `texts/foi-12.txt`, where the response is `foi-123`.

    Fix: Rename the file after its response, or take it away.
    """
    yield told(met)
