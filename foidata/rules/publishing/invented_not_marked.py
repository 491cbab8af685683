from collections.abc import Iterator
from dataclasses import dataclass

from foidata.rules import End, Fault, Memory, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header
from foidata.standard.response import Response

_EXAMPLE = "x-example:"


@dataclass
class Invented(Memory):
    """How many letters are of invented authorities, and the first of these."""

    letters: int = 0
    first: str = ""


@rule("FOI704", Severity.WARNING)
def invented_not_marked(met: Response | End, header: Header, invented: Invented) -> Iterator[Fault]:
    """The dataset holds an invented authority, and is not marked as synthetic.

    Test data travels. Once it lies among real replies, nobody can tell that no council said so.

    Example: an authority with the id `x-example:exampleton`, in a dataset without `synthetic`.

    Fix: Set synthetic to true; in a real dataset, take the invented response out.
    """
    if isinstance(met, Response):
        code = met.authority.id if met.authority else None
        if code is not None and code.startswith(_EXAMPLE):
            invented.letters += 1
            invented.first = invented.first or code
    elif invented.letters and not header.synthetic:
        many = "1 letter is" if invented.letters == 1 else f"{invented.letters:,} letters are"
        whose = f"{many} of invented authorities such as {invented.first}"
        yield Fault((), f"{whose}, but the dataset is not marked as synthetic.", invented.first)
