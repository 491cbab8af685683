from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.figures import WITH_FIGURE, WITHOUT_FIGURE, number_of
from foidata.rules.words import figure
from foidata.standard.codes import Severity
from foidata.standard.facts import Count, Funding


@rule("FOI215", Severity.ERROR)
def figure_beside_absence(line: Funding | Count) -> Iterator[Fault]:
    """A line holds a number beside a status that says there is none.

    "Not held", "no dedicated budget" and "not applicable" are not numbers. A figure beside them is counted by
    some and left out by others, and a 0 beside them is invented.

    Example: status `no_dedicated_resource` beside 0; status `suppressed` beside the number that was to be
    hidden.

    Fix: Keep the number under status answered, or take it away; beside suppressed keep only bounds.
    """
    name, quantity = number_of(line)
    if quantity is None:
        return
    if line.status in WITHOUT_FIGURE or (line.status not in WITH_FIGURE and quantity.value is not None):
        message = f"The line is {line.status.label.lower()}, yet holds {figure(quantity)}."
        yield Fault((name,), message, figure(quantity))
