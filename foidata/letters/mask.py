"""Take people out of a record: each character of a name, a direct e-mail or a phone number becomes █."""

import re
from collections.abc import Iterator
from typing import Any

from foidata.documents.span import Span
from foidata.letters.frame import EMAIL, REGULATOR
from foidata.standard.json import plain
from foidata.standard.record import Record

BLOCK = "█"

_ROLE_MAILBOXES = re.compile(
    r"(?:foi|foia|eir|foieir|freedomofinformation|freedom[._-]of[._-]information|rhyddidgwybodaeth"
    r"|info(?:rmation)?[._-]?(?:requests?|rights|gov(?:ernance)?|access|team|officer|compliance)?"
    r"|access[._-]?to[._-]?information|ati|data[._-]?protection|dpo|sar|publicaccess|enquir(?:y|ies)"
    r"|contact(?:us|centre)?|customer[._-]?(?:services?|relations|care|contact)|feedback|complaints?\w*"
    r"|council|mail|hello|office|admin|postmaster|no-?reply|do-?not-?reply|legal(?:services)?"
    r"|democratic[._-]?services|monitoring[._-]?officer|chief[._-]?executive|press(?:office)?|communications"
    r"|casework|icocasework|corporate[._-]?\w*|records?\w*|internal[._-]?reviews?|reviews?|requests?"
    r"|disclosure\w*|transparency|governance|information\w*|foi\w*|request-[0-9]+-[0-9a-f]{8})"
    r"(?:[._-]?(?:team|officer|requests?|reviews?|unit|office|appeals?|council|mailbox|inbox|foi|information"
    r"|governance|internal\.review))*",
    re.IGNORECASE,
)
_ROLE_PARTS = re.compile(
    r"information|info|requests?|reviews?|access|rights?|governance|gov|data|protection|dp|teams?|officers?|unit|office|council"
    r"|community|safety|safer|modern|slavery|anti|trafficking|exploitation|housing|options|homeless(?:ness)?|adults?"
    r"|child(?:ren)?s?|family|families|social|care|safeguarding|mash|enquir(?:y|ies)|customers?|services?|contact|corporate"
    r"|complaints?|feedback|legal|democratic|public|health|licensing|procurement|communications?|duty|hub|first|response"
    r"|partnerships?|police|county|city|borough|district|internal|freedom|foi|eir|foia|records?|compliance|disclosures?|policy"
    r"|performance|standards|regulatory|transparency|help|desk|support|inbox|mailbox|online|digital|training|education|referrals?"
    r"|intelligence|management|your|right|know|have|say|haveyoursay|data|adolyg\w*|rhg|cais|mynediad|monitoring|chief|executive|and|of|to|the|[0-9._-]",
    re.IGNORECASE,
)
"""What the names of mailboxes are made of that belong to a team: `community.safety`, `modernslavery`, `dpfoi`."""
_PHONE = re.compile(r"(?<![\w/.-])(?:\+44\s?(?:\(0\)\s?)?|\(0(?=\d{2,5}\))|0)(?:\d[\s()-]{0,2}){8,9}\d(?![\w/-])")
_TITLE = (
    r"[CDMPRS](?<!\w.)(?:(?<=M)(?:rs?|iss|s|x)|(?<=D)(?:r|ame)|(?<=P)rof(?:essor)?|(?<=C)(?:llr|ouncillor)|(?<=S)ir"
    r"|(?<=R)ev)"
)
"""A title at the beginning of a word: its first letter stands first, so that the search skips all other words."""
_NAME_WORD = r"[A-Z][a-zA-Z’'-]+"
_TITLED = re.compile(
    rf"{_TITLE}\.?[ \u00a0]+(?P<name>(?:[A-Z]\.?[ \u00a0]+){{0,2}}{_NAME_WORD}(?:[ \u00a0]{_NAME_WORD}){{0,2}})"
)
_DEAR = re.compile(
    rf"^(?:Dear|Annwyl|Hi|Hello)[ \u00a0]+(?P<name>{_NAME_WORD}(?:[ \u00a0]{_NAME_WORD}){{0,2}})[ \t]*,?[ \t]*$",
    re.MULTILINE,
)
_FROM = re.compile(
    rf"^(?:From|To|Cc|Sent by):[ \t]*(?P<name>{_NAME_WORD}(?:,?[ \u00a0]{_NAME_WORD}){{1,2}})(?=\s*(?:<|\[|$|;|\())",
    re.MULTILINE,
)
_WROTE = re.compile(
    rf"^On [^\n]{{5,60}}?,?\s(?P<name>{_NAME_WORD}(?:[ \u00a0]{_NAME_WORD}){{1,2}})\s(?:<[^>\n]*>\s)?wrote:",
    re.MULTILINE,
)
_LISTED = re.compile(
    rf"^(?P<name>{_NAME_WORD}, {_NAME_WORD})(?=,\s[^\n]*\b(?:Council|Authority|Borough|Team)\b)", re.MULTILINE
)
_GREETING = re.compile(
    r"^(?:yours (?:sincerely|faithfully|truly)|(?:kind(?:est)? |best |warm )?regards|best wishes|many thanks"
    r"|thanks|yn gywir|cofion)\b[^\n]{0,20}$",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNED = re.compile(
    rf"^(?:[A-Z]\.?[ \u00a0]?){{0,3}}{_NAME_WORD}(?:[ \u00a0]{_NAME_WORD}){{0,2}}(?:,? (?:BA|BSc|MA|LLB|CIPP/E"
    rf"|MBE|OBE))?$"
)
_ROLE_WORDS = re.compile(
    r"\b(?:team|officers?|manager|unit|department|service|services|council|governance|information|request"
    r"|requests|director|head|lead|assistant|legal|freedom|access|rights|complaints|office|advisor|adviser"
    r"|executive|corporate"
    r"|solicitor|coordinator|co-ordinator|democratic|customer|data|protection|compliance|records|clerk|sir"
    r"|madam|requester|requestor|resident|customer|applicant|enquirer|all|colleague|review|support|business"
    r"|directorate)\b",
    re.IGNORECASE,
)


def is_role_mailbox(email: str) -> bool:
    """Whether an e-mail address is a role's or a team's, and so names nobody: `foi@`, `community.safety@`."""
    name = email.partition("@")[0]
    return _ROLE_MAILBOXES.fullmatch(name) is not None or not _ROLE_PARTS.sub("", name)


def names(text: Span) -> Iterator[Span]:
    """The names of people in a letter: in greetings and signatures, after a title, and wherever they stand again."""
    found: list[Span] = []
    for pattern in (_TITLED, _DEAR, _FROM, _WROTE, _LISTED):
        found += [text.of(match, "name") for match in text.matches(pattern) if not _ROLE_WORDS.search(match["name"])]
    found += list(_signatures(text))
    yield from found
    yield from _again(text, {span.text.strip() for span in found if " " in span.text.strip()})


def personal(text: Span) -> Iterator[Span]:
    """The words of a letter that name or reach a person: names, direct e-mails, phones."""
    yield from names(text)
    for found in text.matches(EMAIL):
        if not is_role_mailbox(found[0]) and not REGULATOR.search(found[0]):
            yield text.of(found)
    for found in text.matches(_PHONE):
        if not REGULATOR.search(text.source[max(0, found.start() - 160) : found.start()].rsplit("\n\n", 1)[-1]):
            yield text.of(found)


def _again(text: Span, known: set[str]) -> Iterator[Span]:
    """The other places where a name of several words stands, also with its words the other way round."""
    forms: dict[str, set[str]] = {}
    for name in known:
        for form in (name, " ".join(reversed(name.replace(",", "").split()))):
            forms.setdefault(_first(form), set()).add(form)
    for found in text.matches(_TOKEN) if forms else ():
        for form in sorted(forms.get(found[0], ())):
            end = found.start() + len(form)
            if text.source.startswith(form, found.start()) and not text.source[end : end + 1].isalnum():
                yield text.to(found.start(), end)


_TOKEN = re.compile(r"\w+")


def _first(words: str) -> str:
    """The first word of some words."""
    found = _TOKEN.search(words)
    return found[0] if found else ""


def _signatures(text: Span) -> Iterator[Span]:
    """The name in the first lines after `Yours sincerely`."""
    for greeting in text.matches(_GREETING):
        lines = [line.stripped() for line in text.to(greeting.end(), min(text.end, greeting.end() + 300)).lines()]
        for line in [line for line in lines if line][:2]:
            if _SIGNED.match(line.text) and not _ROLE_WORDS.search(line.text):
                yield line


def mask(text: str, spans: tuple[Span, ...]) -> str:
    """A text with some stretches blocked out, every character by one block, so that all offsets stand."""
    chars = list(text)
    for span in spans:
        chars[span.start : span.end] = (char if char.isspace() else BLOCK for char in text[span.start : span.end])
    return "".join(chars)


def masked(record: Record, text: str, spans: tuple[Span, ...]) -> dict[str, Any]:
    """A finished record as plain values, with the same words blocked out in text, questions, quotes and values alike.

    Quotes are taken again from the blocked text; any other words that equal a quote follow it.
    """
    blocked = mask(text, spans)
    value = plain(record)
    quotes = {text: blocked}
    for quote, new in _requoted(value, blocked):
        if quotes.get(quote, quote) == quote:
            quotes[quote] = new
    words: dict[str, set[str]] = {}
    for span in spans:
        if re.search(r"\W", span.text):
            words.setdefault(_first(span.text), set()).add(span.text)
    result: dict[str, Any] = _everywhere(value, quotes, words)
    return result


FREE = frozenset(
    [
        *("text", "name", "name_as_written", "subject", "reference", "team", "address", "url", "number", "section"),
        *("label", "title", "purpose", "stated", "source", "within", "provider", "formats", "examples", "claim"),
        *("area", "members", "description", "body", "category", "funded_by", "cited_as", "service", "note", "coder"),
    ]
)
"""The fields that hold words of the letter; codes, days and numbers are never words of a person."""


def _requoted(value: Any, blocked: str) -> Iterator[tuple[str, str]]:
    """Take every quote again from the blocked text, and give the old and the new words."""
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            old, value["quote"] = value["quote"], blocked[value["start"] : value["end"]]
            yield old, value["quote"]
        for one in value.values():
            yield from _requoted(one, blocked)
    elif isinstance(value, list):
        for one in value:
            yield from _requoted(one, blocked)


def _everywhere(value: Any, quotes: dict[str, str], words: dict[str, set[str]], *, free: bool = False) -> Any:
    match value:
        case {"start": _, "end": _, "quote": _}:
            return value
        case dict():
            return {name: _everywhere(one, quotes, words, free=name in FREE) for name, one in value.items()}
        case list():
            return [_everywhere(one, quotes, words, free=free) for one in value]
        case str() if free:
            return quotes[value] if value in quotes else _blocked(value, words)
        case _:
            return value


def _blocked(value: str, words: dict[str, set[str]]) -> str:
    """A value with personal words blocked out wherever they stand in it."""
    for first in set(_TOKEN.findall(value)) & words.keys():
        for word in sorted(words[first], key=len, reverse=True):
            value = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda found: re.sub(r"\S", BLOCK, found[0]), value)
    return value
