from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.codes import ResponseKind, Severity, Status
from foidata.standard.response import Response

_OPEN = (Status.NOT_ANSWERED, Status.CLARIFICATION_REQUESTED, Status.FEE_REQUIRED, Status.UNCLEAR)


@rule("FOI255", Severity.WARNING)
def answers_in_acknowledgement(response: Response) -> Iterator[Fault]:
    """A letter that is called an acknowledgement answers questions.

    Acknowledgements are not counted as replies, so that the answers in this one belong to nobody's count.

    Example: kind `acknowledgement`, and an answer with status `withheld`.

    Fix: A letter that answers or refuses questions is a reply; where it corrects an earlier one, a replacement.
    """
    if response.kind is not ResponseKind.ACKNOWLEDGEMENT:
        return
    found = next((answer for answer in response.answers if answer.status not in _OPEN), None)
    if found:
        message = f"The letter is called an acknowledgement, yet {asked_under(found)} is {found.status.value}."
        yield Fault(("kind",), message, response.kind.value)
