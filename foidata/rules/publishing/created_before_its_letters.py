from collections.abc import Iterator

from foidata.rules import Asked, Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header
from foidata.standard.response import Response


@rule("FOI707", Severity.WARNING)
def created_before_its_letters(response: Response, header: Header, asked: Asked) -> Iterator[Fault]:
    """A letter was sent after the day on which the dataset was put together.

    `created` tells users how current the data is. It was not moved on when letters were added, or a letter's date is
    wrong.

    Example: a dataset of 1 May 2024 that holds a letter of 12 June 2024.

    Fix: Set created to the day of the last change; compare the letter's date with the letter.
    """
    created, sent = header.created, response.sent
    if created is None or sent is None or (asked.today is not None and sent > asked.today):
        return
    if sent > created:
        message = f"The letter was sent on {sent.isoformat()}, but the dataset is of {created.isoformat()}."
        yield Fault(("sent",), message, sent.isoformat())
