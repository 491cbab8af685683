from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.codes import Holding, Judged, Severity, Status
from foidata.standard.response import Response

_HELD = frozenset({Status.ANSWERED, Status.NIL, Status.PARTLY_ANSWERED, Status.SUPPRESSED, Status.WITHHELD})


@rule("FOI238", Severity.WARNING, judges=Judged.LETTER)
def holding_against_answers(response: Response) -> Iterator[Fault]:
    """The letter says whether the council holds the information, and its answers say otherwise.

    "I confirm that we hold this information" is often printed on every letter. Whoever counts councils by it counts
    some that then answer "not held" to every question.

    Example: "The Council does not hold the information requested", and Q2 gives £12,000.
    """
    answers, holding = response.answers, response.holding
    if holding is Holding.NOT_HELD:
        found = next((answer for answer in answers if answer.status in _HELD), None)
        clash = f"{asked_under(found)} is {found.status.value}" if found else None
    elif holding and answers and all(answer.status is Status.NOT_HELD for answer in answers):
        clash = "no answer holds anything"
    else:
        return
    if clash:
        message = f"The letter says that the information is {holding.label.lower()}, but {clash}."
        words = next(((one.start, one.end) for one in response.evidence if "holding" in one.of), None)
        yield Fault(("holding",), message, holding.value, letter=words)
