from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.formulas import own_formulas
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header
from foidata.standard.response import Response


@rule("FOI609", Severity.WARNING)
def formula_cell(record: Header | Response) -> Iterator[Fault]:
    """A text of the dataset's makers begins like a formula.

    Opened as a table, a spreadsheet runs it, and a formula can send what stands in other cells to a stranger.

    Example: the title `=HYPERLINK("https://www.example.org")`; a note that begins with `@` or `+`.

    Fix: Begin the text with a word.
    """
    for one in own_formulas(record):
        message = f"A spreadsheet would run this text as a formula: it begins with {one.words[0]!r}."
        yield Fault(one.at, message, shortened(one.words))
