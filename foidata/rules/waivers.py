"""What became of a waiver in a check: what rules about waivers judge."""

import datetime
from dataclasses import dataclass

from foidata.standard.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Used:
    """A waiver, and what became of it in a check."""

    waiver: Waiver
    found: int
    """How many findings it is about, whether or not it still holds."""
    unmet: str = ""
    """Why it could not be about any, such as a file that was not checked; empty when it could."""


def holds(waiver: Waiver, today: datetime.date | None) -> bool:
    """Whether a waiver has not expired. It holds on its last day."""
    return waiver.expires is None or today is None or today <= waiver.expires


def about(waiver: Waiver) -> str:
    """What a waiver is about, in short: `FOI214 in foi-12345, Q1`."""
    places = [place for place in (waiver.file, waiver.response, waiver.answer and f"Q{waiver.answer}") if place]
    return f"{waiver.code} in {', '.join(places)}" if places else waiver.code
