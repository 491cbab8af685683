from collections.abc import Iterator, Mapping
from types import MappingProxyType

from foidata.rules import Fault, rule
from foidata.rules.words import figure
from foidata.standard.codes import Severity
from foidata.standard.facts import Count, Funding, Lead, Post
from foidata.standard.quantity import Quantity

_FIGURES: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {Funding: ("amount",), Post: ("annual_cost",), Count: ("quantity", "out_of"), Lead: ()}
)


@rule("FOI250", Severity.WARNING)
def figure_below_zero(fact: Funding | Post | Count | Lead) -> Iterator[Fault]:
    """A sum, a count or a full-time equivalent is below zero.

    Nobody spends less than nothing or counts fewer than none. Most often a dash before the number was taken for a
    minus sign.

    Example: "2022/23 - £500" read as -500.

    Fix: Compare with the letter; a sum that was paid back is a note, not a negative cost.
    """
    for name in _FIGURES[type(fact)]:
        held: Quantity | None = getattr(fact, name)
        if held is not None and held.least is not None and held.least < 0:
            yield Fault((name,), f"The figure is {figure(held)}, which is below zero.", figure(held))
    if isinstance(fact, Lead) and fact.fte is not None and fact.fte < 0:
        yield Fault(("fte",), f"The full-time equivalent is {fact.fte}, which is below zero.", fact.fte)
