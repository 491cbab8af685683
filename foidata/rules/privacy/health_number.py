from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.personal import health_numbers, in_response
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI605", Severity.WARNING, good="{n} of {n} responses show no NHS number")
def health_number(response: Response) -> Iterator[Fault]:
    """An NHS number stands in the record.

    It leads to one patient, who may be a victim of the crimes that the letter is about.

    Example: "NHS number 943 476 5919" in an answer. Only numbers whose check digit is right are meant.

    Fix: Mask each character of it with █ in text, questions and quotes alike, and tell the council that it published
    it.
    """
    for words in in_response(response, health_numbers):
        yield Fault(words.at, "An NHS number stands here.", letter=words.in_letter)
