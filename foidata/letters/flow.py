"""A letter as it is read: without the signs and line breaks that only its layout put there."""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from foidata.documents.span import Span
from foidata.letters.frame import ANSWER_MARK, CLOSING, begins

QUOTED = re.compile(r"[ \t]*(?:[>|│┃][ \t]?)+")
"""The marks before a line that is quoted or boxed."""
NARROWEST = 58
"""A line that is shorter was not broken by the width of its column, unless it goes on in small letters."""
WIDEST = 100
"""Where a letter has longer lines, its lines end where its writer ended them."""

SLACK = 4
"""So much longer may the longest line be than the column."""

_QUOTES = re.compile(rf"^{QUOTED.pattern}", re.MULTILINE)
_STOPS = re.compile(r"[.?!:;][)\"'’”]*$|\t")
_BEGINS_ANEW = re.compile(
    r"[•·●▪◦*–-]|\(?[0-9]{1,2}[.)]|(?:Q|Question)[ \u00a0]?[0-9]|\(?[a-h][.)][ \u00a0]|[^\n]*\t"
    r"|(?:[A-Z][\w ]{1,24}|re|ref|cc|tel|fax|e-?mail)\s?:\s"
)
_BOXED = re.compile(r"^(?P<words>[ \t]*[│┃][^\n│┃]*)(?P<bar>[│┃][ \t]*)$", re.MULTILINE)
"""A line of a box that is drawn around quoted words: its right side says nothing."""
_DEBRIS = re.compile(
    r"[─━┌┐└┘├┤═╔╗╚╝]+|&(?:#[0-9]{2,5}|#x[0-9a-fA-F]{2,4}|[a-z]{2,8});|</?(?:br|p|b|i|em|strong|div|span|ul|li)\s?/?>"
)
"""Signs of HTML that a letter copied from a page still has: `&nbsp;`, `<br>`."""
_FIRST_WORD = re.compile(r"\S+")


def flowing(whole: Span) -> Span:
    """The same text, read without quote marks and signs of HTML, its lines put together that a narrow column broke.

    Each sign left out is a blank, so that every place stays what it is.
    """
    unboxed = _BOXED.sub(lambda line: line["words"] + " " * len(line["bar"]), whole.source)
    unquoted = _DEBRIS.sub(_meant, _QUOTES.sub(lambda marks: " " * len(marks[0]), unboxed))
    chars = list(unquoted)
    lines = [line.stripped() for line in whole.flowing(unquoted).lines()]
    column = _column([_length(line) for line in lines])
    for paragraph in _paragraphs(lines):
        width = column or _column_of(paragraph)
        for before, after in pairwise(paragraph):
            full = _length(before) >= NARROWEST and _length(before) + 1 + _first_word(after) > width - SLACK
            if _goes_on(before, after, full=full):
                chars[unquoted.index("\n", before.end)] = " "
    return whole.flowing("".join(chars))


def _meant(debris: re.Match[str]) -> str:
    """What a sign of HTML stands for, filled with blanks to the same length; a tag is blank."""
    sign = html.unescape(debris[0]) if debris[0].startswith("&") else " "
    return (" " * (len(debris[0]) - 1) + sign) if len(sign) == 1 and sign not in "\n\r\f" else " " * len(debris[0])


def _column(lengths: Sequence[int]) -> int | None:
    """The width of the letter's column, one longer line left aside; None where the lines are not broken by a column."""
    longest = sorted(lengths, reverse=True)[:2]
    if not longest or longest[0] > WIDEST:
        return None
    return longest[-1] if longest[0] - longest[-1] > SLACK else longest[0]


def _column_of(paragraph: Sequence[Span]) -> int:
    """The width of one paragraph's own column, as of a quotation: at least two of its lines must nearly fill it."""
    width = max(_length(line) for line in paragraph)
    return width if sum(1 for line in paragraph if _length(line) > width - 12) > 1 else 10**9


def _paragraphs(lines: Sequence[Span]) -> Iterator[list[Span]]:
    found: list[Span] = []
    for line in lines:
        if line:
            found.append(line)
        elif found:
            yield found
            found = []
    if found:
        yield found


def _goes_on(before: Span, after: Span, *, full: bool) -> bool:
    """Whether a line goes on from the one before it."""
    if before.search(_STOPS) or begins(after, ANSWER_MARK) or begins(after, CLOSING):
        return False
    small = after.words[0].islower() and _length(before) > 30
    return (small or full) and not begins(after, _BEGINS_ANEW)


def _length(line: Span) -> int:
    return line.end - line.start


def _first_word(line: Span) -> int:
    found = line.match(_FIRST_WORD)
    return len(found[0]) if found else 0
