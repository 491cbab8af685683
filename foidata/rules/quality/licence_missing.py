from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Judged, ResponseKind, Severity
from foidata.standard.response import Response

_DECISIONS = (ResponseKind.REPLY, ResponseKind.REPLACEMENT, ResponseKind.INTERNAL_REVIEW, ResponseKind.LOG_ENTRY)


@rule("FOI502", Severity.INFO, judges=Judged.LETTER)
def licence_missing(response: Response) -> Iterator[Fault]:
    """The letter states no licence for its re-use.

    Without a licence the figures may be used, but whether the letter's text may be published again is not said.

    Example: a letter that ends without a word on re-use.
    """
    if response.licence is None and response.kind in _DECISIONS:
        yield Fault((), "The letter states no licence for re-use.")
