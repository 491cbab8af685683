from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.personal import in_response, insurance_numbers
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI604", Severity.WARNING, good="{n} of {n} responses show no National Insurance number")
def insurance_number(response: Response) -> Iterator[Fault]:
    """A National Insurance number stands in the record.

    It opens doors to a person's taxes and benefits, and has no place in a published letter.

    Example: "QQ 12 34 56 C" in an answer that was copied from a case file.

    Fix: Mask each character of it with █ in text, questions and quotes alike, and tell the council that it published
    it.
    """
    for words in in_response(response, insurance_numbers):
        yield Fault(words.at, "A National Insurance number stands here.", letter=words.in_letter)
