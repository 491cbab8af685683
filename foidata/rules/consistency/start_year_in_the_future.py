from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, Within, rule
from foidata.standard.codes import Severity
from foidata.standard.facts import Lead


@rule("FOI222", Severity.WARNING)
def start_year_in_the_future(lead: Lead, within: Within) -> Iterator[Outcome]:
    """A lead began in a year after the one in which the letter was written.

    Nobody has held a role since next year. Most often two digits changed places, or a year in the question was taken
    for the answer.

    Example: a letter of March 2024 with a lead whose start year is 2042.

    Fix: Compare the year with the letter.
    """
    if lead.start_year is None:
        return
    sent = within.response.sent or within.response.published
    if sent is None:
        yield Unjudged("no letter that says when a lead began gives its date")
    elif lead.start_year > sent.year:
        message = f"The lead is said to have begun in {lead.start_year}, but the letter is of {sent.isoformat()}."
        yield Fault(("start_year",), message, lead.start_year)
