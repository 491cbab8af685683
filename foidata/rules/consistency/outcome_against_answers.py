from collections.abc import Collection, Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Access, Judged, Outcome, Severity, Status
from foidata.standard.response import Response

_GIVEN = frozenset({Status.ANSWERED, Status.NIL, Status.PARTLY_ANSWERED})
_REFUSED = frozenset(
    {
        Status.WITHHELD,
        Status.NEITHER_CONFIRMED_NOR_DENIED,
        Status.COST_LIMIT,
        Status.VEXATIOUS_OR_REPEATED,
        Status.NOT_ANSWERED,
    }
)
_NOTHING_GIVEN = frozenset(
    {
        Outcome.REFUSED_IN_FULL,
        Outcome.NOT_HELD,
        Outcome.COST_REFUSAL,
        Outcome.VEXATIOUS_REFUSAL,
        Outcome.NCND,
        Outcome.CLARIFICATION_OPEN,
        Outcome.LAPSED,
        Outcome.TRANSFERRED,
        Outcome.NO_RESPONSE,
        Outcome.ACKNOWLEDGED,
    }
)
_IN_PART = frozenset({Outcome.ANSWERED_IN_PART, Outcome.PART_NOT_HELD})


@rule("FOI237", Severity.WARNING, judges=Judged.LETTER)
def outcome_against_answers(response: Response) -> Iterator[Fault]:
    """The outcome that the letter states is not what its answers come to.

    Councils report outcomes in their statistics. A letter that says "answered in full" and withholds a question is
    counted as more open than it is; one that says "refused" and answers some, as less.

    Example: "Your request has been granted in full", and Q4 is withheld under section 40(2).
    """
    found = _against(response)
    if found and response.outcome:
        message = f"The letter's outcome is {response.outcome.value}, but {found}."
        words = next(((one.start, one.end) for one in response.evidence if "outcome" in one.of), None)
        yield Fault(("outcome",), message, response.outcome.value, letter=words)


def _against(response: Response) -> str | None:
    """What of the answers speaks against the outcome."""
    answers, outcome = response.answers, response.outcome
    if outcome is Outcome.ANSWERED_IN_FULL:
        return _first(answers, _REFUSED)
    if outcome in _NOTHING_GIVEN:
        return _first(answers, _GIVEN)
    if outcome in _IN_PART and answers and all(_is_whole(answer) for answer in answers):
        return "every answer is given in full"
    return None


def _first(answers: Collection[Answer], statuses: Collection[Status]) -> str | None:
    found = next((answer for answer in answers if answer.status in statuses), None)
    return f"{asked_under(found)} is {found.status.value}" if found else None


def _is_whole(answer: Answer) -> bool:
    """Whether nothing of an answer is kept back or missing."""
    told = {Status.ANSWERED, Status.NIL}
    kept_back = answer.exemptions or any(
        document.redacted or document.access in (Access.WITHHELD, Access.NOT_HELD) for document in answer.documents
    )
    return answer.status in told and told.issuperset(answer.statuses) and not kept_back
