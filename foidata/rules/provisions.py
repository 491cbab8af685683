"""The provisions of the law that an answer rests on, and the days by which they are judged."""

import datetime
from collections.abc import Iterator

from foidata.standard.answer import Answer
from foidata.standard.codes import DoubtCode
from foidata.standard.reference import Exemption, exemptions
from foidata.standard.response import Response

CHANGE_OF_REGIME = ("foia_s39", "foisa_s39_2")
"""Provisions that refuse nothing: they move a request to the environmental regulations."""


def relied_on(answer: Answer) -> Iterator[tuple[int, Exemption]]:
    """The listed provisions of an answer, each with its place; those that are not listed are another rule's matter."""
    for at, code in enumerate(answer.exemptions):
        if code in exemptions():
            yield at, exemptions()[code]


def citation_doubted(answer: Answer) -> bool:
    """Whether somebody has noted that the letter itself cites wrongly."""
    return any(doubt.code is DoubtCode.WRONG_CITATION for doubt in answer.doubts)


def day_of(response: Response) -> datetime.date | None:
    """The day of the letter, or the nearest day to it that is known."""
    request = response.request
    return response.sent or response.published or (request.received or request.made if request else None)
