from collections.abc import Iterator
from decimal import Decimal

from foidata.letters.finders.numbers import numbers_in
from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.words import figure, grouped, shortened
from foidata.standard.codes import Severity
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Count, Funding, Post
from foidata.standard.quantity import Quantity

_FIGURES: dict[type, tuple[str, ...]] = {Post: ("annual_cost",), Funding: ("amount",), Count: ("quantity", "out_of")}


@rule("FOI403", Severity.ERROR, good="{n} of {n} lines have their figures in the words quoted")
def figure_not_in_quote(line: Post | Funding | Count) -> Iterator[Outcome]:
    """A figure is not in the words that it is said to be read from.

    A wrong number is worse than a gap: it is added up with the others and nobody sees it.

    Example: 5,000 beside the quote "£50k per annum".

    Fix: Compare the figure with the letter: a digit slipped, a scale was missed, or another line's words were
    quoted.
    """
    if not line.evidence:
        yield Unjudged("the line has no words to compare its figures with")
    for name in _FIGURES[type(line)]:
        quantity = getattr(line, name)
        words = _words(line.evidence, name) if quantity is not None else ""
        if not words:
            continue
        stated = numbers_in(words)
        for number, others in _numbers(quantity):
            if not {number, *others} & stated:
                message = f"The figure {grouped(number)} is not in the words quoted for it."
                first = next(one for one in line.evidence if one.quote in words)
                fix = f"The words are {shortened(words)!r}; read them again."
                yield Fault((name,), message, figure(quantity), fix, (first.start, first.end))


def _words(evidence: tuple[Evidence, ...], field: str) -> str:
    """The quotes that support a field; those of the whole object where none names the field."""
    own = [one.quote for one in evidence if any(path.split(".")[0] == field for path in one.of)]
    return "\n".join(own or [one.quote for one in evidence if not one.of] or [one.quote for one in evidence])


def _numbers(quantity: Quantity) -> Iterator[tuple[Decimal, tuple[Decimal, ...]]]:
    """Each number of a quantity, with those by which the words may give it: at most 4 is "fewer than 5".

    A mask such as "fewer than 5" states no lower bound, so that 0 and 1 below a bound need no words.
    """
    if quantity.value is not None:
        yield abs(quantity.value), ()
    if quantity.high is not None:
        yield quantity.high, (quantity.high + 1,)
    if quantity.low is not None and (quantity.high is None or quantity.low > 1):
        yield quantity.low, (quantity.low - 1,)
