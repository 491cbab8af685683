from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response

_MUCH = 0.25
"""The share of a letter that is more than greetings and closing words."""


@rule("FOI510", Severity.INFO)
def much_unread(response: Response) -> Iterator[Outcome]:
    """More than a quarter of a reply was read by nothing.

    What no question or answer claimed is kept apart as unread. So much of it is no longer greetings: a question with
    its answer, a table or a second reply may have been passed over.

    Example: a letter whose last three questions stand in an unusual layout.

    Fix: Read the unread words beside the letter, and add the answers that were missed.
    """
    if response.conversion is None or not response.answers:
        return
    if response.source.text is None:
        yield Unjudged("no letter that was converted has its text")
        return
    unread = sum(one.end - one.start for one in response.conversion.unread)
    share = unread / max(1, len(response.source.text))
    if share > _MUCH:
        longest = max(response.conversion.unread, key=lambda one: one.end - one.start)
        message = f"{share:.0%} of the letter was read by nothing."
        yield Fault(("conversion", "unread"), message, longest.quote, letter=(longest.start, longest.end))
