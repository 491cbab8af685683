"""The outcome of the whole request, where the letter states one."""

import re

from foidata.documents.span import Span
from foidata.letters.extent import blocks
from foidata.letters.finders.sentences import sentences
from foidata.letters.heading import Read, heading_reader, one_reply, outside
from foidata.letters.passage import Segments
from foidata.standard.codes import Outcome

_REQUEST = r"\b(?:your|the|this) (?:\w+ )?request\b"
_PART = re.compile(
    r"\b(?:granted|disclosed|released|answered) in part\b|\bpart(?:ly|ially)? (?:granted|refused|disclosed)\b",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(?:granted|disclosed|released|answered) in full\b", re.IGNORECASE)
_REFUSED = re.compile(
    rf"{_REQUEST}[^.\n]{{0,60}}\b(?:is|has been|must be|was)\b[^.\n]{{0,30}}\brefused\b|\brefus(?:e|ing) your request\b"
    r"|^\W*(?:outcome|decision)\s*[:–-]\s*refused\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:part|parts|some|element) of (?:your|the|this) request\b", re.IGNORECASE)
_COST = re.compile(
    r"\bsection\s?12\b|\bs\.?\s?12\b|appropriate limit|cost limit|regulation 12\(4\)\(b\)", re.IGNORECASE
)
_VEXATIOUS = re.compile(r"\bsection\s?14\b|\bs\.?\s?14\b|vexatious|repeat", re.IGNORECASE)


@heading_reader
def outcome(segments: Segments) -> tuple[Read, ...]:
    """What became of the request as a whole: granted or refused, in full or in part."""
    for place in (*outside(segments), *one_reply(segments)):
        for block in blocks(place):
            for sentence in sentences(block):
                found = _outcome(sentence, block)
                if found:
                    return (Read("outcome", found, sentence),)
    return ()


def _outcome(sentence: Span, block: Span) -> Outcome | None:
    """What a sentence says became of the request; why it was refused may stand beside it in the paragraph."""
    if sentence.search(_PART):
        return Outcome.ANSWERED_IN_PART
    if sentence.search(_FULL):
        return Outcome.ANSWERED_IN_FULL
    if not sentence.search(_REFUSED) or sentence.search(_SOME):
        return None
    if block.search(_COST):
        return Outcome.COST_REFUSAL
    return Outcome.VEXATIOUS_REFUSAL if block.search(_VEXATIOUS) else Outcome.REFUSED_IN_FULL
