from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.formulas import verbatim_formulas
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI610", Severity.INFO)
def formula_in_verbatim(response: Response) -> Iterator[Fault]:
    """Words of the letter begin like a formula.

    They stay as the letter has them. But a spreadsheet that opens the table runs them, or shows an error in their
    place.

    Example: an answer that begins "=SUM(B2:B5)", copied from a table.

    Fix: Nothing to change; import such columns as text, or read the package with a program that does not run cells.
    """
    found = list(verbatim_formulas(response))
    if found:
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        words = shortened(found[0].words, 40)
        message = f"A spreadsheet would run these words as a formula: {words!r}{more}."
        yield Fault(found[0].at, message, shortened(found[0].words))
