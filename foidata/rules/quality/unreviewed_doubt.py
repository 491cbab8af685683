from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.codes import CodingState, Severity
from foidata.standard.evidence import Doubt
from foidata.standard.response import Response

_OPEN = (CodingState.PROPOSED, CodingState.DISPUTED)


@rule("FOI501", Severity.INFO)
def unreviewed_doubt(response: Response) -> Iterator[Fault]:
    """A reading is doubtful, and nobody has looked at it yet.

    The program was not sure. What it wrote may be right, but a person should decide before the figure is used.

    Example: the doubt `ambiguous_period` on an answer without `coding`.

    Fix: Read the answer beside the letter, correct it where needed, and set its coding to accepted or
    corrected.
    """
    open_answers = False
    for at, answer in enumerate(response.answers):
        if answer.coding is not None and answer.coding.state not in _OPEN:
            continue
        open_answers = True
        yield from _faults(answer.doubts, ("answers", at, "doubts"), f"{asked_under(answer)}: ")
    if response.conversion and (open_answers or not response.answers):
        yield from _faults(response.conversion.doubts, ("conversion", "doubts"), "")


def _faults(doubts: tuple[Doubt, ...], at: tuple[str | int, ...], start: str) -> Iterator[Fault]:
    for step, doubt in enumerate(doubts):
        words = next(((one.start, one.end) for one in doubt.evidence), None)
        message = f"{start}{doubt.code.meaning.removesuffix('.')}; not reviewed."
        yield Fault((*at, step), message, doubt.code.value, letter=words)
