from collections.abc import Iterator

from foidata.rules import Asked, Fault, Outcome, Unjudged, rule
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header

LONGEST = 100
"""CKAN's PACKAGE_NAME_MAX_LENGTH (ckan/model/package.py): the most characters of the name in a dataset's address, which
ckan/lib/munge.py makes of the title. The title itself may be of any length there."""


@rule("FOI703", Severity.INFO)
def title_too_long_for_portals(header: Header, asked: Asked) -> Iterator[Outcome]:
    """The dataset's title is longer than the address that portals make of it.

    CKAN, the program behind data.gov.uk and most portals, makes the address of a dataset of its title, and keeps at
    most 100 characters of it. Two waves that differ only at the end of long titles can hardly be told apart there, and
    lists of search results show even less.

    Example: "Answers of local authorities in England, Wales, Scotland and Northern Ireland to requests on modern
    slavery leads, 2024".

    Fix: Begin with what the data is about, keep the title within 100 characters, and move the rest to the description.
    """
    if not asked.for_publication:
        yield Unjudged("asked only of data about to be published")
    elif len(header.title) > LONGEST:
        message = f"The title has {len(header.title)} characters; portals keep {LONGEST} of them in the address."
        yield Fault(("title",), message, shortened(header.title))
