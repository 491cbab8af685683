from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.provisions import citation_doubted, relied_on
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity, Status


@rule("FOI315", Severity.WARNING)
def neither_confirmed_without_power(answer: Answer) -> Iterator[Fault]:
    """An answer neither confirms nor denies, under provisions that do not allow that.

    Some provisions free an authority from saying whether it holds something, others only from giving it. One of status
    and provision is wrong.

    Example: status `neither_confirmed_nor_denied` with `foia_s21`, which needs the information to be held.

    Fix: Read the refusal again: withheld, or another provision; where the letter is wrong, add the doubt
    wrong_citation.
    """
    if answer.status is not Status.NEITHER_CONFIRMED_NOR_DENIED or citation_doubted(answer):
        return
    relied = list(relied_on(answer))
    if relied and not any(exemption.can_neither_confirm_nor_deny for _, exemption in relied):
        at, exemption = relied[0]
        message = f"{asked_under(answer)} neither confirms nor denies, which {exemption.provision} does not allow."
        yield Fault(("exemptions", at), message, exemption.code)
