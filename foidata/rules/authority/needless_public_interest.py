import re
from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.provisions import relied_on
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Judged, Severity

_PUBLIC_INTEREST = re.compile(r"\bpublic[\s-]+interest", re.IGNORECASE)
_NOT_NEEDED = re.compile(r"\babsolute\b|\b(?:no|not|without|nor)\b[^.]{0,60}\bpublic[\s-]+interest", re.IGNORECASE)
_WITH_A_DEFENCE = ("foia_s41", "foisa_s36_2")
"""Confidences: absolute by the act, but the courts let the public interest override them."""


@rule("FOI314", Severity.INFO, judges=Judged.LETTER)
def needless_public_interest(answer: Answer) -> Iterator[Fault]:
    """An answer argues with the public interest, though its provision is absolute.

    Under an absolute provision there is nothing to weigh. The council may have meant another one, so that counting
    refusals by provision misleads.

    Example: "Section 21 applies, since the public interest favours it".
    """
    relied = list(relied_on(answer))
    codes = {exemption.code for _, exemption in relied}
    if not relied or any(exemption.public_interest_test for _, exemption in relied) or codes & set(_WITH_A_DEFENCE):
        return
    text = answer.text or ""
    if _PUBLIC_INTEREST.search(text) and not _NOT_NEEDED.search(text):
        at, exemption = relied[0]
        message = f"{asked_under(answer)} weighs the public interest, but {exemption.provision} has no such test."
        yield Fault(("exemptions", at), message, exemption.code)
