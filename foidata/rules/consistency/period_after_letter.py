from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, Within, rule
from foidata.standard.codes import Nature, Severity, Status
from foidata.standard.facts import Count, Funding

_AHEAD = (Nature.BUDGET, Nature.FORECAST, Nature.GRANT)


@rule("FOI218", Severity.WARNING)
def period_after_letter(line: Funding | Count, within: Within) -> Iterator[Outcome]:
    """A figure is for a period that began only after the letter was sent.

    A letter cannot report what had not happened. Most often a year was misread, such as 2024/25 for 2014/15.

    Example: a letter of March 2016 with money spent in 2024/25.

    Fix: Compare the period with the letter; where the sum is planned, give its nature: budget, forecast or
    grant.
    """
    sent = within.response.sent or within.response.published
    if sent is None:
        yield Unjudged("no letter with figures gives its date")
        return
    ahead = isinstance(line, Funding) and line.nature in _AHEAD
    begins = line.period.first_day if line.period else None
    if line.period and begins and begins > sent and line.status is Status.ANSWERED and not ahead:
        message = f"The figure is for {line.period.label}, but the letter is of {sent.isoformat()}."
        yield Fault(("period",), message, line.period.label)
