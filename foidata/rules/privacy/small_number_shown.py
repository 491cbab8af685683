from collections.abc import Iterator

from foidata.rules import Asked, Fault, Outcome, Unjudged, rule
from foidata.standard.codes import Qualifier, Severity
from foidata.standard.facts import Count

LEAST = 5
"""Councils mask numbers of people below this one."""

_PEOPLE = frozenset(
    (
        *("applications", "cases", "duties_accepted", "in_care", "missing_people", "people_identified"),
        *("people_supported", "people_suspected", "placements", "positive_decisions", "referrals", "still_missing"),
    )
)
"""The measures that count people who may be victims."""


@rule("FOI607", Severity.INFO)
def small_number_shown(count: Count, asked: Asked) -> Iterator[Outcome]:
    """Very few people are counted, and the number is about to be published.

    One to four victims in one place and year can be recognised by those who know them, most easily when the number is
    broken down by age, sex or nationality. Many councils mask such numbers.

    Example: 2 children of one nationality, referred in 2023.

    Fix: Decide whether to publish it. If not, write suppressed with at_most 4, and mask the words.
    """
    if not asked.for_publication:
        yield Unjudged("asked only of data about to be published")
        return
    quantity = count.quantity
    if count.measure not in _PEOPLE or quantity is None or quantity.qualifier is not Qualifier.EXACT:
        return
    if quantity.value is not None and 0 < quantity.value < LEAST:
        message = f"Fewer than {LEAST} people are counted here, who might be recognised."
        yield Fault(("quantity",), message)
