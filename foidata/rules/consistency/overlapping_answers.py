from collections.abc import Iterator
from itertools import combinations

from foidata.rules import Fault, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import DoubtCode, Severity
from foidata.standard.response import Response


@rule("FOI220", Severity.WARNING)
def overlapping_answers(response: Response) -> Iterator[Fault]:
    """Two answers take overlapping stretches of the letter.

    One of them holds words that belong to the other, and a figure in them may be counted twice. Answers that
    share the very same words are meant so.

    Example: answer 1 runs on to the end of answer 2, since the marker of question 2 was missed.

    Fix: End the first where the next question begins; where one answer serves several questions, add the doubt
    shared_answer.
    """
    stands = [(at, answer) for at, answer in enumerate(response.answers) if answer.evidence and not _shared(answer)]
    for (_, earlier), (at, later) in combinations(stands, 2):
        for step, mine in enumerate(later.evidence):
            theirs = next((one for one in earlier.evidence if one.start < mine.end and mine.start < one.end), None)
            if theirs and (theirs.start, theirs.end) != (mine.start, mine.end):
                message = f"The answers to {asked_under(earlier)} and {asked_under(later)} overlap in the letter."
                words = (max(mine.start, theirs.start), min(mine.end, theirs.end))
                yield Fault(("answers", at, "evidence", step), message, letter=words)
                break


def _shared(answer: Answer) -> bool:
    return any(doubt.code is DoubtCode.SHARED_ANSWER for doubt in answer.doubts)
