from collections.abc import Hashable, Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity
from foidata.standard.response import Response

_TELLING = 30
"""So many characters of a question tell it from others; "Please give details." may be asked often."""


@rule("FOI239", Severity.WARNING)
def question_answered_twice(response: Response) -> Iterator[Fault]:
    """Two answers of a response are to the same question.

    A comparison by question finds two answers of one council: it is counted twice, or one of them at random.

    Example: a page shows the letter and below it the same letter again, and every question is read twice.

    Fix: Keep one answer to a question. Where several services answer, write their parts into it; where one of them is
    to another question, correct its question's id.
    """
    seen: dict[Hashable, Answer] = {}
    for at, answer in enumerate(response.answers):
        for key, path, value in _keys(answer):
            earlier = seen.setdefault(key, answer)
            if earlier is not answer:
                message = f"{asked_under(answer)} answers the same question as {asked_under(earlier)}."
                yield Fault(("answers", at, *path), message, value)
                break


def _keys(answer: Answer) -> Iterator[tuple[Hashable, tuple[str, ...], str]]:
    """What tells that two answers are to one question: its id, or question and answer in the same words."""
    question = answer.question
    if question.id:
        yield question.id, ("question", "id"), question.id
    elif len(question.text) >= _TELLING:
        stem = tuple(one.quote for one in question.lead_in)
        said = (question.text, question.number, question.section, stem, question.periods_asked, answer.text)
        yield said, ("question", "text"), question.text
