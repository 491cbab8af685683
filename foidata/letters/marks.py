"""Marks that stand for a number, and the notes that explain them: `* fewer than 5, withheld under section 40(2)`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foidata.documents.span import Span
from foidata.letters.extent import blocks
from foidata.letters.finders.counts import Number, counts
from foidata.letters.passage import Passage
from foidata.standard.codes import Status

_NOTE = re.compile(
    r"\W{0,3}(?:\w{2,12}\s?/\s?)?(?:\*|#|\[?c\]?\b(?=\s*[=:–-])|[<≤](?:\s?[0-9]|\s+and\b)|(?:the |an? )?asterisks?\b"
    r"|the (?:letter|sign|symbol)\b|note\b|key\b"
    r"|(?:any |all |where |the )?(?:numbers?|figures?|values?|counts?|cells|totals|data)\b(?! (?:are"
    r"|is) (?:taken|drawn|for|from)))",
    re.IGNORECASE,
)
"""How a paragraph begins that explains a mark or a bound."""
_HIDES = re.compile(
    r"\b(?:suppress\w*|withh\w+|exempt\w*|redact\w*|mask\w*|not (?:shown|disclosed|given|released)|in (?:the )?place of"
    r"|stands? (?:for|in place)|takes the place|replac\w+|hidden|identif\w+|recognised|fewer than|less than"
    r"|lower than|below"
    r"|small numbers?)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\basterisks?\b|(?P<sign>\*|#)|\bthe (?:letter|sign|symbol) [\"“‘']?(?P<letter>[a-z*#])\b|(?:^"
    r"|(?<=\s))\[?(?P<short>c)\]?(?=\s*[=:–-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign that stands for a number, and the bounds that a note gives for it."""

    sign: str
    number: Number | None


def noted(passages: Sequence[Passage], closing: Sequence[Span]) -> list[Passage]:
    """The passages with the notes that stand after the last answer, and the last answer without them."""
    if not passages:
        return []
    *others, last = passages
    paragraphs = list(blocks(last.answer))
    own = [place for place in range(1, len(paragraphs)) if _is_note(paragraphs[place])]
    tail = own[0] if own and own[-1] == len(paragraphs) - 1 and own == list(range(own[0], len(paragraphs))) else None
    notes = [paragraphs[place] for place in own] if tail is not None else []
    notes += [block for span in closing for block in blocks(span) if _is_note(block)]
    if not notes:
        return list(passages)
    if tail is not None:
        last = replace(last, answer=last.answer.to(last.answer.start, paragraphs[tail - 1].end))
    return [replace(one, notes=tuple(notes)) for one in (*others, last)]


def _is_note(paragraph: Span) -> bool:
    return paragraph.match(_NOTE) is not None and paragraph.search(_HIDES) is not None


def marks(notes: Sequence[Span]) -> Iterator[Mark]:
    """The signs that the notes explain, each with its bounds where the note gives them."""
    for note in notes:
        found = note.search(_SIGN)
        if found:
            sign = found["sign"] or found["letter"] or found["short"] or "*"
            bounds = (one for one in counts(note) if one.quantity and one.quantity.value is None)
            yield Mark(sign.lower(), next(bounds, None))


def marked(span: Span, known: Sequence[Mark]) -> Number | None:
    """The hidden number that stands as a mark at the end of a stretch: `Q2: c`."""
    for mark in known:
        found = re.compile(rf"(?:(?<=\s)|(?<=\|)|^){re.escape(mark.sign)}\s*$", re.IGNORECASE).search(
            span.flow, span.start, span.end
        )
        if found or span.words.strip().lower() == mark.sign:
            at = span.to(found.start(), found.end()).stripped() if found else span.stripped()
            number = mark.number
            return Number(
                at, number.quantity if number else None, Status.SUPPRESSED, source=number.span if number else None
            )
    return None
