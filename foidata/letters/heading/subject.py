"""The subject of the request and the authority's reference."""

import re

from foidata.documents.span import Span
from foidata.letters.heading import Read, heading_reader, outside
from foidata.letters.passage import Segments

_SUBJECTS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"^[ \t\u00a0]*(?:re|subject|request subject|title)[ \t\u00a0]*[:\-–][ \t\u00a0]*(?P<subject>[^\n]{3,160})$",
        (
            r"(?:Freedom of Information(?:\s*\(Scotland\))? Act(?:\s+20\d\d)?"
            r"|Environmental Information Regulations(?:\s+2004)?"
            r"|FOI(?:A)?(?:[ /]?\d[\w/-]*)?)(?:\s*\([^)\n]*\))?\s+[-–—]\s*(?P<subject>[^\n]{3,160})$"
        ),
        r"^[ \t\u00a0]*INTERNAL REVIEW[ \t\u00a0]+[-–—:][ \t\u00a0]*(?P<subject>[^\n]{3,160})$",
    )
)
_GENERIC = re.compile(
    r"(?:freedom of information |foi )?(?:information )?(?:request|response|reply|act"
    r"|foi)?(?: for information)?(?: under .*)?\W*$"
    r"|(?:foi|eir|ref|req|ir)[\w\s:./-]*\d+\W*$|request for information",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?=[^\n]*\b(?i:slavery|traffick|exploitation|NRM|asylum|looked after|homeless|supply chains|survivors))"
    r"[A-Z‘“][^\n.?!:|>]{8,110}"
)
"""A line of its own that names what the request is about, as a page of a disclosure log has it."""
_REFERENCE = re.compile(
    r"(?:(?P<your>your)\s+|(?:our|case|request|foi|reply|response|file|log|ein)\s+(?:cyf\s*/\s*our\s+)?)?"
    r"(?:ref(?:erence)?(?:\s+(?:number|no\.?|id))?|(?:request|case|log|enquiry|disclosure|foi)\s+(?:id|number|no\.?"
    r"|reference)(?:\s+number)?"
    r"|cyfeirnod\b[^\n:]{0,40})\.?\s*[:.|]?[ \t\u00a0]*\n?[ \t]*"
    r"(?P<ref>[A-Z0-9][A-Z0-9/_.:-]*(?:[ -][A-Z0-9/_.-]*\d[A-Z0-9/_.-]*)*)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^[ \t]*(?:Subject:[ \t]*(?:RE:[ \t]*)?)?(?:freedom of information )?"
    r"(?:(?P<kind>FOI|EIR|IR|REQ|RFI|FOIA|CAS|SR)(?:[ -]?(?:request"
    r"|ref)?[ :#-]{0,2}))(?P<ref>\d[\w/.-]{2,20}|\d{4,})\b"
    r"|^[ \t]*(?:FOI )?Request[ \t]+(?P<only>\d{4,})[ \t]*$|^(?P<alone>[A-Z]{1,4}\d{4,8})[ \t]*$",
    re.MULTILINE,
)
_TITLED = re.compile(
    r"^[^\n]{0,120}?(?:\((?P<round>(?:[A-Z]{2,6}[ -]?)?[0-9][0-9A-Z/.-]{3,20})\)"
    r"|\[(?P<square>(?:[A-Z]{2,6}[ -]?)?[0-9][0-9A-Z/.-]{3,20})\])[ \t]*$"
    r"|^[^\n]{10,120}[ \t][-–][ \t](?P<end>[0-9]{4,10}|[0-9]{2}/[0-9]{3,6})[ \t]*$"
    r"|^(?P<lone>[A-Z]{2,5}[/-](?:[A-Z]{2,5}[/-])?[0-9]{2,4}[/-][0-9]{2,8})[ \t]*$"
    r"|^Subject:[^\n]{0,60}?\b(?P<subject>[A-Z]{2,5}[ -][0-9]{4,8})\b",
    re.MULTILINE,
)
"""A reference without a label: in brackets or behind a dash at the end of a title, alone on its line, in a subject."""


@heading_reader
def subject(segments: Segments) -> tuple[Read, ...]:
    """The subject, when the letter gives one that says more than "information request"."""
    for pattern in _SUBJECTS:
        for found in segments.heading.matches(pattern):
            span = segments.heading.of(found, "subject").stripped()
            if not _GENERIC.match(span.words):
                return (Read("request.subject", span.words, span),)
    title = next((line.stripped() for line in segments.heading.lines() if _is_title(line.words.strip())), None)
    return (Read("request.subject", title.words, title),) if title else ()


def _is_title(words: str) -> bool:
    return len(words.split()) <= 14 and _TITLE.fullmatch(words) is not None and not _GENERIC.match(words)


@heading_reader
def reference(segments: Segments) -> tuple[Read, ...]:
    """The authority's reference, labelled or in a form of its own; never the requester's."""
    for place in outside(segments):
        for found in place.matches(_REFERENCE):
            span = place.of(found, "ref")
            if not found["your"] and _is_reference(span):
                return (
                    Read(
                        "request.reference",
                        span.words.rstrip(".,:"),
                        span.to(span.start, span.start + len(span.words.rstrip(".,:"))),
                    ),
                )
        bare = place.search(_BARE)
        if bare:
            span = place.of(bare, "only" if bare["only"] else "alone" if bare["alone"] else 0).stripped()
            span = span.to(bare.start("kind"), span.end) if bare["kind"] else span
            return (Read("request.reference", span.words, span),)
        titled = place.search(_TITLED)
        if titled:
            span = place.of(titled, next(name for name, words in titled.groupdict().items() if words))
            return (Read("request.reference", span.words, span),)
    return ()


def _is_reference(span: Span) -> bool:
    return sum(char.isdigit() for char in span.words) >= 3
