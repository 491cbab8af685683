from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import LeadRole, Severity
from foidata.standard.facts import Lead
from foidata.standard.response import Response


@rule("FOI219", Severity.WARNING)
def team_without_lead(response: Response) -> Iterator[Fault]:
    """There is neither a lead nor a point of contact, yet a team is given for one.

    Whoever charts where leads sit would place a lead that does not exist.

    Example: "No" under Q1, and a lead row with the team "Community Safety" under Q2.

    Fix: Where the team is the place to turn to, give the row the role point_of_contact; else take the team
    away.
    """
    rows: dict[str | None, list[tuple[tuple[str | int, ...], Lead]]] = {}
    for at, answer in enumerate(response.answers):
        for step, lead in enumerate(answer.leads):
            rows.setdefault(lead.service, []).append((("answers", at, "leads", step), lead))
    for said in rows.values():
        if any(lead.exists or _contact(lead) for _, lead in said):
            continue
        if not any(lead.exists is False for _, lead in said):
            continue
        for path, lead in said:
            if lead.team is not None:
                yield Fault((*path, "team"), f"There is no lead, yet its team is {lead.team}.", lead.team)


def _contact(lead: Lead) -> bool:
    return lead.role is LeadRole.POINT_OF_CONTACT and lead.exists is not False
