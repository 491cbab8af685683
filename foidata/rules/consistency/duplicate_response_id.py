from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset


@rule("FOI201", Severity.ERROR)
def duplicate_response_id(dataset: Dataset) -> Iterator[Fault]:
    """Two responses have the same id.

    Tables, evidence and corrections find a response by its id. With two of one id, figures of one council would
    be joined to the letter of another.

    Example: two letters called `foi-123.txt` from two councils both became `foi-123`.

    Fix: Give one of them another id, such as its own with the first six digits of its file's SHA-256 added.
    """
    seen: set[str] = set()
    for at, response in enumerate(dataset.responses):
        if response.id in seen:
            yield Fault(("responses", at, "id"), f"The id {response.id} is taken by an earlier response.", response.id)
        seen.add(response.id)
