from collections.abc import Iterator

from foidata.rules import TYPED_IN, Fault, Outcome, Within, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import Level, Severity


@rule("FOI409", Severity.WARNING, level=Level.EVIDENCE)
def answer_without_evidence(answer: Answer, within: Within) -> Iterator[Outcome]:
    """An answer has words, but not their place in the letter.

    Without the place nobody can turn from the table to the letter and read on.

    Example: the text "Not applicable", and no evidence.

    Fix: Add the stretch of the letter in which the answer stands.
    """
    if not within.response.source.has_letter:
        yield TYPED_IN
    elif answer.text is not None and not answer.evidence:
        yield Fault((), f"The answer to {asked_under(answer)} has no place in the letter.")
