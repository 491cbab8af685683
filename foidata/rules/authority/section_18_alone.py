import datetime
import re
from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.provisions import citation_doubted, day_of, relied_on
from foidata.rules.words import asked_under
from foidata.standard.codes import Severity
from foidata.standard.response import Response

PERSONAL_DATA_SINCE = datetime.date(2013, 5, 31)
"""The day from which section 18 can be paired with section 38."""

_PAIR = re.compile(r"foisa_s(?:2[89]|3[0-5]|39_1|41)(?![0-9])")
_PERSONAL_DATA = re.compile(r"foisa_s38(?![0-9])")


@rule("FOI317", Severity.WARNING)
def section_18_alone(response: Response) -> Iterator[Fault]:
    """Section 18 of the Scottish act is relied on without the exemption that it must be paired with.

    It lets an authority neither confirm nor deny only where one of sections 28 to 35, 38, 39(1) or 41 would apply.
    That one is the real ground, and what refusals are counted by.

    Example: `foisa_s18_1` alone, where the letter says "section 18 read with section 38(1)(b)".

    Fix: Add the provision that the letter pairs it with; where the letter names none, add the doubt wrong_citation.
    """
    day = day_of(response)
    with_personal_data = day is None or day >= PERSONAL_DATA_SINCE
    for at, answer in enumerate(response.answers):
        relied = {exemption.code: step for step, exemption in relied_on(answer)}
        if "foisa_s18_1" not in relied or citation_doubted(answer):
            continue
        pairs = [code for code in relied if _PAIR.match(code) or (with_personal_data and _PERSONAL_DATA.match(code))]
        if not pairs:
            message = f"{asked_under(answer)} rests on section 18 without the exemption that it must be paired with."
            yield Fault(("answers", at, "exemptions", relied["foisa_s18_1"]), message, "foisa_s18_1")
