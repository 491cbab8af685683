from collections.abc import Iterator

from foidata.packages.fault import Fault as Met
from foidata.rules import Fault, rule
from foidata.rules.words import told
from foidata.standard.codes import Severity


@rule("FOI111", Severity.ERROR, kinds=("string_too_long",))
def text_too_long(met: Met) -> Iterator[Fault]:
    """A text is longer than its field holds.

    Ids and addresses have a greatest length, so that every program and database can keep them whole.

    Example: an id of 300 characters.

    Fix: Shorten it.
    """
    yield told(met)
