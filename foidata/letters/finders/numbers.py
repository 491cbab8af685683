"""Numbers in digits and in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from foidata.standard.values import LARGEST

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS: dict[str, int] = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
"""The number words of one word, with their numbers."""

SPACE = "[\u00a0\u202f\u2009 ]"
GROUPED = rf"[0-9]{{1,3}}(?:(?:,|{SPACE})[0-9]{{3}}(?![0-9]))+(?:\.[0-9]{{1,2}}(?![0-9]))?"
"""Digits in groups of three: `12,000`, `29 750`, `1,234.56`."""
PLAIN = r"[0-9]{1,13}(?![0-9])(?:\.[0-9]{1,4}(?![0-9]))?"
DIGITS = rf"(?:{GROUPED}|{PLAIN})"
SCALES: dict[str, int] = {
    **dict.fromkeys(("k", "thousand"), 1_000),
    **dict.fromkeys(("m", "mn", "million"), 1_000_000),
    **dict.fromkeys(("bn", "billion"), 1_000_000_000),
}
SCALE = r"(?:k|thousand|mn|m|million|bn|billion)\b"

_DIGITS = re.compile(rf"(?<![0-9])({DIGITS})(?:{SPACE}?({SCALE}))?", re.IGNORECASE)
_SHARED_SCALE = re.compile(
    rf"(?<![0-9])({DIGITS})\s*(?:[-–—\u2010\u2011]|to|and)\s*£?\s*({DIGITS}){SPACE}?({SCALE})", re.IGNORECASE
)
_WORD = re.compile(
    rf"\b({'|'.join(_TENS)})[-\u2010\u2011 ]({'|'.join(_UNITS[1:10])})\b|\b({'|'.join([*_TENS, *_UNITS])})\b",
    re.IGNORECASE,
)
_LARGE = re.compile(r"[ ]?(hundred|thousand|million)\b", re.IGNORECASE)
_AND = re.compile(r"\s(?:and\s)?", re.IGNORECASE)
_LARGE_ALONE = re.compile(r"\b(hundred|thousand|million)\b", re.IGNORECASE)
_LARGER = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_NOTHING = re.compile(r"\b(?:no|none|nil|zero|nothing|not|without|dim)\b|n[’']t\b", re.IGNORECASE)
_OTHER_WORDS = {
    "half": Decimal("0.5"),
    **dict.fromkeys(("twice", "both", "a couple"), Decimal(2)),
    "a dozen": Decimal(12),
}
_OTHER_WORD = re.compile(r"\b(half|twice|once|both|a couple|a dozen|a|an)\b", re.IGNORECASE)


def number(digits: str, scale: str | None = None) -> Decimal:
    """The number that some digits and a scale stand for: `12.5` and `K` are 12,500."""
    plain = re.sub(rf"[,]|{SPACE}", "", digits)
    return Decimal(plain) * SCALES.get((scale or "").lower(), 1)


def in_words(text: str) -> Iterator[tuple[int, int, int]]:
    """The numbers written in words: start, end and number. `twenty-three`, `two hundred`, `twelve`."""
    for found in _WORD.finditer(text):
        value = WORDS[found[1].lower()] + WORDS[found[2].lower()] if found[1] else WORDS[found[3].lower()]
        end = found.end()
        larger = _LARGE.match(text, end)
        if larger:
            value *= _LARGER[larger[1].lower()]
            end = larger.end()
        yield found.start(), end, value


def storable(value: Decimal) -> bool:
    """Whether a number survives as JSON: not beyond a million million, nor with more digits than others keep."""
    return abs(value) <= LARGEST and value == Decimal(str(float(value)))


def numbers_in(text: str) -> frozenset[Decimal]:
    """Every number that a text can be said to state, to check a value against the words it was read from.

    Digits count as they stand and with their scale; grouped digits also as separate numbers; a word for nothing counts
    as zero. `£50k per annum` states 50 and 50,000, `£10-15k` also 10,000.
    """
    stated: set[Decimal] = set()
    for found in _DIGITS.finditer(text):
        stated |= {number(found[1]), number(found[1], found[2])}
        stated |= {number(part) for part in re.split(SPACE, found[1])}
    stated |= {number(found[1], found[3]) for found in _SHARED_SCALE.finditer(text)}
    words = list(in_words(text))
    stated |= {Decimal(value) for _, _, value in words}
    stated |= {
        Decimal(large + small)
        for (_, end, large), (start, _, small) in pairwise(words)
        if small < 100 <= large and _AND.fullmatch(text, end, start)
    }
    inside = {end for _, end, _ in words}
    stated |= {Decimal(_LARGER[one[1].lower()]) for one in _LARGE_ALONE.finditer(text) if one.end() not in inside}
    if _NOTHING.search(text):
        stated.add(Decimal(0))
    stated |= {_OTHER_WORDS.get(one.lower(), Decimal(1)) for one in _OTHER_WORD.findall(text)}
    return frozenset(stated)
