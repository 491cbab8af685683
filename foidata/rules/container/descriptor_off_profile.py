from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI044", Severity.WARNING, kinds=("off_profile",))
def descriptor_off_profile(met: Met) -> Iterator[Fault]:
    """The descriptor does not say what the profile of such packages asks for.

    The tables are read all the same, but other programs must guess what it leaves out, such as the encoding of a
    file.

    Example: a resource without `encoding`, or a package without `name`.

    Fix: Add what is named, as `datapackage.schema.json` has it, or write the package anew with `foidata package`.
    """
    yield told(met)
