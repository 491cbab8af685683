from collections.abc import Iterator
from dataclasses import dataclass, field

from foidata.rules import Fault, Memory, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@dataclass
class Taken(Memory):
    """The ids of the responses before."""

    ids: set[str] = field(default_factory=set)


@rule("FOI201", Severity.ERROR)
def duplicate_response_id(response: Response, taken: Taken) -> Iterator[Fault]:
    """Two responses have the same id.

    Tables, evidence and corrections find a response by its id. With two of one id, figures of one council would
    be joined to the letter of another.

    Example: two letters called `foi-123.txt` from two councils both became `foi-123`.

    Fix: Give one of them another id, such as its own with the first six digits of its file's SHA-256 added.
    """
    if response.id in taken.ids:
        yield Fault(("id",), f"The id {response.id} is taken by an earlier response.", response.id)
    taken.ids.add(response.id)
