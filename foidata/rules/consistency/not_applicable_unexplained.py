from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under, shortened
from foidata.standard.answer import Answer
from foidata.standard.codes import Judged, Severity, Status
from foidata.standard.response import Response

_NOTHING_THERE = frozenset(
    {Status.NIL, Status.NOT_HELD, Status.NO_DEDICATED_RESOURCE, Status.OTHER_BODY, Status.TRANSFERRED}
)
_BARE = 4
"""No more words than these say only that the question does not apply, not why."""


@rule("FOI228", Severity.WARNING, judges=Judged.LETTER)
def not_applicable_unexplained(response: Response) -> Iterator[Fault]:
    """A question is called not applicable, and neither that answer nor another says why.

    "Not applicable" may mean none, not held, or somebody else's duty. Where an earlier answer was no, it is clear
    which; where nothing was denied, the council may as well have skipped the question.

    Example: "N/A" to the money spent, in a letter that names a lead, a team and a training course.
    """
    bare = [(at, answer) for at, answer in enumerate(response.answers) if _is_bare(answer)]
    if bare and not any(_denies(answer) for answer in response.answers):
        for at, answer in bare:
            message = f"{asked_under(answer)} is called not applicable, and no answer says why."
            words = next(((one.start, one.end) for one in answer.evidence), None)
            said = shortened(answer.text) if answer.text else answer.status.value
            yield Fault(("answers", at, "status"), message, said, letter=words)


def _is_bare(answer: Answer) -> bool:
    """Whether an answer says no more than that the question does not apply."""
    more = answer.refers_to or answer.parts or answer.notes
    return answer.status is Status.NOT_APPLICABLE and not more and len((answer.text or "").split()) <= _BARE


def _denies(answer: Answer) -> bool:
    """Whether an answer says that something asked about is not there."""
    return (
        answer.status in _NOTHING_THERE
        or any(lead.exists is False for lead in answer.leads)
        or any(training.provided is False for training in answer.training)
        or any(not claim.holds for claim in answer.claims)
    )
