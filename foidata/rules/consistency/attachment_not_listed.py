from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Access, Severity, Status


@rule("FOI224", Severity.WARNING)
def attachment_not_listed(answer: Answer) -> Iterator[Fault]:
    """An answer is in an attachment, but no attached document is listed.

    Whoever wants the answer must know which file to open, and whether it was sent at all.

    Example: the status `in_attachment`, and `documents` empty.

    Fix: List the document with access attached, and its title where the letter gives one.
    """
    listed = any(document.access is Access.ATTACHED for document in answer.documents)
    if answer.status is Status.IN_ATTACHMENT and not listed:
        message = f"{asked_under(answer)} is answered in an attachment, but no attached document is listed."
        yield Fault(("status",), message, answer.status.value)
