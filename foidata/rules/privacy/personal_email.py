from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.personal import emails, in_response
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI601", Severity.WARNING, good="{n} of {n} responses show no person's e-mail address")
def personal_email(response: Response) -> Iterator[Fault]:
    """A person's e-mail address stands in the record.

    Officers and requesters have a right not to be published beside their letters. A mailbox of a post or team
    is no person's.

    Example: `first.last@example.gov.uk` under "Yours sincerely".

    Fix: Mask each character of it with █ in text, questions and quotes alike; `convert` does so unless told
    otherwise.
    """
    for words in in_response(response, emails):
        yield Fault(words.at, "A person's e-mail address stands here.", letter=words.in_letter)
