from collections.abc import Iterator

from foidata.rules import Asked, Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset


@rule("FOI707", Severity.WARNING)
def created_before_its_letters(dataset: Dataset, asked: Asked) -> Iterator[Fault]:
    """A letter was sent after the day on which the dataset was put together.

    `created` tells users how current the data is. It was not moved on when letters were added, or a letter's date is
    wrong.

    Example: a dataset of 1 May 2024 that holds a letter of 12 June 2024.

    Fix: Set created to the day of the last change; compare the letter's date with the letter.
    """
    if dataset.created is None:
        return
    for at, response in enumerate(dataset.responses):
        sent = response.sent
        ahead = asked.today is not None and sent is not None and sent > asked.today
        if sent is not None and sent > dataset.created and not ahead:
            message = f"The letter was sent on {sent.isoformat()}, but the dataset is of {dataset.created.isoformat()}."
            yield Fault(("responses", at, "sent"), message, sent.isoformat())
