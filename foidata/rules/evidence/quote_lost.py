from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, Within, rule
from foidata.rules.quotes import find_quote, is_in_place, is_outside
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.evidence import Evidence


@rule("FOI411", Severity.ERROR)
def quote_lost(evidence: Evidence, within: Within) -> Iterator[Outcome]:
    """A quote is nowhere in the letter.

    Every figure rests on the words it was read from. Without them nobody can check it, and it may have been made up, or
    belong to another letter.

    Example: the quote "about £5,000 each year" in a record of a letter that names no sum.

    Fix: Look for the words in the letter; where they are of another one, take away the quote and what rests on it.
    """
    text = within.text
    if text is None:
        yield Unjudged("no response holds its letter's text")
        return
    if not is_in_place(evidence, text) and not is_outside(evidence, text) and find_quote(text, evidence) is None:
        words = shortened(evidence.quote, 40)
        yield Fault(("quote",), f"The letter nowhere has the words {words!r}.", shortened(evidence.quote))
