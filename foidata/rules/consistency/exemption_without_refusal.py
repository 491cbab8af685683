from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Access, Severity, Status

_TOLD = frozenset({Status.ANSWERED, Status.NIL, Status.NO_DEDICATED_RESOURCE, Status.NOT_APPLICABLE})


@rule("FOI256", Severity.WARNING)
def exemption_without_refusal(answer: Answer) -> Iterator[Fault]:
    """An answer keeps nothing back, yet relies on an exemption.

    Exemptions are counted to see what councils refuse. One that only stands in the question, in an earlier letter or
    under another answer would be counted here as a refusal.

    Example: an answer with status `answered` and the exemption `foia_s40_2`, and no part of it withheld.

    Fix: Give the exemption to the answer it was used for; where something is kept back here, say so by the status of
    the answer, a part or a document.
    """
    if not answer.exemptions or answer.status not in _TOLD:
        return
    kept_back = any(status not in _TOLD for status in answer.statuses)
    hidden = any(document.redacted or document.access is Access.WITHHELD for document in answer.documents)
    if not kept_back and not hidden:
        code = answer.exemptions[0]
        message = f"{asked_under(answer)} relies on {code}, but is {answer.status.value} and keeps nothing back."
        yield Fault(("exemptions", 0), message, code)
