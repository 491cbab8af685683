from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import did_you_mean, is_extra
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity
from foidata.standard.reference import exemptions


@rule("FOI306", Severity.ERROR)
def unknown_exemption(answer: Answer) -> Iterator[Fault]:
    """An exemption's code is not in the list of exemptions.

    Refusals are counted by provision; an unknown code is counted nowhere.

    Example: `foia_s40_9`, since section 40 has no subsection 9.

    Fix: Take the code from the published list; keep the words of the letter in `cited_as`.
    """
    for at, code in enumerate(answer.exemptions):
        if not is_extra(code) and code not in exemptions():
            fix = did_you_mean(code, exemptions(), "Take the code from the published list.")
            yield Fault(("exemptions", at), f"The list of exemptions has no {code}.", code, fix)
