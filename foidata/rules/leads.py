"""The statements that a response makes about its leads, by the lead they are about."""

from foidata.standard.codes import LeadRole
from foidata.standard.facts import Lead
from foidata.standard.response import Response

Statement = tuple[tuple[str | int, ...], Lead]
"""A lead row, and the way to it from the response."""


def statements(response: Response) -> list[list[Statement]]:
    """The lead rows of a response, those of one service together: they are about the same lead."""
    rows: dict[str | None, list[Statement]] = {}
    for at, answer in enumerate(response.answers):
        for step, lead in enumerate(answer.leads):
            rows.setdefault(lead.service, []).append((("answers", at, "leads", step), lead))
    return list(rows.values())


def is_denied(said: list[Statement]) -> bool:
    """Whether the rows say that there is no lead, and none that there is one or somebody to turn to."""
    if any(lead.exists or _contact(lead) for _, lead in said):
        return False
    return any(lead.exists is False for _, lead in said)


def _contact(lead: Lead) -> bool:
    return lead.role is LeadRole.POINT_OF_CONTACT and lead.exists is not False
