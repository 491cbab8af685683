import re
from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.provisions import CHANGE_OF_REGIME, relied_on
from foidata.rules.words import asked_under
from foidata.standard.codes import Judged, Severity
from foidata.standard.reference import Exemption
from foidata.standard.response import Response

_WEIGHED = re.compile(r"\bpublic[\s-]+interests?\b|\bbudd(?:iannau)?['’r ]+(?:y )?cyhoedd\b", re.IGNORECASE)
_REFUSALS = ("withheld", "neither_confirmed_nor_denied", "published_elsewhere", "cost_limit")


@rule("FOI313", Severity.WARNING, judges=Judged.LETTER)
def public_interest_not_weighed(response: Response) -> Iterator[Outcome]:
    """An answer is refused under a qualified provision, and the letter does not speak of the public interest.

    Such a provision yields where the public interest in the answer is greater, so that the act wants it weighed. A
    refusal without it often falls on review, and the figure appears later.

    Example: "withheld under section 31(1)(a)" in a letter that nowhere says "public interest".
    """
    text = response.source.text
    if text is None:
        yield Unjudged("no response holds its letter's text")
        return
    found = [
        (at, step, exemption)
        for at, answer in enumerate(response.answers)
        for step, exemption in relied_on(answer)
        if _must_be_weighed(exemption)
    ]
    if found and not _WEIGHED.search(text):
        at, step, exemption = found[0]
        where = f"{asked_under(response.answers[at])} is refused under {exemption.provision}"
        message = f"{where}; the letter does not weigh the public interest."
        yield Fault(("answers", at, "exemptions", step), message, exemption.code)


def _must_be_weighed(exemption: Exemption) -> bool:
    """Whether it is a ground of refusal that the public interest can outweigh."""
    refuses = exemption.answer_status in _REFUSALS and exemption.code not in CHANGE_OF_REGIME
    return exemption.public_interest_test and refuses
