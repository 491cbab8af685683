from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.finders.periods import dates
from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response

_DATES = (("sent",), ("published",), ("request", "made"), ("request", "received"))


@rule("FOI413", Severity.ERROR)
def date_not_in_quote(response: Response) -> Iterator[Fault]:
    """The words quoted for a date give another date.

    Deadlines, the laws of the time and the council of the time all rest on the dates of a letter.

    Example: `sent` is 2024-03-21 beside the quote "12 March 2024".

    Fix: Compare the date with the letter, where the day stands before the month.
    """
    for path in _DATES:
        holder = response if len(path) == 1 else response.request
        day = getattr(holder, path[-1]) if holder else None
        words = [one for one in response.evidence if ".".join(path) in one.of]
        stated = [found for one in words for _, found in dates(Span(one.quote, 0, len(one.quote)))]
        if day is not None and stated and day not in stated:
            message = f"The date is {day}, but the words quoted for it give {stated[0]}."
            yield Fault(path, message, day, letter=(words[0].start, words[0].end))
