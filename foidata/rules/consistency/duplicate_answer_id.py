from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI202", Severity.ERROR)
def duplicate_answer_id(response: Response) -> Iterator[Fault]:
    """Two answers of a response have the same id.

    Facts and references name an answer by its id; with two of one id they cannot tell which is meant.

    Example: a letter numbers its questions 1 to 4 twice, and both first answers have the id `1`.

    Fix: Add -2 to the second, -3 to the third.
    """
    seen: set[str] = set()
    for at, answer in enumerate(response.answers):
        if answer.id in seen:
            yield Fault(("answers", at, "id"), f"The id {answer.id} is taken by an earlier answer.", answer.id)
        seen.add(answer.id)
