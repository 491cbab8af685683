from collections.abc import Iterator
from typing import Any

from foidata.rules import Fault, Within, rule
from foidata.standard.codes import Severity
from foidata.standard.evidence import Evidence
from foidata.standard.record import Record


@rule("FOI407", Severity.WARNING)
def evidence_of_absent_field(evidence: Evidence, within: Within) -> Iterator[Fault]:
    """A quote supports a field that is not there.

    Either the field was lost, or the quote belongs to another. Whoever asks for the words behind a value gets
    none.

    Example: `of` names `amount` on a funding line without an amount.

    Fix: Add the field, or take its name out of `of`.
    """
    for at, path in enumerate(evidence.of):
        if not _there(within.owner, path.split(".")):
            yield Fault(("of", at), f"The quote supports {path}, which is not there.", path)


def _there(value: Any, steps: list[str]) -> bool:
    for step in steps:
        if not isinstance(value, Record) or step not in value.model_fields_set:
            return False
        value = getattr(value, step)
    return True
