from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.provisions import citation_doubted, relied_on
from foidata.rules.words import asked_under
from foidata.standard.codes import Law, Severity
from foidata.standard.reference import authorities
from foidata.standard.response import Response


@rule("FOI305", Severity.WARNING)
def exemption_of_another_law(response: Response) -> Iterator[Outcome]:
    """An exemption is of a law that the letter does not name.

    Section 38 of the Scottish act is about personal data, section 38 of the other about health and safety. The
    same number under the wrong law tells another story.

    Example: `foisa_s38_1_b` in a letter under the Freedom of Information Act 2000.

    Fix: Compare the words cited with the letter; where the letter itself mixes laws, add the doubt
    wrong_citation.
    """
    authority = authorities().get(response.authority.id or "") if response.authority else None
    laws = {law.value for law in response.legal_basis} or set(authority.laws if authority else ())
    if not laws:
        yield Unjudged("no response names a law or an authority of the register")
        return
    for at, answer in enumerate(response.answers):
        for step, exemption in () if citation_doubted(answer) else relied_on(answer):
            if exemption.law not in laws:
                law = next((one.label for one in Law if one.value == exemption.law), exemption.law)
                message = f"{asked_under(answer)} relies on {exemption.provision} of a law not named: {law}."
                yield Fault(("answers", at, "exemptions", step), message, exemption.code)
