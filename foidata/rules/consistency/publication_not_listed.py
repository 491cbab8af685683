from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Access, Severity, Status

_PUBLIC = (Access.LINKED, Access.PUBLISHED, Access.PLANNED)


@rule("FOI225", Severity.INFO)
def publication_not_listed(answer: Answer) -> Iterator[Fault]:
    """An answer points to something published, but does not list what or where.

    The answer exists, only elsewhere. Without a title or an address it is lost to everybody who has the data and not
    the letter.

    Example: the status `published_elsewhere`, and neither a document nor a `url`.

    Fix: List the document with its title or address; access is linked, published or planned.
    """
    if answer.status is not Status.PUBLISHED_ELSEWHERE:
        return
    listed = any(document.access in _PUBLIC for document in answer.documents)
    linked = any(one.url for one in answer.training) or any(one.url for one in answer.claims)
    if not listed and not linked:
        message = f"{asked_under(answer)} is answered in a publication, but none is listed."
        yield Fault(("status",), message, answer.status.value)
