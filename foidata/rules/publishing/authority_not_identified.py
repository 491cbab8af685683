from collections.abc import Iterator

from foidata.rules import Asked, Fault, Outcome, Unjudged, rule
from foidata.standard.codes import ResponseKind, Severity
from foidata.standard.response import Response

_REPLIES = (ResponseKind.REPLY, ResponseKind.REPLACEMENT, ResponseKind.INTERNAL_REVIEW, ResponseKind.LOG_ENTRY)


@rule("FOI706", Severity.WARNING)
def authority_not_identified(response: Response, asked: Asked) -> Iterator[Outcome]:
    """A reply is to be published without the code of the authority that wrote it.

    Replies are counted by authority, joined with population, region and type, and set beside the number of those asked.
    A reply without a code is in none of these.

    Example: `authority` holds only `name_as_written`: "Corporate Services".

    Fix: Find the code with `foidata authorities` and the name; a body that the register does not have takes a code of
    your own, such as x-example:police.
    """
    if not asked.for_publication:
        yield Unjudged("asked only of data about to be published")
    elif response.kind in _REPLIES and (response.authority is None or response.authority.id is None):
        path = ("authority",) if response.authority else ()
        yield Fault(path, f"No authority's code stands in {response.id}.")
