"""When the request was made and received, when the letter was sent and published."""

import datetime
import re

from foidata.documents.span import Span, Stretches
from foidata.letters.finders.periods import dates as dates_in
from foidata.letters.heading import Read, heading_reader, outside
from foidata.letters.passage import Segments

_CUES = tuple(
    (field, re.compile(pattern, re.IGNORECASE))
    for field, pattern in (
        (
            "due",
            (
                r"(?:due|reply by|respond by|deadline|no later than|before|by|review of our (?:reply|response) of"
                r"|our (?:reply|response|letter) of|review|until)\s*:?\s*(?:on )?$"
            ),
        ),
        (
            "request.received",
            r"(?:received|receipt)(?: on| by us on|:)?\s*(?:date)?\s*:?\s*$|date (?:request )?received\s*:?\s*$",
        ),
        (
            "request.made",
            (
                r"(?:request|e-?mail|letter|enquiry|correspondence)\s+(?:made\s+|sent\s+)?(?:of|dated|on|made on"
                r"|sent on)\s*:?\s*$|you (?:asked|wrote)[^.\n]{0,20} on\s*$"
            ),
        ),
        ("published", r"publi(?:shed|cation)(?: date)?(?: on)?\s*:?\s*$"),
        (
            "sent",
            (
                r"(?:date|dyddiad(?:\s*/\s*date)?|dated|sent|issued|response date|date of (?:decision|response"
                r"|letter|reply)|date (?:responded|issued|sent|closed)|responded|respon(?:se|ded) (?:sent"
                r"|on)?)\s*:?\s*(?:on )?$"
            ),
        ),
    )
)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur?|sun)(?:day)?,?\s*$", re.IGNORECASE)
_END = re.compile(r"[ .\n\t]*\Z")
_QUOTED = re.compile(r"^On [^\n]{5,80}wrote:", re.MULTILINE)


@heading_reader
def dates(segments: Segments) -> tuple[Read, ...]:
    """The dates by the words before them; a date on a line of its own in the heading is the letter's.

    A reply that stands above the request quotes it with `On 4 December 2023 … wrote:`.
    """
    found: dict[str, Read] = {}
    alone: Read | None = None
    for place in (*outside(segments), *_response_heads(segments)):
        quoting = Stretches((match.start(), match.end()) for match in place.matches(_QUOTED))
        for span, day in dates_in(place):
            field = "request.made" if quoting.touch(span) else _field(span, place)
            if field in (None, "due"):
                if field is None and alone is None and (_alone(span) if place == segments.heading else _last(span)):
                    alone = Read("sent", day, span)
            elif field not in found:
                found[field] = Read(field, day, span)
    if alone and "sent" not in found:
        found["sent"] = alone
    found.pop("due", None)
    return tuple(_plausible(found))


def _plausible(found: dict[str, Read]) -> list[Read]:
    """Without a date of sending that is before the request came in: then one of the two was misread."""
    sent, received = found.get("sent"), found.get("request.received")
    if sent and received and isinstance(sent.value, datetime.date) and sent.value < received.value:
        found = {name: read for name, read in found.items() if name not in ("sent", "request.received")}
    return list(found.values())


def _field(span: Span, place: Span) -> str | None:
    """What a date is, by the words before it on its line, or on the line above when it stands alone."""
    before = span.flow[max(place.start, span.start - 80) : span.start]
    before = _WEEKDAY.sub("", before)
    line = before.rsplit("\n", 1)[-1]
    context = line if line.strip() else before.rstrip()[-60:].rsplit("\n", 1)[-1]
    context = re.sub(r"[0-9A-Za-z' ]+/\s*$", lambda words: "" if re.search(r"\d", words[0]) else words[0], context)
    if line.strip() or before.count("\n", len(before.rstrip())) <= 2:
        return next((field for field, cue in _CUES if cue.search(context)), None)
    return None


def _alone(span: Span) -> bool:
    start = span.source.rfind("\n", 0, span.start) + 1
    end = span.source.find("\n", span.end)
    line = span.flow[start : end if end >= 0 else len(span.flow)]
    return len(line.strip()) <= len(span.words) + len("Wednesday, ")


def _last(span: Span) -> bool:
    """Whether the letter ends with this date, as a footer does: `Exampleton City Council, 9 March 2021`."""
    return _END.match(span.flow, span.end) is not None


def _response_heads(segments: Segments) -> tuple[Span, ...]:
    """The lines between questions and answers, where a log page dates its response."""
    if not segments.passages:
        return ()
    last = max((passage.question.end for passage in segments.passages), default=0)
    first = min((passage.answer.start for passage in segments.passages if passage.answer), default=last)
    return (segments.heading.to(last, first),) if first > last else ()
