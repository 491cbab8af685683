"""The words of a running text with their places, as names are read from them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foidata.standard.reference.spellings import fold_word

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:['\u2018\u2019\u02bc`\u00b4][^\W_]+)*|[&,]")
_GAP = re.compile(r"\.?(?:(?![\t\f\v])\s)*[-\u00ad\u2010-\u2015\u2212]?(?:(?![\t\f\v])\s)*")
_LONGEST_GAP = 80


@dataclass(frozen=True, slots=True)
class Word:
    """A word, an "&" or a comma."""

    folded: str
    """The word as `fold_word` leaves it; a comma stays one."""

    start: int
    end: int
    owner: str | None = None
    """Of a possessive ("Council's"), the word without its ending, folded."""


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in order."""
    for found in _WORD.finditer(text):
        word, (start, end) = found[0], found.span()
        possessive = len(word) > 2 and word[-1] in "sS" and not word[-2].isalnum()
        owner = fold_word(word[:-2]) if possessive else None
        yield Word("," if word == "," else fold_word(word), start, end, owner)


def joined(before: Word, after: Word, text: str) -> bool:
    """Whether two words stand together: blanks, a hyphen or one line end between them, a stop only after "St".

    Tabs and form feeds part them, since they stand between cells and pages. A longer gap than a line's is not looked
    at, so that a text of blanks costs no more than any other.
    """
    gap = text[before.end : min(after.start, before.end + _LONGEST_GAP)]
    if before.end + len(gap) < after.start or gap.count("\n") > 1 or not _GAP.fullmatch(gap):
        return False
    return not gap.startswith(".") or before.folded == "st"
