from collections.abc import Iterator

from foidata.rules import Fault, Within, rule
from foidata.standard.codes import Severity
from foidata.standard.evidence import Evidence


@rule("FOI402", Severity.ERROR)
def evidence_outside_text(evidence: Evidence, within: Within) -> Iterator[Fault]:
    """A quote's place is empty, or beyond the end of the letter.

    There are no such words, so nothing can rest on them.

    Example: a quote from 3100 to 3120 in a letter of 3061 characters; a quote that ends where it starts.

    Fix: Give the quote's place in `source.text`, counted in characters from 0, the end being the first after
    it.
    """
    start, end, text = evidence.start, evidence.end, within.text
    if end <= start:
        yield Fault(("end",), f"The quote is said to stand at {start}-{end}, which holds nothing.", end)
    elif text is not None and end > len(text):
        yield Fault(("end",), f"The quote is said to end at {end}, but the letter has {len(text)} characters.", end)
