from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, Within, rule
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.evidence import Evidence


@rule("FOI401", Severity.ERROR, good="{n} of {n} quotes stand in the letter where the record says")
def quote_not_at_its_place(evidence: Evidence, within: Within) -> Iterator[Outcome]:
    """A quote is not what the letter has at its place.

    Every figure rests on the words it was read from. When they cannot be found where the record says, nobody
    can check it.

    Example: the quote "£50k per annum" at 300-314, where the letter has it at 749-763.

    Fix: Copy the words from the letter, and give their place in it, counted in characters from 0.
    """
    text = within.text
    if text is None:
        yield Unjudged("no response holds its letter's text")
        return
    start, end, quote = evidence.start, evidence.end, evidence.quote
    if text[start:end] == quote or not start < end <= len(text):
        return
    found = _nearest(text, quote, start)
    if found is None:
        yield Fault((), f"The letter does not have the words {shortened(quote, 40)!r}.", shortened(quote))
        return
    there = f"{found}-{found + len(quote)}"
    message = f"The quote stands at {there} in the letter, not at {start}-{end}."
    fix = f"Set start to {found} and end to {found + len(quote)}."
    yield Fault((), message, shortened(quote), fix, (found, found + len(quote)))


def _nearest(text: str, quote: str, start: int) -> int | None:
    """Where the quote stands in the text, nearest to where it was said to stand."""
    before, after = text.rfind(quote, 0, start + len(quote)), text.find(quote, start)
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: abs(place - start), default=None)
