import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from foidata.rules import End, Fault, Memory, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response

_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*")


@dataclass
class ReadBy(Memory):
    """The ids of the responses that each version of each program read."""

    by: dict[tuple[str, str], list[str]] = field(default_factory=dict)


@rule("FOI509", Severity.INFO)
def older_conversion(met: Response | End, read: ReadBy) -> Iterator[Fault]:
    """A letter was read by an older version of the program than others of the dataset.

    Later versions read more. A difference between councils may be one between two versions of a program.

    Example: half of the letters read by 0.1.0, those that came later by 0.3.0.

    Fix: Convert the letters again, all with one version; what people corrected is kept where nothing changed.
    """
    if isinstance(met, Response):
        if met.conversion and _VERSION.fullmatch(met.conversion.version):
            read.by.setdefault((met.conversion.tool, met.conversion.version), []).append(met.id)
        return
    newest: dict[str, str] = {}
    for tool, version in read.by:
        newest[tool] = max(newest.get(tool, version), version, key=_numbers)
    for (tool, version), names in read.by.items():
        for name in names if _numbers(version) < _numbers(newest[tool]) else ():
            message = f"The letter was read by {tool} {version}, others by {newest[tool]}."
            yield Fault(("conversion", "version"), message, version, response=name)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))
