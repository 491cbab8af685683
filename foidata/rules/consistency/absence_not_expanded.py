from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity, Status, Topic

_MONEY = frozenset(topic for topic in Topic if topic.matched("facts").startswith("funding "))
_ELSEWHERE = frozenset(
    {Status.SEE_OTHER_ANSWER, Status.IN_ATTACHMENT, Status.PUBLISHED_ELSEWHERE, Status.NOT_ANSWERED, Status.UNCLEAR}
)


@rule("FOI257", Severity.INFO)
def absence_not_expanded(answer: Answer) -> Iterator[Fault]:
    """Money was asked for by period, and the reason why there is none is not written period by period.

    Charts of money take one line a period. A council without lines is missing from each year, as if it had not been
    asked, and not counted among those that hold no figure.

    Example: five years asked, the answer "no dedicated budget", and `funding` empty.

    Fix: Add a line of funding for each period asked, with the status of the answer and without an amount; a nil line
    has the amount 0.
    """
    asked = len(answer.question.periods_asked)
    told = answer.status in (Status.ANSWERED, Status.PARTLY_ANSWERED) or answer.status in _ELSEWHERE
    if asked and not told and not answer.funding and answer.topic in _MONEY:
        periods = "1 period was" if asked == 1 else f"{asked} periods were"
        message = f"{periods} asked for, and {asked_under(answer)} has no line that says {answer.status.value}."
        yield Fault(("status",), message, answer.status.value)
