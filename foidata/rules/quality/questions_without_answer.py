from collections.abc import Iterator, Sequence

from foidata.rules import Fault, rule
from foidata.standard.answer import Answer
from foidata.standard.codes import Holding, Outcome, ResponseKind, Severity
from foidata.standard.dataset import AskedQuestion, Header
from foidata.standard.response import Response

_REPLIES = (ResponseKind.REPLY, ResponseKind.REPLACEMENT, ResponseKind.LOG_ENTRY)
_WHOLE = (Outcome.ANSWERED_IN_FULL, Outcome.ANSWERED_IN_PART, Outcome.PART_NOT_HELD)
_NAMED = 3
"""So many questions are named in a message."""


@rule("FOI504", Severity.WARNING)
def questions_without_answer(response: Response, header: Header) -> Iterator[Fault]:
    """A reply answers fewer questions than its questionnaire asked.

    A table by question has a gap here that looks like "not asked". Each share of councils then has another
    denominator. Either the reading missed an answer, or the council left a question out.

    Example: eight questions asked, seven answers read; the answer to the sixth stands in a table that was not read.

    Fix: Look the question up in the letter. Repeated there without an answer, it is an answer with status not_answered.
    Where the letter was to a shorter form, name that variant as the questionnaire.
    """
    name = response.request.questionnaire if response.request else None
    asked = next((one.questions for one in header.questionnaires if one.id == name), None)
    if asked is None or response.kind not in _REPLIES or _refuses_all(response):
        return
    missing = _missing(asked, response.answers)
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        ids = f"{', '.join(missing[:_NAMED])}{more}"
        yield Fault((), f"{len(missing)} of {len(asked)} questions of {name} have no answer: {ids}.", ids)


def _refuses_all(response: Response) -> bool:
    """Whether the letter settles the whole request without going through its questions."""
    if response.outcome is not None:
        return response.outcome not in _WHOLE
    return response.holding is Holding.NOT_HELD and not response.answers


def _missing(questions: Sequence[AskedQuestion], answers: Sequence[Answer]) -> list[str]:
    """The questions that no answer is to, by their id or, where answers have none, by their topic.

    None where an answer names a question that is not among them: which one it is to must be settled first.
    """
    ids = {answer.question.id for answer in answers if answer.question.id}
    topics = {answer.topic for answer in answers if answer.question.id is None}
    if not ids.issubset(question.id for question in questions):
        return []
    return [question.id for question in questions if question.id not in ids and question.topic not in topics]
