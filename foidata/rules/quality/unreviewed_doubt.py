from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.codes import CodingState, DoubtCode, Severity, Topic
from foidata.standard.evidence import Doubt
from foidata.standard.response import Response

_OPEN = (CodingState.PROPOSED, CodingState.DISPUTED)


@rule("FOI501", Severity.INFO)
def unreviewed_doubt(response: Response) -> Iterator[Fault]:
    """A reading is doubtful, and nobody has looked at it yet.

    The program was not sure. What it wrote may be right, but a person should decide before the figure is used.
    An answer that no topic was found for is left to unmatched-topic.

    Example: the doubt `ambiguous_period` on an answer without `coding`.

    Fix: Read the answer beside the letter, correct it where needed, and set its coding to accepted or
    corrected.
    """
    open_answers = False
    for at, answer in enumerate(response.answers):
        if answer.coding is not None and answer.coding.state not in _OPEN:
            continue
        open_answers = True
        for step, doubt in enumerate(answer.doubts):
            if answer.topic is not Topic.OTHER or doubt.code is not DoubtCode.UNMATCHED_QUESTION:
                yield _fault(doubt, ("answers", at, "doubts", step), f"{asked_under(answer)}: ")
    if response.conversion and (open_answers or not response.answers):
        for step, doubt in enumerate(response.conversion.doubts):
            yield _fault(doubt, ("conversion", "doubts", step), "")


def _fault(doubt: Doubt, at: tuple[str | int, ...], start: str) -> Fault:
    words = next(((one.start, one.end) for one in doubt.evidence), None)
    return Fault(at, f"{start}{doubt.code.meaning.removesuffix('.')}; not reviewed.", doubt.code.value, letter=words)
