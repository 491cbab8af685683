"""What the numbers of an answer count: the words beside each, or what was asked."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.extent import units
from foidata.letters.finders.counts import Number
from foidata.letters.finders.periods import periods
from foidata.letters.finders.sentences import sentences
from foidata.letters.topics import Asked
from foidata.standard.codes import Status

_HOW_MANY = re.compile(r"\b(?:how many|(?:the |total )?numbers? of)\s+(?P<what>[^?.:;\n(]{3,90})", re.IGNORECASE)
PEOPLE = (
    r"(?:child(?:ren)?|young people|adults?|people|persons?|individuals?|victims?|survivors?|staff|employees|officers?"
    r"|members of staff|workers|councillors|applicants?|households?|girls?|boys?|males?|females?|women|men|minors?)"
)
_THINGS = (
    r"(?:referrals?|cases?|concerns?|reports?|applications?|contractors?|suppliers?|contracts?|tenders?|inspections?"
    r"|visits?|audits?|checks?|meetings?|operations?|arrests?|charges?|convictions?|crimes?|orders?|investigations?|prosecutions?|offences|episodes?|placements?)"
)
_AFTER = re.compile(rf"\s+(?P<what>(?:[\w’'&/-]+\s+){{0,4}}?(?:{PEOPLE}|{_THINGS}))\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\s*(?:x|×|no\.?)\s+(?P<what>[A-Za-z][\w ’'&/-]{2,60}?)(?=\s*(?:[,;.\n]|$|\band\b))", re.IGNORECASE
)
_DASHED = re.compile(r"\s*(?:-|–|—|:|=)\s+(?P<what>[A-Za-z][^\n,;]{2,80})")
_LISTED = re.compile(r"\s+(?P<what>[a-z][\w ’'&/-]{3,60}?)(?=\s*(?:[,;.\n]|$))")
_NOUN_ONLY = re.compile(r"\s+(?P<what>[a-z][a-z-]+(?: [a-z-]+)?)\s*\.?\s*$")
"""A sentence that is only a number and what it counts: `Four beds.`"""
_STANDS = re.compile(r"\s*(?:[.;]|,\s*(?:of (?:which|whom)|all|both|none)\b)", re.IGNORECASE)
"""What follows a number that begins an answer and is what was asked: `17, of which 6 were care agencies`."""
_LABELLED = re.compile(r"(?P<what>[A-Za-z][\w ’'&/()-]{1,60}?)\s*(?:-|–|—|:|=|\||\t)\s*$")
_LETTER = re.compile(r"\b(?P<letter>[a-h])\)\s*$")


LIST_ITEM = re.compile(
    r"(?P<what>[A-Za-z][\w ,&/’'()-]{1,70}?)\s*(?:[-–—:=|\t]\s*|\s)(?P<n>(?:[<≤]\s?)?[0-9]{1,6}(?:,[0-9]{3})*"
    r"|\*|nil|none|zero"
    r"|(?:fewer|less) than (?:five|ten|[0-9]+)|(?:five|[0-9]+) or (?:fewer|less))(?:\s+each)?\s*[.;,]?\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r";\s*|,\s+(?:and\s+)?(?=[A-Z])|\s+and\s+(?=[A-Z][^,;]{2,40}\s[0-9*])")


def whole_question(asked: Asked) -> str:
    """The question with the words above it that belong to it."""
    return " ".join([*(span.words for span in asked.passage.lead_in), asked.passage.question.words])


def pieces(answer: Span) -> Iterator[Span]:
    """The sentences of an answer; a list of labels with their numbers in one sentence is a piece each."""
    for unit in units(answer):
        for sentence in sentences(unit):
            yield from _listed(sentence) or (sentence,)


def _listed(sentence: Span) -> list[Span]:
    """The items of a list `Housing 46, Adults 31, Governance 0`: each a label that ends in a number."""
    cuts = [
        sentence.start,
        *(place for found in sentence.matches(_SEPARATOR) for place in (found.start(), found.end())),
        sentence.end,
    ]
    items = [sentence.to(start, end).stripped() for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return items if len(items) > 1 and all(item.match(LIST_ITEM) for item in items) else []


def asked_for(asked: Asked) -> str:
    """What the question asks the number of, in its own words."""
    for words in (asked.passage.question.words, whole_question(asked)):
        found = _HOW_MANY.search(words)
        if found:
            return " ".join(found["what"].split())
    return " ".join(asked.passage.question.words.split())[:90].rstrip(" ?.:")


def label_of(one: Number, piece: Span, asked: Asked, *, alone: bool) -> Span | str | None:
    """What a number counts: the words beside it, a letter of the question, or all that was asked."""
    return _label_after(one, piece) or _label_before(one, piece, asked) or _label_asked(one, piece, asked, alone=alone)


def _label_after(one: Number, piece: Span) -> Span | None:
    for pattern in (_TIMES, _AFTER, _DASHED):
        found = pattern.match(piece.flow, one.span.end, piece.end)
        if found and not any(periods(piece.of(found, "what"))):
            return piece.of(found, "what").stripped()
    return None


def _label_before(one: Number, piece: Span, asked: Asked) -> Span | None:
    letter = _LETTER.search(piece.flow, piece.start, one.span.start)
    if letter:
        return _lettered(letter["letter"], asked.passage.question)
    item = piece.match(LIST_ITEM)
    if (
        item
        and item.start("n") <= one.span.start
        and _listing(piece, asked)
        and not any(periods(piece.of(item, "what")))
    ):
        return piece.of(item, "what")
    before = _LABELLED.search(piece.flow, piece.start, one.span.start)
    return piece.of(before, "what") if before and not any(periods(piece.of(before, "what"))) else None


def _label_asked(one: Number, piece: Span, asked: Asked, *, alone: bool) -> Span | str | None:
    """What a number counts that has no label: all that was asked, where it can only be that."""
    first = one.span.start == piece.start
    noun = _NOUN_ONLY.match(piece.flow, one.span.end, piece.end) if first else None
    if noun:
        return piece.of(noun, "what")
    stands = first and _STANDS.match(piece.flow, one.span.end, piece.end)
    if stands or (alone and (_is_bare(one, piece) or any(periods(piece)) or one.status is Status.SUPPRESSED)):
        return asked_for(asked)
    found = _LISTED.match(piece.flow, one.span.end, piece.end) if not alone else None
    return piece.of(found, "what") if found else None


def _listing(piece: Span, asked: Asked) -> bool:
    """Whether a piece is an item of a list of labels with their numbers, not a sentence that ends in a number."""
    return sum(1 for other in pieces(asked.answer) if other.match(LIST_ITEM)) > 1 or len(piece.words.split()) < 4


def _is_bare(one: Number, piece: Span) -> bool:
    """Whether the number is all that the piece says."""
    return len(piece.words) - len(one.span.words) <= 12


def _lettered(letter: str, question: Span) -> Span | None:
    """The option of a question that a letter names: `a) are still where they were first placed`."""
    found = re.compile(rf"\b{letter}\)\s*(?P<what>.+?)(?=\s+(?:or\s+)?[a-h]\)|[?]|$)", re.DOTALL).search(
        question.flow, question.start, question.end
    )
    return question.of(found, "what").stripped() if found else None
