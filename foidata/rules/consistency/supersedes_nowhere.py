from collections.abc import Iterator
from dataclasses import dataclass, field

from foidata.rules import End, Fault, Memory, rule
from foidata.rules.words import did_you_mean
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@dataclass
class Replaced(Memory):
    """Which response each one takes the place of, by its id."""

    by: dict[str, str] = field(default_factory=dict)


@rule("FOI245", Severity.ERROR)
def supersedes_nowhere(met: Response | End, replaced: Replaced) -> Iterator[Fault]:
    """A response takes the place of one that the dataset does not hold.

    The earlier letter's figures are left out because a later one replaces them. When the pointer leads nowhere, either
    the wrong letter is left out or none.

    Example: `supersedes` is `foi-123`, and the response is called `foi-123-1`.

    Fix: Write the id of the earlier response; leave `supersedes` out where that letter is not in the dataset.
    """
    match met:
        case Response(id=name, supersedes=str(earlier)):
            replaced.by[name] = earlier
        case End():
            for name, earlier in replaced.by.items():
                if earlier not in met.positions:
                    fix = did_you_mean(earlier, met.positions, "Leave supersedes out, or add the earlier response.")
                    message = f"The response takes the place of {earlier}, which the dataset does not hold."
                    yield Fault(("supersedes",), message, earlier, fix, response=name)
