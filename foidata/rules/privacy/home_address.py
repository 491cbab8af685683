from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.personal import homes, in_response
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI606", Severity.WARNING, good="{n} of {n} responses show nobody's home")
def home_address(response: Response) -> Iterator[Fault]:
    """The address of a home stands above the greeting.

    Whoever asked has a right not to be found at home. The addresses of councils and their offices may stay.

    Example: "12 Sample Road, Exampleton, EX1 2AB" between a name and "Dear".

    Fix: Mask each character of it with █ in text and quotes alike; `convert` masks names, but not addresses.
    """
    for words in in_response(response, homes):
        yield Fault(words.at, "The address of a home stands here.", letter=words.in_letter)
