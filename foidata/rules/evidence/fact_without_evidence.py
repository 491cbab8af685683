from collections.abc import Iterator

from foidata.rules import TYPED_IN, Fault, Outcome, Within, rule
from foidata.standard.answer import Part
from foidata.standard.codes import Level, Severity
from foidata.standard.facts import (
    Activity,
    Claim,
    Count,
    Funding,
    Lead,
    Note,
    Partnership,
    Post,
    Reference,
    Training,
)


@rule("FOI404", Severity.WARNING, level=Level.EVIDENCE, good="{n} of {n} facts show their words")
def fact_without_evidence(
    fact: Lead | Post | Funding | Training | Count | Claim | Partnership | Reference | Activity | Note | Part,
    within: Within,
) -> Iterator[Outcome]:
    """A fact, or a part of an answer, has no evidence.

    A fact that shows no words cannot be checked against the letter, and cannot be told from one that was made
    up.

    Example: a sum for 2023 with no quote.

    Fix: Add the words of the letter that say it, with their place.
    """
    if not within.response.source.has_letter:
        yield TYPED_IN
    elif not fact.evidence:
        yield Fault((), f"The {_NAMES.get(type(fact), type(fact).__name__.lower())} has no evidence.")


_NAMES: dict[type, str] = {
    Lead: "statement on a lead",
    Funding: "funding line",
    Reference: "document",
    Part: "part of the answer",
}
