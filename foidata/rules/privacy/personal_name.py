import re
from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.personal import in_response, names
from foidata.standard.codes import Severity
from foidata.standard.response import Response

_LIKE_A_NAME = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z]\.?)? [A-Z][A-Za-z'’-]+")


@rule("FOI603", Severity.WARNING, good="{n} of {n} responses show no person's name")
def personal_name(response: Response) -> Iterator[Fault]:
    """A person's name stands in the record.

    Officers below the top and those who ask have a right not to be published. Posts and teams say all that the data
    needs.

    Example: a name under "Yours sincerely"; "Mr" and a name; a coder who is called by name.

    Fix: Mask each character of it with █ in text, questions and quotes alike, as `convert` does unless told otherwise;
    call coders by a label.
    """
    for words in in_response(response, names):
        yield Fault(words.at, "A person's name stands here.", letter=words.in_letter)
    for at, answer in enumerate(response.answers):
        if answer.coding and answer.coding.coder and _LIKE_A_NAME.fullmatch(answer.coding.coder):
            yield Fault(("answers", at, "coding", "coder"), "The coder seems to be called by name.")
