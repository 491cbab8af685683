import datetime
from collections.abc import Iterator
from itertools import pairwise

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI244", Severity.WARNING)
def dates_out_of_order(response: Response) -> Iterator[Fault]:
    """A request was received before it was made, answered before it was received, or published before it was answered.

    Days taken to reply come out below zero, and deadlines are reckoned from the wrong day. In January letters the old
    year is a common slip.

    Example: received on 9 January 2024, answered on 30 January 2023.

    Fix: Compare both dates with the letter. Where the council wrote the wrong year, keep it as written and say so when
    you use it.
    """
    known = [(path, word, day) for path, word, day in _dates(response) if day]
    for (_, before, earlier), (path, word, later) in pairwise(known):
        if later < earlier:
            message = f"{word} on {later.isoformat()}, but {before.lower()} on {earlier.isoformat()}."
            yield Fault(path, message, later.isoformat())


def _dates(response: Response) -> Iterator[tuple[tuple[str, ...], str, datetime.date | None]]:
    """The dates of a response in the order in which they must follow each other."""
    if response.request:
        yield ("request", "made"), "Requested", response.request.made
        yield ("request", "received"), "Received", response.request.received
    yield ("sent",), "Answered", response.sent
    yield ("published",), "Published", response.published
