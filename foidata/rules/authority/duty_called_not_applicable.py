from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.duties import DUTIES, council_of, runs
from foidata.rules.words import asked_under
from foidata.standard.codes import Severity, Status
from foidata.standard.response import Response


@rule("FOI320", Severity.WARNING)
def duty_called_not_applicable(response: Response) -> Iterator[Outcome]:
    """A council calls questions on a service not applicable, though it runs that service.

    From a district that is expected of children in care; from a council with social care it hides a gap, or the letter
    is another council's.

    Example: "not applicable" to every question on trafficked children under the id of a unitary council.

    Fix: Compare council and status with the letter; where both are right, note it when you use the answer.
    """
    council = council_of(response)
    if council is None:
        yield Unjudged("no response is of a council of the register")
        return
    for duty in dict.fromkeys(DUTIES.values()):
        asked = [(at, one) for at, one in enumerate(response.answers) if DUTIES.get(one.topic) == duty]
        if asked and runs(council, duty) and all(one.status is Status.NOT_APPLICABLE for _, one in asked):
            at, first = asked[0]
            message = f"{asked_under(first)} is called not applicable, but {council.label} has a {duty} service."
            yield Fault(("answers", at, "status"), message, first.status.value)
