from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity


@rule("FOI206", Severity.ERROR)
def reference_to_itself(answer: Answer) -> Iterator[Fault]:
    """An answer refers to itself.

    Whoever follows the reference goes round in a circle and finds no answer.

    Example: under Q3 the letter says "see 3 (a)", and the answer's `refers_to` is `3`.

    Fix: Name the answer that is meant, or take the reference away.
    """
    for step, target in enumerate(answer.refers_to):
        if target == answer.id:
            yield Fault(("refers_to", step), f"{asked_under(answer)} refers to itself.", target)
