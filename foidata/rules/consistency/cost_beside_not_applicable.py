from collections.abc import Iterator
from dataclasses import dataclass

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under, cost
from foidata.standard.answer import Answer
from foidata.standard.codes import Judged, Severity, Status, Topic
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Funding, Post
from foidata.standard.period import Period
from foidata.standard.response import Response

_MONEY_TOPICS = (Topic.FUNDING_BY_YEAR, Topic.FUNDING_AND_ACTIVITIES, Topic.FUNDING_OTHER)


@dataclass(frozen=True, slots=True)
class _Cost:
    """A cost for a period, and where it stands."""

    words: str
    period: Period
    at: tuple[str | int, ...]
    evidence: Evidence | None


@rule("FOI214", Severity.WARNING, judges=Judged.LETTER)
def cost_beside_not_applicable(response: Response) -> Iterator[Fault]:
    """One answer states a cost for a time that another answer calls not applicable.

    The letter contradicts itself: a total over councils would silently drop the money, and a count of councils
    that spent nothing would be one too high.

    Example: under Q1 a post costs £50,000 a year from March 2020 to March 2023; Q6 asks for the money spent in
    2020 to 2023 and says "Not applicable".
    """
    clashing: set[frozenset[int]] = set()
    for at, answer in enumerate(response.answers):
        costs = list(_costs(answer, ("answers", at)))
        for number, other in enumerate(response.answers):
            pair = frozenset((at, number))
            if other is answer or not costs or pair in clashing:
                continue
            denied = _denied(other)
            clash = next((one for one in costs if any(one.period.overlaps(period) for period in denied)), None)
            if clash:
                clashing.add(pair)
                message = (
                    f"{clash.words} for {clash.period.label} under {asked_under(answer)}, "
                    f"but {asked_under(other)} says not applicable."
                )
                words = (clash.evidence.start, clash.evidence.end) if clash.evidence else None
                yield Fault(clash.at, message, clash.words, letter=words)


def _costs(answer: Answer, at: tuple[str | int, ...]) -> Iterator[_Cost]:
    """The money above zero that an answer gives for a known period."""
    lines: list[tuple[str, int, str, Post | Funding]] = [
        *(("posts", step, "annual_cost", post) for step, post in enumerate(answer.posts)),
        *(("funding", step, "amount", line) for step, line in enumerate(answer.funding)),
    ]
    for name, step, field, line in lines:
        quantity = line.annual_cost if isinstance(line, Post) else line.amount
        words = cost(line)
        if words and quantity and line.period and (quantity.most is None or quantity.most > 0):
            evidence = next((one for one in line.evidence if field in one.of), next(iter(line.evidence), None))
            yield _Cost(words, line.period, (*at, name, step, field), evidence)


def _denied(answer: Answer) -> list[Period]:
    """The periods for which an answer calls money not applicable."""
    if answer.funding:
        return [line.period for line in answer.funding if line.status is Status.NOT_APPLICABLE and line.period]
    if answer.status is Status.NOT_APPLICABLE and answer.topic in _MONEY_TOPICS:
        return list(answer.question.periods_asked)
    return []
