from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import did_you_mean
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header
from foidata.standard.response import Response


@rule("FOI210", Severity.ERROR)
def unknown_questionnaire(response: Response, header: Header) -> Iterator[Fault]:
    """A response names a questionnaire that the dataset does not hold.

    Without the questionnaire nobody can see what was asked, or compare the answers with those of other
    councils.

    Example: a response names `leads-2024`, and `questionnaires` holds only `leads`.

    Fix: Add the questionnaire to the dataset, or correct the name.
    """
    name = response.request.questionnaire if response.request else None
    known = {one.id for one in header.questionnaires}
    if name is not None and name not in known:
        fix = did_you_mean(name, known, "Add the questionnaire to the dataset, or correct the name.")
        yield Fault(("request", "questionnaire"), f"The dataset holds no questionnaire {name}.", name, fix)
