from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.rules.duties import DUTIES, council_of, runs
from foidata.rules.words import asked_under
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI319", Severity.WARNING)
def figures_outside_its_duties(response: Response) -> Iterator[Outcome]:
    """A council gives figures for a service that it does not run.

    Districts and the councils of Northern Ireland have no social care, counties no homelessness service. Most such
    figures belong to a council of a like name, and would be counted for the wrong one, or twice.

    Example: children in care under the id of a district, where its county council wrote.

    Fix: Decide by the letter which council wrote it; where it passes on another body's figure, say so in a note.
    """
    council = council_of(response)
    if council is None:
        yield Unjudged("no response is of a council of the register")
        return
    for at, answer in enumerate(response.answers):
        duty = DUTIES.get(answer.topic)
        if duty is None or runs(council, duty):
            continue
        for step, count in enumerate(answer.counts):
            if count.quantity and count.quantity.most != 0:
                message = f"{asked_under(answer)} counts {duty} cases, but {council.label} has no {duty} service."
                yield Fault(("answers", at, "counts", step, "quantity"), message, council.code)
                break
