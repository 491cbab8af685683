import datetime
from collections.abc import Iterator

from foidata.rules import Asked, Fault, Outcome, Unjudged, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI221", Severity.ERROR)
def date_in_future(response: Response, asked: Asked) -> Iterator[Outcome]:
    """A letter is dated after the day of the check.

    A date that has not come yet was misread, and everything that rests on it is wrong: deadlines, the council
    that existed then, the periods that it could report.

    Example: a letter dated 2042-03-12 for 2024-03-12.

    Fix: Compare the date with the letter.
    """
    if asked.today is None:
        yield Unjudged("the day of the check was not given (--today)")
        return
    for path, day in _dates(response):
        if day and day > asked.today:
            message = f"The date {day.isoformat()} is after the day of the check, {asked.today.isoformat()}."
            yield Fault(path, message, day.isoformat())


def _dates(response: Response) -> Iterator[tuple[tuple[str, ...], datetime.date | None]]:
    yield ("sent",), response.sent
    yield ("published",), response.published
    if response.request:
        yield ("request", "made"), response.request.made
        yield ("request", "received"), response.request.received
