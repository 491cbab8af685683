from collections.abc import Hashable, Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import FACTS, Answer
from foidata.standard.codes import Severity
from foidata.standard.facts import Fact


@rule("FOI240", Severity.WARNING)
def fact_stated_twice(answer: Answer) -> Iterator[Fault]:
    """Two facts of an answer say the same in every field.

    They are counted and added up twice. Either one of them was read twice, or what sets them apart was not written
    down.

    Example: two lines of £5,000 for 2022/23, where the letter gives two grants.

    Fix: Keep one of them, or add what differs: the purpose, the service, the period.
    """
    for name in FACTS:
        facts = getattr(answer, name)
        if len(facts) < 2:
            continue
        seen: dict[Hashable, int] = {}
        for at, fact in enumerate(facts):
            first = seen.setdefault(_said(fact), at)
            if first != at:
                message = f"Items {first + 1} and {at + 1} of {asked_under(answer)}'s {name} say the same."
                yield Fault((name, at), message)


def _said(fact: Fact) -> Hashable:
    """All that a fact says, without where."""
    return tuple(getattr(fact, name) for name in type(fact).model_fields if name != "evidence")
