from collections.abc import Iterator

from foidata.rules import Asked, Fault, Outcome, Unjudged, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header

_FIELDS = {"description": "what it holds", "publisher": "who publishes it", "created": "when it was put together"}
"""Without a summary and an organisation data.gov.uk refuses a dataset (alphagov/datagovuk_publish, dataset.rb)."""


@rule("FOI702", Severity.WARNING)
def dataset_undescribed(header: Header, asked: Asked) -> Iterator[Outcome]:
    """The dataset is to be published, and does not say what it holds, who publishes it or when it was made.

    A share of councils means nothing without how many were asked. The standard has no field for those who did not
    reply, since it holds letters: the description is the place to say it. Portals want these fields, too: data.gov.uk
    takes no dataset without a summary and an organisation.

    Example: a dataset with a title and a licence, and no `description`.

    Fix: Say in the description how the letters were gathered, how many authorities were asked and how many replied;
    name the publisher and the day.
    """
    if not asked.for_publication:
        yield Unjudged("asked only of data about to be published")
        return
    for name, words in _FIELDS.items():
        if getattr(header, name) is None:
            yield Fault((), f"The dataset does not say {words}.", fix=f"Add {name}.")
