from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.leads import is_denied, statements
from foidata.standard.codes import Severity
from foidata.standard.response import Response

_DETAILS = {"start_year": "year of start", "fte": "full-time equivalent", "dedication": "dedication"}


@rule("FOI242", Severity.WARNING)
def details_without_lead(response: Response) -> Iterator[Fault]:
    """There is no lead, yet it has a year of start, hours or a dedication.

    Averages over leads would hold one that does not exist. A year or an hour named where there is no lead belongs to
    a job that the letter speaks of beside it.

    Example: "No specialist lead at present", and a lead row with the start year 2020, when a coordinator was paid.

    Fix: Write the job and its time as a post of the answer, and take the detail from the lead.
    """
    for said in statements(response):
        denied = is_denied(said)
        for path, lead in said:
            if not denied and lead.exists is not False:
                continue
            for name, words in _DETAILS.items():
                value = getattr(lead, name)
                if value is not None:
                    yield Fault((*path, name), f"There is no lead, yet its {words} is {value}.", value)
