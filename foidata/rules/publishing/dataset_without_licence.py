from collections.abc import Iterator

from foidata.rules import Asked, Fault, Outcome, Unjudged, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header


@rule("FOI701", Severity.WARNING)
def dataset_without_licence(header: Header, asked: Asked) -> Iterator[Outcome]:
    """The dataset is to be published, and states no licence of its own.

    Without a licence others may look at the data, but not build on it.

    Example: a dataset with a publisher and a date, and no `licence`.

    Fix: Add a licence from the published list, such as CC-BY-4.0.
    """
    if not asked.for_publication:
        yield Unjudged("asked only of data about to be published")
    elif header.licence is None:
        yield Fault((), "The dataset states no licence.")
