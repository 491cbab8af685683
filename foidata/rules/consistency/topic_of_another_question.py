from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset


@rule("FOI248", Severity.ERROR)
def topic_of_another_question(dataset: Dataset) -> Iterator[Fault]:
    """An answer's topic is not the one that its questionnaire gives the question.

    Answers are compared over questionnaires by topic, and within one by question. Here the two comparisons place the
    answer under different things.

    Example: the question `lead-team` of the questionnaire, and the topic `lead_exists`.

    Fix: Take the topic from the questionnaire, or correct the question's id.
    """
    topics = {one.id: {question.id: question.topic for question in one.questions} for one in dataset.questionnaires}
    for at, response in enumerate(dataset.responses):
        named = topics.get(response.request.questionnaire or "") if response.request else None
        for step, answer in enumerate(response.answers if named else ()):
            topic = named.get(answer.question.id or "") if named else None
            if topic is not None and topic is not answer.topic:
                asked = f"{asked_under(answer)} is question {answer.question.id}, which is on {topic.value}"
                message = f"{asked}, but its topic is {answer.topic.value}."
                path = ("responses", at, "answers", step, "topic")
                yield Fault(path, message, answer.topic.value, f"Write {topic.value}, or correct the question's id.")
