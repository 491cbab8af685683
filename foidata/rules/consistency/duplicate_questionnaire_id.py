from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header


@rule("FOI203", Severity.ERROR)
def duplicate_questionnaire_id(header: Header) -> Iterator[Fault]:
    """Two questionnaires have the same id.

    Responses name their questionnaire by its id. With two of one id, answers to different questions would be
    compared.

    Example: two waves of a campaign are both called `leads`.

    Fix: Give the second an id of its own and let its `variant_of` name the first.
    """
    seen: set[str] = set()
    for at, one in enumerate(header.questionnaires):
        if one.id in seen:
            yield Fault(("questionnaires", at, "id"), f"The id {one.id} is taken by an earlier questionnaire.", one.id)
        seen.add(one.id)
