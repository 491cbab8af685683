from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity, Status


@rule("FOI227", Severity.WARNING)
def unclear_without_doubt(answer: Answer) -> Iterator[Fault]:
    """An answer's status is unclear, and nothing says what is doubtful about it.

    `unclear` asks a second person to decide. Without a reason it is never looked for, and stays a gap.

    Example: the status `unclear`, and neither a doubt nor a note in `coding`.

    Fix: Add the doubt unclear_status or a better one, or say in the coding's note which statuses fit.
    """
    explained = answer.doubts or (answer.coding and answer.coding.note)
    if answer.status is Status.UNCLEAR and not explained:
        message = f"{asked_under(answer)} is unclear, and no doubt says why."
        yield Fault(("status",), message, answer.status.value)
