from collections.abc import Iterator

from foidata.rules import Fault, Within, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header


@rule("FOI248", Severity.ERROR)
def topic_of_another_question(answer: Answer, within: Within, header: Header) -> Iterator[Fault]:
    """An answer's topic is not the one that its questionnaire gives the question.

    Answers are compared over questionnaires by topic, and within one by question. Here the two comparisons place the
    answer under different things.

    Example: the question `lead-team` of the questionnaire, and the topic `lead_exists`.

    Fix: Take the topic from the questionnaire, or correct the question's id.
    """
    request = within.response.request
    if answer.question.id is None or request is None or request.questionnaire is None:
        return
    named = next((one for one in header.questionnaires if one.id == request.questionnaire), None)
    question = next((one for one in named.questions if one.id == answer.question.id), None) if named else None
    if question is not None and question.topic is not answer.topic:
        asked = f"{asked_under(answer)} is question {question.id}, which is on {question.topic.value}"
        message = f"{asked}, but its topic is {answer.topic.value}."
        fix = f"Write {question.topic.value}, or correct the question's id."
        yield Fault(("topic",), message, answer.topic.value, fix)
