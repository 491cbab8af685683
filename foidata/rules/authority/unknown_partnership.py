from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import did_you_mean, is_extra
from foidata.standard.codes import Severity
from foidata.standard.facts import Partnership
from foidata.standard.reference import partnerships


@rule("FOI309", Severity.ERROR)
def unknown_partnership(partnership: Partnership) -> Iterator[Fault]:
    """A partnership's id is not in the list of partnerships.

    Councils write one partnership's name in many ways; the id is what shows that they mean the same.

    Example: `emap` for `ematp`.

    Fix: Take the id from the published list, or leave it out: the name as written is enough.
    """
    code = partnership.id
    if code is not None and not is_extra(code) and code not in partnerships():
        fix = did_you_mean(code, partnerships(), "Take the id from the published list, or leave it out.")
        yield Fault(("id",), f"The list of partnerships has no {code}.", code, fix)
