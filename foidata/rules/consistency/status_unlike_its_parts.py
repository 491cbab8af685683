from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.figures import denied
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity, Status
from foidata.standard.roll_up import roll_up

_APART = frozenset({Status.SEE_OTHER_ANSWER, Status.IN_ATTACHMENT, Status.PUBLISHED_ELSEWHERE, Status.UNCLEAR})
"""Statuses that say where the answer is, or that nobody could tell, whatever was read beside them."""
_GIVEN = frozenset({Status.ANSWERED, Status.NIL, Status.PARTLY_ANSWERED})


@rule("FOI230", Severity.WARNING)
def status_unlike_its_parts(answer: Answer) -> Iterator[Fault]:
    """An answer's status is not what its parts and lines come to.

    A table of answers and a table of lines are charts of the same letters. When the whole says "answered" and one of
    its parts "withheld", the one shows a council that told all, the other one that did not.

    Example: an answer with status `answered`, one part answered and one `suppressed`.

    Fix: All parts the same: that status. Some answered or nil and the rest only not applicable: answered. Some
    answered and others not: partly_answered.
    """
    if answer.status in _APART:
        return
    whole = roll_up(answer.statuses)
    if whole is None or _fits(answer, whole) or denied(answer):
        return
    told = "nothing that was answered" if whole is Status.UNCLEAR else whole.value
    message = f"{asked_under(answer)} is {answer.status.value}, but its parts and lines come to {told}."
    yield Fault(("status",), message, answer.status.value, _fix(answer.status, whole))


def _fix(own: Status, whole: Status) -> str | None:
    if whole is Status.UNCLEAR:
        return None
    if whole in _GIVEN and own not in _GIVEN:
        return (
            "Where only a part is given and the rest is not, set the status to partly_answered; else correct the parts."
        )
    return f"Set the status to {whole.value}, or correct the parts."


def _fits(answer: Answer, whole: Status) -> bool:
    """Whether the status may stand over parts that come to another, since the answer holds more than they say."""
    if answer.status is whole:
        return True
    if whole is Status.UNCLEAR:
        return answer.status not in _GIVEN
    told = answer.posts or answer.partnerships or answer.documents or answer.activities
    match answer.status:
        case Status.PARTLY_ANSWERED:
            return whole in _GIVEN or bool(told)
        case Status.ANSWERED:
            return whole is not Status.PARTLY_ANSWERED and bool(told)
    return False
