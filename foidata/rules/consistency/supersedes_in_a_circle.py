from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.circles import in_circles
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset


@rule("FOI246", Severity.ERROR)
def supersedes_in_a_circle(dataset: Dataset) -> Iterator[Fault]:
    """Responses take each other's place, or a response its own.

    None of them is the last word, so all are left out of every count.

    Example: `reply` supersedes `review`, and `review` supersedes `reply`.

    Fix: Keep `supersedes` only on the later letter.
    """
    pointers = {response.id: (response.supersedes,) for response in dataset.responses if response.supersedes}
    lost = in_circles(pointers) | {name for name, (earlier,) in pointers.items() if name == earlier}
    for at, response in enumerate(dataset.responses):
        if response.supersedes and response.id in lost:
            own = "its own place" if response.supersedes == response.id else f"the place of {response.supersedes}"
            message = f"{response.id} takes {own}, and so on round in a circle."
            yield Fault(("responses", at, "supersedes"), message, response.supersedes)
