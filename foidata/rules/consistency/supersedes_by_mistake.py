from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset
from foidata.standard.response import Response


@rule("FOI247", Severity.WARNING)
def supersedes_by_mistake(dataset: Dataset) -> Iterator[Fault]:
    """A response takes the place of one that it cannot replace: another council's, or a later one.

    The replaced letter is left out of counts. Here a council disappears, or the corrected figures give way to the wrong
    ones.

    Example: the reply of March supersedes the review of May.

    Fix: Name the earlier letter of the same council; where the two were exchanged, let the later one point to the
    earlier.
    """
    known = {response.id: response for response in dataset.responses}
    for at, response in enumerate(dataset.responses):
        replaced = known.get(response.supersedes or "")
        why = _why_not(response, replaced) if replaced else None
        if replaced and why:
            message = f"The response takes the place of {replaced.id}, which is {why}."
            yield Fault(("responses", at, "supersedes"), message, replaced.id)


def _why_not(response: Response, replaced: Response) -> str | None:
    """Why a response cannot take another's place."""
    mine, theirs = response.authority, replaced.authority
    if mine and theirs and mine.id and theirs.id and mine.id != theirs.id:
        return f"of {theirs.id} and not of {mine.id}"
    if response.sent and replaced.sent and response.sent < replaced.sent:
        return f"of {replaced.sent.isoformat()} and so the later one"
    return None
