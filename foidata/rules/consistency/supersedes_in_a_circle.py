from collections.abc import Iterator
from dataclasses import dataclass, field

from foidata.rules import End, Fault, Memory, rule
from foidata.rules.circles import in_circles
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@dataclass
class Pointers(Memory):
    """Which response each one takes the place of, by its id."""

    to: dict[str, str] = field(default_factory=dict)


@rule("FOI246", Severity.ERROR)
def supersedes_in_a_circle(met: Response | End, pointers: Pointers) -> Iterator[Fault]:
    """Responses take each other's place, or a response its own.

    None of them is the last word, so all are left out of every count.

    Example: `reply` supersedes `review`, and `review` supersedes `reply`.

    Fix: Keep `supersedes` only on the later letter.
    """
    if isinstance(met, Response):
        if met.supersedes:
            pointers.to[met.id] = met.supersedes
        return
    lost = in_circles({name: (earlier,) for name, earlier in pointers.to.items()})
    for name, earlier in pointers.to.items():
        if name in lost or name == earlier:
            place = "its own place" if name == earlier else f"the place of {earlier}"
            message = f"{name} takes {place}, and so on round in a circle."
            yield Fault(("supersedes",), message, earlier, response=name)
