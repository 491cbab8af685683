from collections.abc import Iterator
from hashlib import sha256

from foidata.rules import Fault, Outcome, Unjudged, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response


@rule("FOI406", Severity.ERROR, good="{n} of {n} letters' texts are unchanged")
def text_hash_mismatch(response: Response) -> Iterator[Outcome]:
    """The letter's text is not the one that its checksum was made from.

    The text was changed after the record was made. Every quote counts its place in the text, so that all may be
    off.

    Example: an editor replaced curly quotes in `source.text`.

    Fix: Put the original text back, or convert the letter again.
    """
    source = response.source
    if source.text is None or source.text_sha256 is None:
        yield Unjudged("no response holds both its letter's text and the checksum")
        return
    found = sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
    if found != source.text_sha256:
        message = f"The text's checksum is {found[:12]}…, not {source.text_sha256[:12]}…"
        yield Fault(("source", "text_sha256"), message, source.text_sha256)
