"""What a training is like: how it is given, how long it lasts, who must take it."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.extent import units
from foidata.letters.finders.booleans import yes_no
from foidata.letters.finders.documents import URL
from foidata.letters.finders.numbers import WORDS, number
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import reason
from foidata.letters.topics import Asked, Reading, interpreter
from foidata.letters.topics.claims import claim_of
from foidata.standard.codes import Status, Topic
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Training

_FORMAT = re.compile(
    r"\b(?:e-?\u2011?learning|online (?:modules?|courses?|training|sessions?)|on-?line|virtual(?:ly)?(?: sessions?)?"
    r"|webinars?|classroom(?:[- ]based)?(?: sessions?)?|face[- ]to[- ]face|in[- ]person(?: sessions?)?|workshops?"
    r"|guest speakers?|briefings?|microsoft teams|teams|zoom|toolbox talks?|podcasts?|videos?)\b",
    re.IGNORECASE,
)
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_LENGTH = re.compile(
    rf"(?<![0-9.])(?:(?P<half>half an hour)|(?P<n>[0-9]{{1,3}}(?:\.5)?|{_WORD}|an?)(?P<and>(?: and a half"
    r"|½))?[ \u00a0-]?"
    r"(?P<unit>hours?|hrs?|minutes?|mins?))\b(?! (?:a|per|each) (?:week|day|month|year))",
    re.IGNORECASE,
)
_ASKS = {
    "formats": re.compile(r"\bformats?\b|\bdelivered\b|\bonline\b|\bface[- ]to[- ]face\b", re.IGNORECASE),
    "duration": re.compile(r"\bhow long\b|\bduration\b|\blast\b", re.IGNORECASE),
    "mandatory": re.compile(r"\b(?:mandatory|compulsory|required)\b", re.IGNORECASE),
    "provider": re.compile(
        r"\bwho (?:provides|delivers|runs|gives)\b|\bprovider\b|\bprovided by\b|\bdelivered by\b", re.IGNORECASE
    ),
}
_MANDATORY = re.compile(r"\b(?P<no>not\s+|non-?)?(?:mandatory|compulsory)\b", re.IGNORECASE)
_PROVIDER = re.compile(
    r"\b(?:delivered|provided|run|given|facilitated|led|commissioned)\s+(?:\w+\s+)?(?:by|from|through)\s+(?:the\s+|our\s+)?"
    r"(?P<provider>[A-Z][^.;,\n(]{2,80}?)(?=\s+(?:and|in|on|to|for|since|as|at|which|who|via)\s+[a-z]|[.;,(]|$)"
)
_NAMES = re.compile(r"(?:the\s+|our\s+)?(?P<provider>[A-Z][^.;,\n(]{2,80}?)\s*[.;]?\s*$")


@interpreter(Topic.TRAINING_CONTENT)
def training_content(asked: Asked) -> Reading:
    """Formats, length, provider and duty to attend, each where the question asks for it and the answer says it plainly.

    Two lengths for two formats say no one length, so that none is given. A yes or no that no field carries is a claim.
    """
    if not asked.answer or reason(asked.answer):
        return Reading()
    wanted = {name for name, pattern in _ASKS.items() if asked.passage.question.search(pattern)}
    fields: dict[str, object] = {}
    evidence: list[Evidence] = []
    for name, read in (
        ("formats", _formats),
        ("duration", _duration),
        ("mandatory", _mandatory),
        ("provider", _provider),
    ):
        if name in wanted and (found := read(asked.answer)):
            value, spans = found
            field = "duration_minutes" if name == "duration" else name
            fields[field] = value
            evidence += [span.evidence(field) for span in spans]
    if not fields:
        claim = claim_of(asked)
        return Reading((claim,) if claim else ())
    link = asked.answer.search(URL)
    if link:
        fields["url"] = link[0]
        evidence.append(asked.answer.of(link).evidence("url"))
    ordered = tuple(sorted(evidence, key=lambda one: (one.start, one.end)))
    return Reading((Training.make(status=Status.ANSWERED, **fields, evidence=ordered),))


def _formats(answer: Span) -> tuple[tuple[str, ...], list[Span]] | None:
    spans = [answer.of(found) for piece in _affirmed(answer) for found in piece.matches(_FORMAT)]
    named = {" ".join(span.words.split()).lower(): span for span in reversed(spans)}
    kept = [span for span in spans if span in named.values()]
    return (tuple(" ".join(span.words.split()) for span in kept), kept) if kept else None


def _duration(answer: Span) -> tuple[int, list[Span]] | None:
    found = list(answer.matches(_LENGTH))
    if len(found) != 1:
        return None
    minutes = _minutes(found[0])
    return (minutes, [answer.of(found[0])]) if minutes else None


def _minutes(found: re.Match[str]) -> int | None:
    if found["half"]:
        return 30
    words = found["n"].lower()
    many = 1.0 if words in ("a", "an") else float(WORDS[words] if words in WORDS else number(words))
    many += 0.5 if found["and"] else 0
    minutes = many * (60 if found["unit"].lower().startswith("h") else 1)
    return int(minutes) if minutes == int(minutes) and minutes > 0 else None


def _mandatory(answer: Span) -> tuple[bool, list[Span]] | None:
    found = answer.search(_MANDATORY)
    if found:
        return not found["no"], [answer.of(found)]
    said = yes_no(answer)
    return (said.yes, [said.span]) if said else None


def _provider(answer: Span) -> tuple[str, list[Span]] | None:
    first = next(sentences(answer), answer)
    found = first.search(_PROVIDER) or (first.match(_NAMES) if len(first.words.split()) <= 10 else None)
    return (" ".join(found["provider"].split()), [first.of(found, "provider")]) if found else None


def _affirmed(answer: Span) -> Iterator[Span]:
    """The lines of an answer that do not say no: a list of options may answer each."""
    for unit in units(answer):
        if not re.search(r"\b(?:no|not|n[’']t)\b", unit.words, re.IGNORECASE):
            yield unit
