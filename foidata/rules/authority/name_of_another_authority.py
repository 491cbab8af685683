from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.reference import authorities
from foidata.standard.register import lookup
from foidata.standard.response import NamedAuthority


@rule("FOI303", Severity.ERROR)
def name_of_another_authority(authority: NamedAuthority) -> Iterator[Fault]:
    """The authority's name is not a name of the one that its id stands for.

    One of the two is wrong, and the answer may be counted for the wrong council.

    Example: the id `LCE`, which is Leicester City Council, beside the name Leicestershire County Council.

    Fix: Decide by the letter which council wrote it, and set id and name from the same line of the register.
    """
    listed = authorities().get(authority.id or "")
    if listed is None or authority.name is None or authority.name in (listed.label, listed.name_cy):
        return
    if not any(match.exact and match.authority.code == listed.code for match in lookup(authority.name, limit=50)):
        message = f"{listed.code} is {listed.label}, not {authority.name}."
        yield Fault(("name",), message, authority.name, f"Write {listed.label}, or correct the id.")
