from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import NoteKind, Severity, Status


@rule("FOI226", Severity.INFO)
def other_body_not_named(answer: Answer) -> Iterator[Fault]:
    """Another body holds the information, but no note says which.

    The next request goes to that body. In a table of districts it also shows which county answers for them.

    Example: the status `other_body`, and no note of kind `other_body`.

    Fix: Add a note of kind other_body with the words, and the body where the letter names it.
    """
    elsewhere = answer.status in (Status.OTHER_BODY, Status.TRANSFERRED)
    if elsewhere and not any(note.kind is NoteKind.OTHER_BODY for note in answer.notes):
        message = f"{asked_under(answer)} is left to another body, but no note says to which."
        yield Fault(("status",), message, answer.status.value)
