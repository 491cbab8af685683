"""Words that point to a person: direct e-mail addresses and direct telephone numbers.

A mailbox that belongs to a post or a team, a switchboard and a masked word point to nobody.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from foidata.letters.mask import is_role_mailbox
from foidata.standard.codelist import Codelist
from foidata.standard.evidence import Evidence
from foidata.standard.record import Record
from foidata.standard.response import Response

MASK = "█"
"""Stands for each character of a personal word."""

_EMAIL = re.compile(
    r"(?<![\w.%+'█-])(?P<box>[\w.%+'-]{1,64})@(?P<host>[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,6})"
)
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
    for found in _EMAIL.finditer(text) if "@" in text else ():
        box = found["box"].lower().strip(".'")
        if _REQUEST_BOX.fullmatch(box) or not (_TEAM.search(box) or is_role_mailbox(found[0])):
            yield found.span()


def phones(text: str) -> Iterator[tuple[int, int]]:
    """The telephone numbers of persons: mobiles, and lines called direct or given as somebody's telephone."""
    spans = {found.span() for found in _MOBILE.finditer(text)} | {
        found.span("number") for found in _DIRECT.finditer(text)
    }
    yield from sorted(spans)


def in_response(response: Response, finder: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[Words]:
    """The personal words of a response, each once: in the letter's text, or else where they first stand.

    Where the text is at hand, quotes are not looked at again: they are its words.
    """
    seen: set[str] = set()
    text = response.source.text
    found = _texts(response, (), skipped=Evidence if text else None)
    for at, value in ((("source", "text"), text), *found) if text else found:
        for start, end in finder(value):
            if value[start:end] not in seen:
                seen.add(value[start:end])
                yield Words(at, start, end)


def _texts(record: Record, at: Steps, skipped: type[Record] | None) -> Iterator[tuple[Steps, str]]:
    """Every text in a record in which a person could be named, but for the letter's own."""
    given = record.model_fields_set - _NOT_WORDS
    for name in type(record).model_fields:
        if name not in given:
            continue
        value = getattr(record, name)
        for step, one in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            path = (*at, name) if step is None else (*at, name, step)
            if isinstance(one, Record):
                if not isinstance(one, skipped or ()):
                    yield from _texts(one, path, skipped)
            elif isinstance(one, str) and not isinstance(one, Codelist) and path != ("source", "text"):
                yield path, one
