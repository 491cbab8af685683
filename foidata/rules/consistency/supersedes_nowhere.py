from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import did_you_mean
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset


@rule("FOI245", Severity.ERROR)
def supersedes_nowhere(dataset: Dataset) -> Iterator[Fault]:
    """A response takes the place of one that the dataset does not hold.

    The earlier letter's figures are left out because a later one replaces them. When the pointer leads nowhere, either
    the wrong letter is left out or none.

    Example: `supersedes` is `foi-123`, and the response is called `foi-123-1`.

    Fix: Write the id of the earlier response; leave `supersedes` out where that letter is not in the dataset.
    """
    known = {response.id for response in dataset.responses}
    for at, response in enumerate(dataset.responses):
        earlier = response.supersedes
        if earlier is not None and earlier not in known:
            fix = did_you_mean(earlier, known, "Leave supersedes out, or add the earlier response.")
            message = f"The response takes the place of {earlier}, which the dataset does not hold."
            yield Fault(("responses", at, "supersedes"), message, earlier, fix)
