from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Questionnaire


@rule("FOI204", Severity.ERROR)
def duplicate_question_id(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Two questions of a questionnaire have the same id.

    Answers are compared over councils by the id of their question; with two of one id, unlike answers are
    counted together.

    Example: two questions on training both have the id `training`.

    Fix: Number the second: `training-2`.
    """
    seen: set[str] = set()
    for at, question in enumerate(questionnaire.questions):
        if question.id in seen:
            yield Fault(("questions", at, "id"), f"The id {question.id} is taken by an earlier question.", question.id)
        seen.add(question.id)
