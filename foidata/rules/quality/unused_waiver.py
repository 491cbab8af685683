from collections.abc import Iterator

from foidata.rules import Asked, Fault, Outcome, Unjudged, rule
from foidata.rules.waivers import Used, about, holds
from foidata.standard.codes import Level, Severity


@rule("FOI591", Severity.WARNING, level=Level.CORE)
def unused_waiver(used: Used, asked: Asked) -> Iterator[Outcome]:
    """A waiver excuses nothing.

    The finding was mended, or the waiver names it wrongly. Left in its list, it would hide the next finding of the
    kind unseen.

    Example: a waiver of FOI214 in the response foi-12345, which has no such finding.

    Fix: Take the waiver out of the list, or correct the code, file, response or answer that it names.
    """
    if not holds(used.waiver, asked.today):
        return
    if used.unmet:
        yield Unjudged(used.unmet)
    elif used.found == 0:
        yield Fault((), f"The waiver of {about(used.waiver)} excuses nothing.", used.waiver.code)
