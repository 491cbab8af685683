from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.provisions import citation_doubted, relied_on
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity


@rule("FOI312", Severity.WARNING)
def exemption_closed_to_councils(answer: Answer) -> Iterator[Fault]:
    """An answer rests on a provision that only ministers, departments or parliaments can use.

    No council can rely on it, so that the code is wrong, or the letter is.

    Example: `foia_s35`, on government policy, in a council's letter that cites section 36.

    Fix: Compare the code with the words cited; where the letter itself is wrong, add the doubt wrong_citation.
    """
    for at, exemption in () if citation_doubted(answer) else relied_on(answer):
        if exemption.council_use == "not_available":
            message = f"{asked_under(answer)} rests on {exemption.provision}, which is not open to councils."
            yield Fault(("exemptions", at), message, exemption.code)
