from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import did_you_mean, is_extra
from foidata.standard.codes import Severity
from foidata.standard.dataset import Header
from foidata.standard.reference import licences
from foidata.standard.response import Response


@rule("FOI307", Severity.ERROR)
def unknown_licence(record: Response | Header) -> Iterator[Fault]:
    """A licence's code is not in the list of licences.

    Whoever wants to publish the letter again must know what is allowed; an unknown code says nothing.

    Example: `OGL-3.0` for `OGL-UK-3.0`.

    Fix: Take the code from the published list; OGL-unversioned where the letter states no version.
    """
    code = record.licence
    if code is not None and not is_extra(code) and code not in licences():
        fix = did_you_mean(code, licences(), "Take the code from the published list.")
        yield Fault(("licence",), f"The list of licences has no {code}.", code, fix)
