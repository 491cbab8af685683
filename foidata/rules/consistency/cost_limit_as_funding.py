from collections.abc import Iterator

from foidata.letters.finders.money import COST_LIMIT
from foidata.rules import Fault, rule
from foidata.rules.words import pounds
from foidata.standard.codes import Severity
from foidata.standard.facts import Funding

_LIMITS = (450, 600)


@rule("FOI258", Severity.WARNING)
def cost_limit_as_funding(line: Funding) -> Iterator[Fault]:
    """The limit of cost for answering a request is taken for money spent.

    £450 is what the law lets a council spend on finding an answer, £600 in Scotland. It is in nobody's budget.

    Example: "it would exceed the limit of £450, or 18 hours at £25 per hour" as a line of £450.

    Fix: Take the line away; the answer's status is cost_limit.
    """
    amount = line.amount
    if amount is None or amount.value not in _LIMITS:
        return
    if any(COST_LIMIT.search(one.quote) for one in line.evidence) or (
        amount.stated and COST_LIMIT.search(amount.stated)
    ):
        yield Fault(
            ("amount",), f"{pounds(amount)} is the limit of cost for answering, not money spent.", pounds(amount)
        )
