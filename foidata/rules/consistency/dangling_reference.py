from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI205", Severity.ERROR)
def dangling_reference(response: Response) -> Iterator[Fault]:
    """An answer refers to an answer that the response does not have.

    A reader who follows "see question 3" must arrive somewhere, or the answer is lost.

    Example: Q4 says "see Q9", and the letter ends with Q8.

    Fix: Name the answer by its id, not by the number in the letter; where the letter itself points nowhere, use
    status unclear.
    """
    known = {answer.id for answer in response.answers}
    for at, answer in enumerate(response.answers):
        for step, target in enumerate(answer.refers_to):
            if target not in known:
                message = f"{asked_under(answer)} refers to answer {target}, which this response does not have."
                yield Fault(("answers", at, "refers_to", step), message, target)
