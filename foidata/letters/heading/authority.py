"""The authority that wrote the letter."""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from foidata.documents.span import Span, Stretches
from foidata.letters.frame import EMAIL
from foidata.letters.heading import Read, heading_reader, outside
from foidata.letters.heading.dates import dates
from foidata.letters.passage import Segments
from foidata.standard import register
from foidata.standard.codes import DoubtCode
from foidata.standard.reference import Authority

_ELSEWHERE = re.compile(
    (
        r"(?:ask|contact|from|to|redirect|refer|with|by|and|as|of)\s+(?:the\s+)?$|(?:transferred"
        r"|passed)\s+to\s+(?:the\s+)?$"
    ),
    re.IGNORECASE,
)


_WORD = r"[A-Z][a-z]{1,30}(?:[’'-][A-Za-z]{1,20}){0,4}"
_PLACE = rf"{_WORD}(?:[ \u00a0](?:(?:and|of|upon|on|the|&|in)[ \u00a0])?{_WORD}){{0,4}}?"
_KIND = r"(?:(?:City|County|Borough|District|Metropolitan|Town|Unitary)[ \u00a0]){0,3}"
_UNLISTED = re.compile(
    rf"(?<![\w’'-])(?:{_PLACE}[ \u00a0](?:{_KIND}(?:Council|Corporation)|Constabulary|Police(?: Service| Force)?)"
    rf"|(?:London |Royal |Metropolitan )?Borough of {_PLACE}|City of {_PLACE}|Cyngor (?:\w+ ){{0,2}}{_PLACE})(?![\w’'])"
)
_NO_NAME = re.compile(
    r"(?:(?:the|your|our|this|that|a|an|if|when|while|whilst|as|in|dear|please|for|from|to|by|with|and|all|each|every"
    r"|any|what|which|does|did|is|city|county|borough|district|town|parish|local|metropolitan|unitary|chief|british"
    r"|national|team|unit|office|officer|services?|department|governance|rights|information|legal|of|re|subject|foi)"
    r"\b[ \u00a0]*)+",
    re.IGNORECASE,
)


class _Seen(NamedTuple):
    name: str
    """The code of a listed authority, else the name in small letters."""
    authority: Authority | None
    span: Span
    weight: float
    misspelt: bool = False
    """Whether the name is written so only in this letter, and near to no other."""


@heading_reader
def authority(segments: Segments) -> tuple[Read, ...]:
    """The authority by its name in the letter, letterhead and closing before the rest, and by its e-mail domain.

    The name is read as of the letter's date, so that "Dorset Council" and its forerunners are told apart. A name that
    the register does not list, such as a police force's, is kept as written; a misspelt one is known again,
    with a doubt.
    """
    on = next((read.value for read in dates.read(segments) if read.field in ("sent", "published")), None)
    seen = sorted(_seen(segments, on), key=lambda one: (-one.weight, one.span.start))
    if not seen:
        return ()
    totals: dict[str, float] = {}
    for one in seen:
        totals[one.name] = totals.get(one.name, 0.0) + one.weight
    ranked = sorted(totals, key=lambda name: -totals[name])
    if len(ranked) > 1 and totals[ranked[0]] < totals[ranked[1]] + 0.5:
        first = next(one for one in seen if one.name in ranked[:2])
        return (Read("authority.name_as_written", _written(first.span), first.span, DoubtCode.AUTHORITY_AMBIGUOUS),)
    named = sorted(seen, key=lambda one: (EMAIL.fullmatch(one.span.words) is not None, one.misspelt))
    chosen = next(one for one in named if one.name == ranked[0])
    if chosen.authority is None:
        return (Read("authority.name_as_written", _written(chosen.span), chosen.span, DoubtCode.AUTHORITY_AMBIGUOUS),)
    doubt = DoubtCode.AUTHORITY_AMBIGUOUS if chosen.misspelt else None
    reads = [
        Read("authority.id", chosen.authority.code, chosen.span, doubt),
        Read("authority.name", chosen.authority.label),
    ]
    if not EMAIL.fullmatch(chosen.span.words):
        reads.append(Read("authority.name_as_written", _written(chosen.span)))
    return tuple(reads)


def _written(span: Span) -> str:
    return " ".join(span.words.split())


def _seen(segments: Segments, on: datetime.date | None) -> Iterator[_Seen]:
    whole = segments.whole
    inside = Stretches((passage.question.start, passage.question.end) for passage in segments.passages)
    listed = [whole.to(mention.start, mention.end) for mention in register.mentions(whole.words)]
    for span in listed:
        body = None if inside.touch(span) else register.resolve(span.words, on) or register.resolve(span.words)
        if body is not None:
            yield _Seen(body.code, body, span, _weight(span, segments))
    taken = Stretches((span.start, span.end) for span in listed)
    for span in _unlisted(segments):
        if not taken.touch(span) and not inside.touch(span):
            told = any(place.holds(span) for place in outside(segments))
            weight = _weight(span, segments) if told else 0.3
            meant = _meant(span.words, on)
            if meant:
                yield _Seen(meant.authority.code, meant.authority, span, weight, misspelt=True)
            else:
                yield _Seen(_written(span).lower(), None, span, weight)
    for place in outside(segments):
        for email in place.matches(EMAIL):
            bodies = register.by_email_domain(email[0].partition("@")[2])
            alive = [body for body in bodies if on is None or body.existed_on(on)]
            if len(alive) == 1:
                yield _Seen(alive[0].code, alive[0], place.of(email), 1.5)


@lru_cache(maxsize=256)
def _meant(name: str, on: datetime.date | None) -> register.Match | None:
    """The listed authority that a misspelt name means; a letter says its own name again and again."""
    return register.nearest(name, on)


def _unlisted(segments: Segments) -> Iterator[Span]:
    """Names of councils and forces, listed or not, in the heading and the closing, and in the answers."""
    places = (*outside(segments), *(passage.answer for passage in segments.passages))
    for place in dict.fromkeys(places):
        for found in place.matches(_UNLISTED):
            span = place.of(found)
            title = span.match(_NO_NAME)
            name = span.to(title.end(), span.end) if title else span
            if name.match(_UNLISTED):
                yield name


def _weight(span: Span, segments: Segments) -> float:
    """How much a mention says: most in the heading and in a closing address, little where another body is meant."""
    before = span.flow[max(0, span.start - 30) : span.start]
    if segments.heading.holds(span):
        return 4.0 if not before.strip() or before.endswith("\n") else 3.0
    if any(closing.holds(span) for closing in segments.closing):
        return 2.0
    return 0.4 if _ELSEWHERE.search(before) else 1.0
