from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity, Status

_IN_WORDS = frozenset(status for status in Status if status.matched("needs") == "text")


@rule("FOI223", Severity.WARNING)
def absence_without_words(answer: Answer) -> Iterator[Fault]:
    """An answer says why there is no figure, but not in which words the council said so.

    "No dedicated budget" and "not recorded separately" are a reader's judgement of what was written. Without the
    words nobody can tell them from "none" and "not held", which mean something else.

    Example: the status `no_dedicated_resource`, and no `text`.

    Fix: Add the words of the answer as its `text`.
    """
    said = answer.text or answer.parts or answer.refers_to
    if not said and answer.status in _IN_WORDS:
        message = f"{asked_under(answer)} is read as {answer.status.value}, without the words that say so."
        yield Fault(("status",), message, answer.status.value)
