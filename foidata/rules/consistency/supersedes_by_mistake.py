import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from foidata.rules import End, Fault, Memory, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response


class Letter(NamedTuple):
    """What tells whether one letter can take another's place."""

    authority: str | None
    sent: datetime.date | None
    supersedes: str | None


@dataclass
class Letters(Memory):
    """Every letter of the dataset, by its response's id."""

    by_id: dict[str, Letter] = field(default_factory=dict)


@rule("FOI247", Severity.WARNING)
def supersedes_by_mistake(met: Response | End, letters: Letters) -> Iterator[Fault]:
    """A response takes the place of one that it cannot replace: another council's, or a later one.

    The replaced letter is left out of counts. Here a council disappears, or the corrected figures give way to the wrong
    ones.

    Example: the reply of March supersedes the review of May.

    Fix: Name the earlier letter of the same council; where the two were exchanged, let the later one point to the
    earlier.
    """
    if isinstance(met, Response):
        authority = met.authority.id if met.authority else None
        letters.by_id.setdefault(met.id, Letter(authority, met.sent, met.supersedes))
        return
    for name, letter in letters.by_id.items():
        replaced = letters.by_id.get(letter.supersedes or "")
        why = _why_not(letter, replaced) if replaced else None
        if why:
            message = f"The response takes the place of {letter.supersedes}, which is {why}."
            yield Fault(("supersedes",), message, letter.supersedes, response=name)


def _why_not(letter: Letter, replaced: Letter) -> str | None:
    """Why a letter cannot take another's place."""
    if letter.authority and replaced.authority and letter.authority != replaced.authority:
        return f"of {replaced.authority} and not of {letter.authority}"
    if letter.sent and replaced.sent and letter.sent < replaced.sent:
        return f"of {replaced.sent.isoformat()} and so the later one"
    return None
