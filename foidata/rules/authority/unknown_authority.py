from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.rules.words import is_extra
from foidata.standard.codes import Severity
from foidata.standard.reference import authorities
from foidata.standard.register import lookup
from foidata.standard.response import NamedAuthority


@rule("FOI301", Severity.ERROR, good="{n} of {n} authority ids are of the register, or marked as extras")
def unknown_authority(authority: NamedAuthority) -> Iterator[Fault]:
    """The authority's id is not in the register.

    Answers are joined with populations, regions and later waves by this id; an unknown one is lost in every
    join.

    Example: `LEI` for Leicester City Council, whose id is `LCE`.

    Fix: Look the council up with `foidata authorities`; write a body that is no council as
    `x-<publisher>:<code>`.
    """
    if authority.id is None or is_extra(authority.id) or authority.id in authorities():
        return
    name = authority.name or authority.name_as_written
    guess = next((match.authority for match in lookup(name)), None) if name else authorities().get(authority.id.upper())
    fix = f"Did you mean {guess.code}, {guess.label}?" if guess else None
    yield Fault(("id",), f"No authority in the register has the id {authority.id}.", authority.id, fix)
