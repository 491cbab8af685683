"""Words that point to a person: names, direct e-mail addresses and telephone numbers, numbers of the state, a home.

A mailbox that belongs to a post or a team, a switchboard and a masked word point to nobody.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from foidata.documents.span import Span
from foidata.letters.mask import is_role_mailbox
from foidata.letters.mask import names as names_in
from foidata.rules.texts import LETTER, Identity, Steps, said_in
from foidata.standard.evidence import Evidence
from foidata.standard.response import Response

MASK = "█"
"""Stands for each character of a personal word."""

_HOST = re.compile(r"@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,6}")
_BOX = re.compile(r"(?<![\w.%+'█-])[\w.%+'-]{1,64}\Z")
_LONGEST_BOX = 64
_REQUEST_BOX = re.compile(r"request-\d+-[0-9a-f]{8}")
_TEAM = re.compile(
    r"access|adult|advice|asc|child|complain|compliance|contact|corporate|customer|democra|desk|duty|environment|exploit"
    r"|governance|health|help|homeless|housing|hub|legal|licens|manager|mash|officer|planning|police|press|privacy"
    r"|procure|record|referral|request|review|rights|safe|secur|service|slavery|social|support|team|traffick"
)
"""Words by which a mailbox belongs to a team, beside those of information teams."""
_SPACE = "[ \u00a0\u2009\u202f.-]?"
_MOBILE = re.compile(rf"(?<![\d+])(?:\+44{_SPACE}(?:\(0\){_SPACE})?|0044{_SPACE}|0)7\d(?:{_SPACE}\d){{8}}(?!\d)")
_DIRECT = re.compile(
    r"\b(?:direct(?:[ ](?:line|dial|number|tel(?:ephone)?))|ddi|tel(?:ephone)?|phone)\b[^\n\d+█]{0,20}"
    rf"(?P<number>(?:\+44{_SPACE}(?:\(0\))?|0)[12]\d(?:{_SPACE}\d){{7,8}})(?!\d)",
    re.IGNORECASE,
)
_DIGITS = re.compile(rf"[0-9](?:{_SPACE}[0-9]){{8,}}")
"""As many digits as a telephone number has: what is near none need not be looked at closely."""
_REACH = 60
"""So far before its digits a number may begin, or be called somebody's."""
_INSURANCE = re.compile(
    r"[A-CEGHJ-PR-TW-Z](?<![\w/-].)[A-CEGHJ-NPR-TW-Z](?<!BG|GB|NK|KN|TN|NT|ZZ)"
    rf"{_SPACE}\d\d{_SPACE}\d\d{_SPACE}\d\d{_SPACE}[A-D](?![\w/-])"
)
_HEALTH = re.compile(r"[1-9](?<![\d/.-].)\d{2}[ -]\d{3}[ -]\d{4}(?![\d/-])")
_CALLED_HEALTH = re.compile(r"\bNHS\b[^\d\n]{0,20}(?P<number>\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)")
_GREETED = re.compile(r"^(?:Dear|Annwyl)\b", re.MULTILINE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b")
_STREET = re.compile(r"^(?:(?:Flat|Apartment|Unit) \w{1,4},? )?[0-9]{1,4}[A-Za-z]?,? [A-Z][a-z]", re.MULTILINE)
_OFFICE = re.compile(
    r"\b(?:council|cyngor|authority|hall|guildhall|civic|offices?|centre|depot|team|department|directorate|service"
    r"|freedom|information|www|po box)\b|@",
    re.IGNORECASE,
)
_ABOVE = 3
"""So many paragraphs above the greeting at most hold the address of whom it greets."""
_NOT_WORDS = frozenset(
    ("id", "sha256", "text_sha256", "url", "media_type", "reader", "tool", "version", "questionnaire", "supersedes")
)


@dataclass(frozen=True, slots=True)
class Words:
    """Personal words in a response."""

    at: Steps
    """The field that they stand in."""
    start: int
    """Where they begin in it."""
    end: int

    @property
    def in_letter(self) -> tuple[int, int] | None:
        """Where they stand in the letter, when they were found in its text."""
        return (self.start, self.end) if self.at == LETTER else None


def emails(text: str) -> Iterator[tuple[int, int]]:
    """The e-mail addresses of persons: those that name no post or team, and those of a request's public page."""
    end = 0
    for host in _HOST.finditer(text):
        found = _BOX.search(text, max(end, host.start() - _LONGEST_BOX), host.start())
        if found:
            end = host.end()
            box = found[0].lower().strip(".'")
            if _REQUEST_BOX.fullmatch(box) or not (_TEAM.search(box) or is_role_mailbox(text[found.start() : end])):
                yield found.start(), end


def phones(text: str) -> Iterator[tuple[int, int]]:
    """The telephone numbers of persons: mobiles, and lines called direct or given as somebody's telephone."""
    spans: set[tuple[int, int]] = set()
    for digits in _DIGITS.finditer(text):
        near = max(0, digits.start() - _REACH), digits.end()
        spans |= {found.span() for found in _MOBILE.finditer(text, *near)}
        spans |= {found.span("number") for found in _DIRECT.finditer(text, *near)}
    yield from sorted(spans)


def names(text: str) -> Iterator[tuple[int, int]]:
    """The names of persons: in greetings and signatures, and after a title."""
    for span in names_in(Span(text, 0, len(text))):
        if MASK not in span.text:
            yield span.start, span.end


def insurance_numbers(text: str) -> Iterator[tuple[int, int]]:
    """National Insurance numbers, by their letters."""
    yield from (found.span() for found in _INSURANCE.finditer(text))


def health_numbers(text: str) -> Iterator[tuple[int, int]]:
    """NHS numbers, by their groups of digits or the name before them, and their check digit."""
    spans = {found.span() for found in _HEALTH.finditer(text)}
    spans |= {found.span("number") for found in _CALLED_HEALTH.finditer(text)} if "NHS" in text else set()
    yield from sorted(span for span in spans if _checked([int(one) for one in text[slice(*span)] if one.isdigit()]))


def _checked(digits: list[int]) -> bool:
    """Whether the last of ten digits is the check of the others, modulo 11."""
    check = 11 - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return check % 11 == digits[-1] and check != 10


def homes(text: str) -> Iterator[tuple[int, int]]:
    """The addresses of persons: a numbered house with its postcode above a greeting, in a block that is no office's."""
    for greeting in _GREETED.finditer(text):
        above = list(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text[: greeting.start()]))[-_ABOVE:]
        for block in above:
            street, postcodes = _STREET.search(block[0]), list(_POSTCODE.finditer(block[0]))
            if street and postcodes and street.start() < postcodes[-1].start() and not _OFFICE.search(block[0]):
                yield block.start() + street.start(), block.start() + postcodes[-1].end()


def masked(text: str) -> str:
    """A text without its personal words: a mask stands for each of their characters."""
    for finder in (names, emails, phones, insurance_numbers, health_numbers, homes):
        for start, end in finder(text):
            text = f"{text[:start]}{MASK * (end - start)}{text[end:]}"
    return text


def in_response(response: Response, finder: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[Words]:
    """The personal words of a response, each once: in the letter's text, or else where they first stand.

    Where the text is at hand, quotes are not looked at again: they are its words.
    """
    seen: set[str] = set()
    found = _joined(Identity(response))
    for start, end in finder(found.words):
        words = found.words[start:end]
        if words not in seen:
            seen.add(words)
            yield found.words_at(start, end)


@dataclass(frozen=True, slots=True)
class _Joined:
    """All that is to be searched in a response as one text, since one long search is quicker than many short ones."""

    words: str
    starts: tuple[int, ...]
    """Where each of the texts begins in it."""
    places: tuple[Steps, ...]

    def words_at(self, start: int, end: int) -> Words:
        """Words found in it, with the field that they stand in and their place there."""
        which = bisect_right(self.starts, start) - 1
        return Words(self.places[which], start - self.starts[which], end - self.starts[which])


_APART = "\n\n\0\n\n"
"""What stands between two texts, so that nothing is found across them, and each begins and ends a paragraph."""


@lru_cache(maxsize=1)
def _joined(one: Identity) -> _Joined:
    """The letter, if it is there, and the other texts; kept, since several rules ask for the same in turn."""
    letter = one.record.source.text if isinstance(one.record, Response) else None
    skipped = Evidence if letter else None
    kept = (text for text in said_in(one.record).texts if text.field not in _NOT_WORDS and text.holder is not skipped)
    parts = [(LETTER, letter)] if letter else []
    parts += [(text.at, text.words) for text in kept]
    starts = accumulate((len(words) + len(_APART) for _, words in parts[:-1]), initial=0)
    return _Joined(_APART.join(words for _, words in parts), tuple(starts), tuple(at for at, _ in parts))
