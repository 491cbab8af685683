from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import shortened
from foidata.standard.codes import Access, Severity
from foidata.standard.facts import Reference


@rule("FOI252", Severity.WARNING)
def address_unlike_its_access(document: Reference) -> Iterator[Fault]:
    """A document's access says that an address is given where there is none, or the other way round.

    Whoever collects strategies and statements takes those that are linked and opens their address.

    Example: access `linked` without `url`; access `published` with one.

    Fix: With an address the access is linked. Where the letter only says that the document is public, it is published.
    """
    if document.access is Access.LINKED and document.url is None:
        yield Fault(("access",), "The document is linked, but no address is given.", document.access.value)
    elif document.access in (Access.PUBLISHED, Access.NOT_HELD) and document.url is not None:
        said = document.access.label.lower()
        message = (
            f"The document is {said}, without an address by its access, yet {shortened(document.url, 40)} is given."
        )
        yield Fault(("access",), message, document.access.value)
