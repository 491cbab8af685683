from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI043", Severity.WARNING, kinds=("weakened_schema",))
def weakened_table_schema(met: Met) -> Iterator[Fault]:
    """The package describes a table by less than the standard asks of it.

    Programs that check the package by its own descriptor would pass rows that the standard forbids.

    Example: `amount_value` without its `maximum`; a table without its primary key.

    Fix: Take the table's schema from `foidata schema tables/funding.json`, or write the package anew with
    `foidata package`.
    """
    yield told(met)
