from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under, did_you_mean
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header
from foidata.standard.response import Response


@rule("FOI211", Severity.ERROR)
def unknown_question(response: Response, header: Header) -> Iterator[Fault]:
    """An answer names a question that its questionnaire does not have.

    Answers are compared over councils by this id; a wrong one drops the answer from the comparison.

    Example: the question `lead-exist`, where the questionnaire has `lead-exists`.

    Fix: Correct the id, or leave it out when the question is not one of the questionnaire's.
    """
    name = response.request.questionnaire if response.request else None
    asked = [one for one in header.questionnaires if name in (None, one.id)]
    if name is not None and not asked:
        return
    known = {question.id for one in asked for question in one.questions}
    for at, answer in enumerate(response.answers):
        found = answer.question.id
        if found is not None and found not in known:
            owner = f"{name} does not have" if name else "no questionnaire here has"
            message = f"{asked_under(answer)} is question {found}, which {owner}."
            fix = did_you_mean(found, known, "Correct the id, or leave it out.")
            yield Fault(("answers", at, "question", "id"), message, found, fix)
