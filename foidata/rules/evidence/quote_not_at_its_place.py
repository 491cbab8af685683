from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, Within, rule
from foidata.rules.quotes import find_quote, is_in_place, is_outside
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.evidence import Evidence


@rule("FOI401", Severity.ERROR, good="{n} of {n} quotes that are in their letters stand where the record says")
def quote_not_at_its_place(evidence: Evidence, within: Within) -> Iterator[Outcome]:
    """A quote stands elsewhere in the letter than the record says.

    The words are right, but whoever follows the record to the letter lands on others, and nothing can be shown in its
    place.

    Example: the quote "£50k per annum" at 300-314, where the letter has it at 749-763.

    Fix: Set start and end to where the words stand, counted in characters from 0.
    """
    text = within.text
    if text is None:
        yield Unjudged("no response holds its letter's text")
        return
    if is_in_place(evidence, text):
        return
    found = None if is_outside(evidence, text) else find_quote(text, evidence)
    if found is None or not found.exact:
        yield Unjudged("no quote is in its letter")
        return
    message = f"The quote stands at {found.start}-{found.end} in the letter, not at {evidence.start}-{evidence.end}."
    fix = f"Set start to {found.start} and end to {found.end}."
    yield Fault((), message, shortened(evidence.quote), fix, found.letter)
