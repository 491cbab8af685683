from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.figures import denied
from foidata.rules.words import asked_under, figure, pounds
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity
from foidata.standard.facts import Funding


@rule("FOI229", Severity.ERROR)
def figures_under_absence(answer: Answer) -> Iterator[Fault]:
    """An answer is said to give no figure, yet its lines give one.

    Councils are counted by the answer's status and money is added up line by line. Here the two tell different
    stories: the council counts as one that held nothing, and its figure is in the total.

    Example: an answer with status `not_held` and a line of funding of £12,000.

    Fix: Where the letter gives some figures and refuses others, the answer is partly_answered; where it only points to
    another answer, keep the figure there.
    """
    found = denied(answer)
    if found:
        words = pounds(found.quantity) if isinstance(found.line, Funding) else figure(found.quantity)
        message = f"{asked_under(answer)} is {answer.status.value}, yet one of its lines holds {words}."
        yield Fault(found.at, message, words)
