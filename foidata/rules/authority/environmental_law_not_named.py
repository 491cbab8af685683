from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.provisions import CHANGE_OF_REGIME, citation_doubted, relied_on
from foidata.rules.words import asked_under
from foidata.standard.codes import Law, Severity
from foidata.standard.response import Response

_ENVIRONMENTAL = {Law.EIR_2004, Law.EISR_2004}


@rule("FOI318", Severity.WARNING)
def environmental_law_not_named(response: Response) -> Iterator[Outcome]:
    """An answer is moved to the environmental regulations, and the record does not name them.

    Section 39 refuses nothing: it says that other rules, with other exceptions, apply. Counted as a refusal it
    misleads.

    Example: `foia_s39` in a record whose only law is `foia_2000`.

    Fix: Add eir_2004, in Scotland eisr_2004, to the laws, and the exceptions relied on to the answer.
    """
    if not response.legal_basis:
        yield Unjudged("no response names a law")
        return
    relied = [exemption.law for answer in response.answers for _, exemption in relied_on(answer)]
    if _ENVIRONMENTAL & {law for law in Law if law in response.legal_basis or law.value in relied}:
        return
    for at, answer in enumerate(response.answers):
        for step, exemption in () if citation_doubted(answer) else relied_on(answer):
            if exemption.code in CHANGE_OF_REGIME:
                message = f"{asked_under(answer)} rests on {exemption.provision}, but no environmental law is named."
                yield Fault(("answers", at, "exemptions", step), message, exemption.code)
