from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.leads import Statement, statements
from foidata.rules.words import asked_under
from foidata.standard.codes import Audience, Severity
from foidata.standard.facts import Lead
from foidata.standard.response import Response


@rule("FOI243", Severity.WARNING)
def lead_contradicted(response: Response) -> Iterator[Fault]:
    """One statement says that there is a lead, another that there is none.

    Whether councils have a lead is the first chart drawn. Rows without anything to set them apart are about one lead,
    and the last row wins.

    Example: "Yes" under Q1, and a lead row with `exists` false under Q5, where the letter says that the post is vacant.

    Fix: Give the rows what sets them apart: role, audience, service. Where the letter contradicts itself, keep the
    answer to the question whether there is a lead.
    """
    for said in statements(response):
        for number, (path, lead) in enumerate(said):
            other = next((one for one in said[:number] if _contradict(lead, one[1])), None)
            if other:
                here, there = _says(response, (path, lead)), _says(response, other)
                yield Fault((*path, "exists"), f"{here[:1].upper()}{here[1:]}, but {there}.", str(lead.exists).lower())


def _contradict(one: Lead, other: Lead) -> bool:
    """Whether two statements about a lead of the same kind cannot both be true."""
    if one.exists is None or other.exists is None or one.exists is other.exists:
        return False
    audiences = {one.audience or Audience.BOTH, other.audience or Audience.BOTH}
    return one.role is other.role and audiences != {Audience.ADULTS, Audience.CHILDREN}


def _says(response: Response, statement: Statement) -> str:
    """What a statement says, and where: `under Q5 there is no lead`."""
    (_, at, *_), lead = statement
    return f"under {asked_under(response.answers[int(at)])} there is {'a' if lead.exists else 'no'} lead"
