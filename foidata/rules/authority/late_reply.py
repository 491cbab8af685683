import re
from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.standard.clock import clock_of, due
from foidata.standard.codes import Judged, ResponseKind, Severity, Status
from foidata.standard.response import Response

GRACE = 1
"""So many working days more count as in time: authorities differ on when a request came that came on a free day."""

_CLOCK_STOPPED = re.compile(
    r"\bexten(?:d(?:ed|ing)?|sion)\b[^.\n]{0,40}\b(?:time|deadline|days|limit|response)"
    r"|\b(?:time|deadline|limit)\b[^.\n]{0,40}\bextended"
    r"|\b(?:sought|requested|asked (?:you )?for|your|received|provided|following)\b[^.\n]{0,30}\bclarification"
    r"|\bclarified\b|\bfees? notice",
    re.IGNORECASE,
)


@rule("FOI311", Severity.WARNING, judges=Judged.LETTER)
def late_reply(response: Response) -> Iterator[Outcome]:
    """The reply was sent after the day by which the law wants it.

    How long councils take is a finding of its own, and a late reply may speak of another year than the rest. Days are
    counted by law and nation, one more day is allowed, and a letter that speaks of an extension, a clarification or a
    fee is not judged.

    Example: a request received on 8 February 2024 under the act of 2000, answered on 2 April: it was due by 7 March.
    """
    received = (response.request.received or response.request.made) if response.request else None
    if response.kind is not ResponseKind.REPLY or received is None or response.sent is None:
        yield Unjudged("no reply gives both its own day and that of the request")
    elif not response.legal_basis:
        yield Unjudged("no reply with dates names the law by which to count its days")
    elif _stopped(response):
        yield Unjudged("replies speak of an extension, a clarification or a fee, which stops the clock")
    else:
        on_time, law = max((due(received, law), law) for law in response.legal_basis)
        days = clock_of(law).between(on_time, response.sent)
        if days > GRACE:
            message = f"The reply was due by {on_time}, and is of {response.sent}: {days} working days late."
            yield Fault(("sent",), message, response.sent)


def _stopped(response: Response) -> bool:
    """Whether something in the letter may have stopped the clock."""
    waits = {Status.CLARIFICATION_REQUESTED, Status.FEE_REQUIRED}
    return any(answer.status in waits for answer in response.answers) or bool(
        _CLOCK_STOPPED.search(response.source.text or "")
    )
