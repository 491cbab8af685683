"""Where the words of a quote are: at their place, elsewhere in the letter, nearly so, or nowhere."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

from foidata.standard.evidence import Evidence

ALIKE = 85
"""How like, from 0 to 100, words must be to be those of a quote after somebody changed them."""

_SHORTEST = 5
"""Shorter words resemble too much to be told apart once they are altered."""
_EDGE = 3
"""So many characters the end of altered words may lie from where the search first puts it."""
_SAME = (("'‘’‛`´", "['‘’‛`´]"), ('"“”„', '["“”„]'), ("-‐‑‒–—−", "[-‐‑‒–—−]"), ("█", r"\S"))
"""Signs that programs put for one another, and the mask, which stands for any."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quote, or what was made of it, stands in a letter."""

    start: int
    end: int
    exact: bool
    """Whether the words are those of the quote."""

    @property
    def letter(self) -> tuple[int, int]:
        """The stretch of the letter."""
        return self.start, self.end


def is_in_place(evidence: Evidence, text: str) -> bool:
    """Whether a quote is what the letter has at its place."""
    return text[evidence.start : evidence.end] == evidence.quote


def is_outside(evidence: Evidence, text: str) -> bool:
    """Whether the place of a quote is empty or beyond the end, which is a fault of its own."""
    return not evidence.start < evidence.end <= len(text)


def supporting(evidence: tuple[Evidence, ...], field: str) -> tuple[Evidence, ...]:
    """The quotes that support a field: those that name it, or else those that support the whole record."""
    named = tuple(one for one in evidence if any(path.split(".")[0] == field for path in one.of))
    return named or tuple(one for one in evidence if not one.of)


def find_quote(text: str, evidence: Evidence) -> Found | None:
    """Where the words of a quote stand that are not in place: as near to it as they can be found."""
    return _searched(text, evidence.quote, evidence.start)


@lru_cache(maxsize=256)
def _searched(text: str, quote: str, start: int) -> Found | None:
    before, after = text.rfind(quote, 0, start + len(quote)), text.find(quote, start)
    places = [place for place in (before, after) if place >= 0]
    if places:
        place = min(places, key=lambda place: abs(place - start))
        return Found(place, place + len(quote), exact=True)
    if len(quote) < _SHORTEST:
        return None
    set_otherwise = [found.span() for found in _tolerant(quote).finditer(text)]
    if set_otherwise:
        return Found(*min(set_otherwise, key=lambda span: abs(span[0] - start)), exact=False)
    begin = max(0, start - len(quote))
    near = _alike(text[begin : start + 2 * len(quote)], quote)
    return Found(begin + near.start, begin + near.end, exact=False) if near else _alike(text, quote)


def _tolerant(quote: str) -> re.Pattern[str]:
    """The quote with any white space for white space, any sign for those like it, and capitals or not."""
    signs = {sign: pattern for alike, pattern in _SAME for sign in alike}
    words = ("".join(signs.get(char, re.escape(char)) for char in word) for word in quote.split())
    return re.compile(r"\s+".join(words), re.IGNORECASE)


def _alike(text: str, quote: str) -> Found | None:
    """The stretch that is most like the quote, if any is like it. Capitals make no difference."""
    text, quote = _lowered(text), _lowered(quote)
    rough = fuzz.partial_ratio_alignment(quote, text, score_cutoff=ALIKE - 10)
    if rough is None or rough.src_end - rough.src_start < len(quote) - _EDGE:
        return None
    near = range(-_EDGE, _EDGE + 1)
    spans = [
        (max(0, rough.dest_start + before), min(len(text), rough.dest_end + after))
        for before, after in product(near, near)
    ]
    score, start, end = max((fuzz.ratio(quote, text[start:end]), start, end) for start, end in spans if start < end)
    return Found(start, end, exact=False) if score >= ALIKE else None


def _lowered(text: str) -> str:
    """The text without capitals, where that moves no character."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text
