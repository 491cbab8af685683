from collections.abc import Iterator

from foidata.rules import Asked, Fault, Outcome, Unjudged, rule
from foidata.rules.words import asked_under
from foidata.standard.answer import Answer
from foidata.standard.codes import CodingState, Severity

_UNSETTLED = (CodingState.PROPOSED, CodingState.DISPUTED, CodingState.REJECTED)


@rule("FOI507", Severity.WARNING)
def coding_not_settled(answer: Answer, asked: Asked) -> Iterator[Outcome]:
    """Data is to be published with a reading that is proposed, disputed or rejected.

    Others will use it as it stands. A rejected reading was found wrong, a disputed one is right for one coder and wrong
    for the other.

    Example: an answer whose coding is `disputed`, in a dataset that goes to a portal.

    Fix: Settle the reading and set its coding to accepted, corrected or final; correct or take out what was rejected.
    """
    if not asked.for_publication:
        yield Unjudged("asked only of data about to be published")
    elif answer.coding is not None and answer.coding.state in _UNSETTLED:
        state = answer.coding.state.value
        yield Fault(("coding", "state"), f"The reading of {asked_under(answer)} is still {state}.", state)
