from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import CodingState, Severity, Topic

_OPEN = (CodingState.PROPOSED, CodingState.DISPUTED)


@rule("FOI503", Severity.INFO, good="{n} of {n} answers can be compared by their topic")
def unmatched_topic(answer: Answer) -> Iterator[Fault]:
    """An answer has no topic but "other", and is no question of a questionnaire.

    Answers are compared over councils by topic. This one is compared with nothing, and found in no table.

    Example: the topic `other` on a question about car washes, which the converter did not recognise.

    Fix: Give it the topic that it is about, or add its questions to a questionnaire. Where none fits, set its coding to
    accepted.
    """
    reviewed = answer.coding is not None and answer.coding.state not in _OPEN
    if answer.topic is Topic.OTHER and answer.question.id is None and not reviewed:
        message = f"{asked_under(answer)} has no topic, so that it is compared with no other answer."
        yield Fault(("topic",), message, answer.topic.value)
