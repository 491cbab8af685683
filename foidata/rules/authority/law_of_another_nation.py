from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.standard.codes import DoubtCode, Severity
from foidata.standard.reference import authorities
from foidata.standard.response import Response


@rule("FOI304", Severity.WARNING)
def law_of_another_nation(response: Response) -> Iterator[Outcome]:
    """The law named as the letter's own does not bind this authority.

    Scotland has laws of its own, with other deadlines and other exemptions. The wrong law, or the wrong
    council, makes both wrong.

    Example: a reply of Leicester City Council under the Freedom of Information (Scotland) Act 2002.

    Fix: Compare law and council with the letter; where the letter itself is wrong, add the doubt
    wrong_citation.
    """
    authority = authorities().get(response.authority.id or "") if response.authority else None
    if authority is None or not response.legal_basis:
        yield Unjudged("no response has both an authority of the register and a law")
        return
    if response.conversion and any(doubt.code is DoubtCode.WRONG_CITATION for doubt in response.conversion.doubts):
        return
    for at, law in enumerate(response.legal_basis):
        if law.value not in authority.laws:
            message = f"The {law.label} does not bind {authority.label}, which is in {authority.nation}."
            yield Fault(("legal_basis", at), message, law.value)
