from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.provisions import day_of
from foidata.standard.codes import Severity
from foidata.standard.reference import authorities
from foidata.standard.response import Response


@rule("FOI302", Severity.WARNING)
def authority_outside_its_dates(response: Response) -> Iterator[Outcome]:
    """The authority did not exist when the letter was written.

    Councils merge and keep names: Dorset Council is two bodies, one before April 2019 and one after. The wrong
    one puts the answer on the wrong map.

    Example: a reply of May 2021 from Northamptonshire County Council, which ended in March 2021.

    Fix: Compare the date with the letter, or take the body that existed on that day: a successor, a
    predecessor.
    """
    authority = authorities().get(response.authority.id or "") if response.authority else None
    if authority is None:
        yield Unjudged("no response names an authority of the register")
        return
    day = day_of(response)
    if day is None:
        yield Unjudged("no letter gives a date")
    elif not authority.existed_on(day):
        ended = authority.end and day > authority.end
        others = authority.successors if ended else authority.predecessors
        names = " or ".join(f"{code}, {authorities()[code].label}" for code in others[:3] if code in authorities())
        when = f"ended on {authority.end}" if ended else f"began on {authority.start}"
        message = f"{authority.label} {when}, but the letter is of {day.isoformat()}."
        yield Fault(("authority", "id"), message, authority.code, f"Did you mean {names}?" if names else None)
