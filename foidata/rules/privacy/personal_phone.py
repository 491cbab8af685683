from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.personal import in_response, phones
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI602", Severity.WARNING, good="{n} of {n} responses show no person's telephone number")
def personal_phone(response: Response) -> Iterator[Fault]:
    """A person's telephone number stands in the record.

    A mobile or a direct line reaches one officer, who has a right not to be published beside the letter.

    Example: "Direct line: 01632 960 123" below a name.

    Fix: Mask each character of it with █ in text, questions and quotes alike; a switchboard's number may stay.
    """
    for words in in_response(response, phones):
        yield Fault(words.at, "A person's telephone number stands here.", letter=words.in_letter)
