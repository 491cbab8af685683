from collections.abc import Iterator

from foidata.rules import Fault, rule
from foidata.standard.answer import Coding
from foidata.standard.codes import CodingState, Severity


@rule("FOI508", Severity.INFO)
def correction_without_note(coding: Coding) -> Iterator[Fault]:
    """A reading was corrected, but not said how.

    Corrections show where a converter or a coder goes wrong. Without what was there before, nobody can learn from them
    or undo a wrong one.

    Example: coding `corrected` without `note`.

    Fix: Say in the note what was changed and why, such as that the figure is for two years.
    """
    if coding.state is CodingState.CORRECTED and coding.note is None:
        yield Fault(("state",), "The reading was corrected, but no note says how.", coding.state.value)
