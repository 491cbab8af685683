"""The authority that wrote the letter."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from foidata.documents.span import Span
from foidata.letters.heading import Read, heading_reader
from foidata.letters.heading.dates import dates
from foidata.letters.heading.review import EMAIL
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


class _Seen(NamedTuple):
    authority: Authority
    span: Span
    weight: float


@heading_reader
def authority(segments: Segments) -> tuple[Read, ...]:
    """The authority by its name in the letter, letterhead and closing before the rest, and by its e-mail domain.

    The name is read as of the letter's date, so that "Dorset Council" and its forerunners are told apart.
    """
    on = next((read.value for read in dates.read(segments) if read.field in ("sent", "published")), None)
    seen = sorted(_seen(segments, on), key=lambda one: (-one.weight, one.span.start))
    if not seen:
        return ()
    totals: dict[str, float] = {}
    for one in seen:
        totals[one.authority.code] = totals.get(one.authority.code, 0.0) + one.weight
    ranked = sorted(totals, key=lambda code: -totals[code])
    if len(ranked) > 1 and totals[ranked[0]] < totals[ranked[1]] + 0.5:
        first = next(one for one in seen if one.authority.code in ranked[:2])
        return (Read("authority.name_as_written", _written(first.span), first.span, DoubtCode.AUTHORITY_AMBIGUOUS),)
    named = sorted(seen, key=lambda one: EMAIL.fullmatch(one.span.text) is not None)
    chosen = next(one for one in named if one.authority.code == ranked[0])
    reads = [Read("authority.id", chosen.authority.code, chosen.span), Read("authority.name", chosen.authority.label)]
    if not EMAIL.fullmatch(chosen.span.text):
        reads.append(Read("authority.name_as_written", _written(chosen.span)))
    return tuple(reads)


def _written(span: Span) -> str:
    return " ".join(span.text.split())


def _seen(segments: Segments, on: datetime.date | None) -> Iterator[_Seen]:
    whole = segments.document.whole
    questions = [passage.question for passage in segments.passages]
    for mention in register.mentions(whole.text):
        span = whole.to(mention.start, mention.end)
        if any(question.holds(span) for question in questions):
            continue
        body = register.resolve(span.text, on) or register.resolve(span.text)
        if body is not None:
            yield _Seen(body, span, _weight(span, segments))
    for place in (segments.heading, *segments.closing):
        for email in place.matches(EMAIL):
            bodies = register.by_email_domain(email[0].partition("@")[2])
            alive = [body for body in bodies if on is None or body.existed_on(on)]
            if len(alive) == 1:
                yield _Seen(alive[0], place.of(email), 1.5)


def _weight(span: Span, segments: Segments) -> float:
    """How much a mention says: most in the heading and in a closing address, little where another body is meant."""
    before = span.source[max(0, span.start - 30) : span.start]
    if segments.heading.holds(span):
        return 4.0 if not before.strip() or before.endswith("\n") else 3.0
    if any(closing.holds(span) for closing in segments.closing):
        return 2.0
    return 0.4 if _ELSEWHERE.search(before) else 1.0
