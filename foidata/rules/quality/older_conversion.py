import re
from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset
from foidata.standard.response import Conversion

_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*")


@rule("FOI509", Severity.INFO)
def older_conversion(dataset: Dataset) -> Iterator[Fault]:
    """A letter was read by an older version of the program than others of the dataset.

    Later versions read more. A difference between councils may be one between two versions of a program.

    Example: half of the letters read by 0.1.0, those that came later by 0.3.0.

    Fix: Convert the letters again, all with one version; what people corrected is kept where nothing changed.
    """
    newest: dict[str, tuple[int, ...]] = {}
    for response in dataset.responses:
        if response.conversion:
            tool = response.conversion.tool
            newest[tool] = max(newest.get(tool, ()), _version(response.conversion))
    for at, response in enumerate(dataset.responses):
        made = response.conversion
        if made and () < _version(made) < newest[made.tool]:
            latest = ".".join(map(str, newest[made.tool]))
            message = f"The letter was read by {made.tool} {made.version}, others by {latest}."
            yield Fault(("responses", at, "conversion", "version"), message, made.version)


def _version(conversion: Conversion) -> tuple[int, ...]:
    """The numbers of a version; none where it has other signs."""
    known = _VERSION.fullmatch(conversion.version)
    return tuple(int(number) for number in conversion.version.split(".")) if known else ()
