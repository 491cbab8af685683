from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity


@rule("FOI208", Severity.ERROR)
def part_of_nowhere(answer: Answer) -> Iterator[Fault]:
    """A sum is said to be part of a line that is not there, or of itself.

    `part_of` keeps a sum from being added beside the total that already holds it. When it points nowhere,
    nobody can tell which sums may be added.

    Example: the second of two lines is part of line 3.

    Fix: Give the total's place in this answer's funding, counted from 1.
    """
    for at, line in enumerate(answer.funding):
        if line.part_of is None:
            continue
        if line.part_of > len(answer.funding):
            message = f"The sum is part of line {line.part_of}, but there are only {len(answer.funding)} lines."
            yield Fault(("funding", at, "part_of"), message, line.part_of)
        elif at in _wholes(answer, at):
            message = f"The sum is part of line {line.part_of}, which makes it a part of itself."
            yield Fault(("funding", at, "part_of"), message, line.part_of)


def _wholes(answer: Answer, at: int) -> set[int]:
    """The lines that a line is a part of, straight or by way of others."""
    found: set[int] = set()
    here = answer.funding[at].part_of
    while here is not None and here <= len(answer.funding) and here - 1 not in found:
        found.add(here - 1)
        here = answer.funding[here - 1].part_of
    return found
