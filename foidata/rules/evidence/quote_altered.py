from collections.abc import Iterator

from foidata.rules import Fault, Outcome, Unjudged, Within, rule
from foidata.rules.quotes import find_quote, is_in_place, is_outside
from foidata.rules.words import shortened
from foidata.standard.codes import Severity
from foidata.standard.evidence import Evidence


@rule("FOI410", Severity.ERROR)
def quote_altered(evidence: Evidence, within: Within) -> Iterator[Outcome]:
    """A quote is nearly, but not quite, what the letter says.

    A quote is the proof of a value. One changed character, such as a digit or a "not", can turn it round, and programs
    that look for the words find none.

    Example: the quote "£60k per annum", where the letter has "£50k per annum".

    Fix: Copy the words from the letter as they stand, with its spaces, dashes and quotation marks.
    """
    text = within.text
    if text is None:
        yield Unjudged("no response holds its letter's text")
        return
    if is_in_place(evidence, text) or is_outside(evidence, text):
        return
    found = find_quote(text, evidence)
    if found and not found.exact:
        words = shortened(text[found.start : found.end])
        quoted = shortened(evidence.quote, 40)
        message = f"The letter does not have the words {quoted!r}, but some that are nearly the same."
        fix = f"Did you mean {words!r}, at {found.start}-{found.end}?"
        yield Fault(("quote",), message, shortened(evidence.quote), fix, found.letter)
