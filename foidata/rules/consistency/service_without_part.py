from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import did_you_mean
from foidata.standard.answer import FACTS, Answer
from foidata.standard.codes import Severity


@rule("FOI209", Severity.ERROR)
def service_without_part(answer: Answer) -> Iterator[Fault]:
    """A fact names a service that none of the answer's parts is labelled with.

    Facts are joined to the part they were read from by its label; one letter's difference breaks the link.

    Example: a part is labelled `Adults & Health`, and a lead has the service `Adults and Health`.

    Fix: Write the service exactly as the part's label.
    """
    labels = {part.label for part in answer.parts}
    if not labels:
        return
    for name in FACTS:
        for at, fact in enumerate(getattr(answer, name)):
            if fact.service is not None and fact.service not in labels:
                message = f"No part of the answer is labelled {fact.service!r}."
                fix = did_you_mean(fact.service, labels, "Write the service exactly as the part's label.")
                yield Fault((name, at, "service"), message, fact.service, fix)
