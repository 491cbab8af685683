"""Words that point to a person: direct e-mail addresses and direct telephone numbers.

A mailbox that belongs to a post or a team, a switchboard and a masked word point to nobody.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from foidata.letters.mask import is_role_mailbox
from foidata.standard.evidence import Evidence
from foidata.standard.record import Record, record_in
from foidata.standard.response import Response, Source

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
Steps = tuple[str | int, ...]
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
        return (self.start, self.end) if self.at == ("source", "text") else None


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


def masked(text: str) -> str:
    """A text without its personal words: a mask stands for each of their characters."""
    for start, end in (*emails(text), *phones(text)):
        text = f"{text[:start]}{MASK * (end - start)}{text[end:]}"
    return text


def in_response(response: Response, finder: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[Words]:
    """The personal words of a response, each once: in the letter's text, or else where they first stand.

    Where the text is at hand, quotes are not looked at again: they are its words.
    """
    said = _latest.of(response)
    if not any(finder(said.whole)):
        return  # so it is nearly always
    seen: set[str] = set()
    for at, value in said.texts:
        for start, end in finder(value):
            if value[start:end] not in seen:
                seen.add(value[start:end])
                yield Words(at, start, end)


@dataclass(frozen=True, slots=True)
class _Said:
    """All that is said in a response."""

    response: Response
    texts: tuple[tuple[Steps, str], ...]
    """Each text with its place: first the letter's, where it is at hand; then its quotes are left out."""
    whole: str
    """All of them, a line or more each: nothing personal spans two lines."""

    @classmethod
    def of(cls, response: Response) -> "_Said":
        letter = response.source.text
        texts: list[tuple[Steps, str]] = [(("source", "text"), letter)] if letter else []
        _add_texts(texts, response, (), (Evidence,) if letter else ())
        return cls(response, tuple(texts), "\n".join(text for _, text in texts))


class _Latest:
    """Remembers what is said in the response that was asked for last: one rule after another asks for the same."""

    def __init__(self) -> None:
        self._said: _Said | None = None

    def of(self, response: Response) -> _Said:
        said = self._said
        if said is None or said.response is not response:
            self._said = said = _Said.of(response)
        return said


_latest = _Latest()


def _add_texts(found: list[tuple[Steps, str]], record: Record, at: Steps, skipped: tuple[type[Record], ...]) -> None:
    """Add every text in a record in which a person could be named, but for the letter's own."""
    for name, texts in _fields(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        several = isinstance(value, tuple)
        for step, one in enumerate(value if several else (value,)):
            path = (*at, name, step) if several else (*at, name)
            if texts:
                found.append((path, one))
            elif not isinstance(one, skipped):
                _add_texts(found, one, path, skipped)


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind of record that hold texts or records, and whether it is texts."""
    unsaid = {*_NOT_WORDS, "text"} if kind is Source else _NOT_WORDS
    return tuple(
        (name, texts)
        for name, field in kind.model_fields.items()
        if name not in unsaid and ((texts := _says_text(field.annotation)) or record_in(field.annotation)[0])
    )


def _says_text(annotation: Any) -> bool:
    return annotation is str or any(_says_text(part) for part in get_args(annotation))
