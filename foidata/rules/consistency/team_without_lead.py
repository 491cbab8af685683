from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.leads import is_denied, statements
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI219", Severity.WARNING)
def team_without_lead(response: Response) -> Iterator[Fault]:
    """There is neither a lead nor a point of contact, yet a team is given for one.

    Whoever charts where leads sit would place a lead that does not exist.

    Example: "No" under Q1, and a lead row with the team "Community Safety" under Q2.

    Fix: Where the team is the place to turn to, give the row the role point_of_contact; else take the team
    away.
    """
    for said in statements(response):
        for path, lead in said if is_denied(said) else ():
            if lead.team is not None:
                yield Fault((*path, "team"), f"There is no lead, yet its team is {lead.team}.", lead.team)
