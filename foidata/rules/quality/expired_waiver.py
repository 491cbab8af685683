from collections.abc import Iterator

from foidata.rules import Asked, Fault, rule
from foidata.rules.waivers import Used, about, holds
from foidata.standard.codes import Level, Severity


@rule("FOI590", Severity.WARNING, level=Level.CORE)
def expired_waiver(used: Used, asked: Asked) -> Iterator[Fault]:
    """A waiver has expired.

    What it excused counts again. Whoever set the date wanted the finding looked at once more by then.

    Example: a waiver that expires on 2024-06-30, in a check of 2024-07-01.

    Fix: Look at the finding again; mend it, or give the waiver a later date and a reason that still holds.
    """
    waiver = used.waiver
    if waiver.expires and not holds(waiver, asked.today):
        message = f"The waiver of {about(waiver)} expired on {waiver.expires.isoformat()}."
        yield Fault(("expires",), message, waiver.expires.isoformat())
