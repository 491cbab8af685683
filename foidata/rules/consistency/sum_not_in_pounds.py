import re
from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.facts import Funding, Post

_FOREIGN = re.compile(
    r"[€$]\s?[0-9]|[0-9](?:k|m)?\s?(?:€|(?:EUR|USD|euros?|dollars?)\b)|\b(?:EUR|USD)\s?[0-9]", re.IGNORECASE
)


@rule("FOI254", Severity.WARNING)
def sum_not_in_pounds(line: Funding | Post) -> Iterator[Fault]:
    """A sum is written as pounds, but its words give another currency.

    Sums are added up as pounds. The standard has no other currency yet, and a sum in euros is not that many pounds.

    Example: a European grant, stated as "€20,000", with the amount 20000.

    Fix: Leave the amount out, and keep the words in the line's purpose or in a note; where the letter also gives it in
    pounds, use that.
    """
    name = "annual_cost" if isinstance(line, Post) else "amount"
    quantity = line.annual_cost if isinstance(line, Post) else line.amount
    if quantity and quantity.stated and _FOREIGN.search(quantity.stated):
        message = f"The sum is written as pounds, but the words are {shortened(quantity.stated, 40)!r}."
        yield Fault((name, "stated"), message, quantity.stated)
