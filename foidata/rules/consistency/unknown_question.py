from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under, did_you_mean
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset


@rule("FOI211", Severity.ERROR)
def unknown_question(dataset: Dataset) -> Iterator[Fault]:
    """An answer names a question that its questionnaire does not have.

    Answers are compared over councils by this id; a wrong one drops the answer from the comparison.

    Example: the question `lead-exist`, where the questionnaire has `lead-exists`.

    Fix: Correct the id, or leave it out when the question is not one of the questionnaire's.
    """
    known: dict[str, set[str]] = {}
    for one in dataset.questionnaires:
        known.setdefault(one.id, set()).update(question.id for question in one.questions)
    for at, response in enumerate(dataset.responses):
        name = response.request.questionnaire if response.request else None
        if name is not None and name not in known:
            continue
        questions = known[name] if name else set[str]().union(*known.values())
        for step, answer in enumerate(response.answers):
            found = answer.question.id
            if found is not None and found not in questions:
                owner = f"{name} does not have" if name else "no questionnaire here has"
                message = f"{asked_under(answer)} is question {found}, which {owner}."
                fix = did_you_mean(found, questions, "Correct the id, or leave it out.")
                yield Fault(("responses", at, "answers", step, "question", "id"), message, found, fix)
