from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header
from foidata.standard.reference import authorities
from foidata.standard.response import Response


@rule("FOI705", Severity.WARNING)
def invented_of_real_authority(response: Response, header: Header) -> Iterator[Fault]:
    """A synthetic dataset lets a real authority answer.

    Invented figures under the name of a council say something false about it, and look real as soon as the mark is
    lost. Either the data is not invented, or the authority must be.

    Example: `synthetic` is true, and a reply with answers has the authority `LCE`.

    Fix: Give invented responses the id of an invented authority, such as `x-example:exampleton`; take synthetic away
    where the letters are real.
    """
    code = response.authority.id if response.authority else None
    if header.synthetic and code is not None and response.answers and code in authorities():
        message = f"{response.id} is invented, yet has answers of {authorities()[code].label}."
        yield Fault(("authority", "id"), message, code)
