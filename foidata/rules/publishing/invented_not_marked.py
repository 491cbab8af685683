from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset

_EXAMPLE = "x-example:"


@rule("FOI704", Severity.WARNING)
def invented_not_marked(dataset: Dataset) -> Iterator[Fault]:
    """The dataset holds an invented authority, and is not marked as synthetic.

    Test data travels. Once it lies among real replies, nobody can tell that no council said so.

    Example: an authority with the id `x-example:exampleton`, in a dataset without `synthetic`.

    Fix: Set synthetic to true; in a real dataset, take the invented response out.
    """
    if dataset.synthetic:
        return
    codes = (response.authority.id for response in dataset.responses if response.authority)
    invented = [code for code in codes if code is not None and code.startswith(_EXAMPLE)]
    if invented:
        letters = "1 letter is" if len(invented) == 1 else f"{len(invented):,} letters are"
        message = (
            f"{letters} of invented authorities such as {invented[0]}, but the dataset is not marked as synthetic."
        )
        yield Fault((), message, invented[0])
