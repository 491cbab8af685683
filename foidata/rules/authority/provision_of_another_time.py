import datetime
import re
from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.words import asked_under, shortened
from foidata.standard.codes import Judged, Law, ResponseKind, Severity
from foidata.standard.response import Response

AMENDED = datetime.date(2018, 5, 25)
"""The day on which the Data Protection Act 2018 gave the provisions on personal data new numbers."""

_OLD_REQUESTS = datetime.timedelta(days=60)
"""So long before a letter its request may have come in, where the letter does not say: the old numbers then apply."""
_SECTION = {Law.FOIA_2000: "40", Law.FOISA_2002: "38", Law.EIR_2004: "13", Law.EISR_2004: "11"}
_OLD = {
    Law.FOIA_2000: r"40\((?:5\)\([ab]|3\)\(a\)\(i|3\)\(b)\)",
    Law.FOISA_2002: r"38\(2\)\((?:a\)\(i|b)\)",
    Law.EIR_2004: r"13\((?:5\)\([ab]|2\)\(a\)\(i|2\)\(b)\)",
}
_NEW = r"{}\((?:2A|2B|3A|3B|4A|5A|5B)\)"


@rule("FOI316", Severity.INFO, judges=Judged.LETTER)
def provision_of_another_time(response: Response) -> Iterator[Outcome]:
    """A provision is cited by a number that the law did not have at the time of the request.

    The rules on personal data were numbered anew on 25 May 2018. Both numbers mean the same and get one code; but a new
    number in an old letter shows that its date is wrong.

    Example: "section 40(5)(b)" in a letter of 2023, where the law has had section 40(5B) since 2018.
    """
    request = response.request
    asked = (request.received or request.made) if request else None
    asked = asked or (response.sent - _OLD_REQUESTS if response.sent else None)
    if asked is None or response.kind is not ResponseKind.REPLY:
        yield Unjudged("no reply gives a date")
        return
    for at, answer in enumerate(response.answers):
        laws = {law for law in Law for code in answer.exemptions if code.startswith(law.value.partition("_")[0] + "_")}
        for step, words in enumerate(answer.cited_as):
            cited = re.sub(r"\s", "", words)
            if asked >= AMENDED and any(re.search(_OLD[law], cited) for law in laws & _OLD.keys()):
                when = "stopped having that number in May 2018"
            elif response.sent and response.sent < AMENDED and any(_is_new(cited, law) for law in laws):
                when = "had no such number before May 2018"
            else:
                continue
            message = f"{asked_under(answer)} cites {shortened(words, 40)}, but the law {when}."
            yield Fault(("answers", at, "cited_as", step), message, words)


def _is_new(cited: str, law: Law) -> bool:
    return re.search(_NEW.format(_SECTION[law]), cited) is not None
