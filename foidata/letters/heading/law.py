"""The laws that a letter names as its own."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.heading import Read, heading_reader, outside
from foidata.letters.passage import Segments
from foidata.standard.codes import DoubtCode, Law

_NAMES = (
    (
        Law.FOISA_2002,
        (
            r"Freedom of Information\s*\(?Scotland\)?\s*Act(?:,?\s*2002)?(?:\s*\((?:FOISA|FOI\(?S\)?A|the Act)\))?"
            r"|\bFOI\(?S\)?A(?:\s+2002)?\b"
        ),
    ),
    (
        Law.EISR_2004,
        (
            r"Environmental Information\s*\(?Scotland\)?\s*Regulations(?:,?\s*2004)?(?:\s*\([^)\n]{2,10}\))?"
            r"|(?<![\w/-])EI\(?S\)?Rs?\b(?:\s+2004\b)?(?!\s?[-/:#]?\s?[0-9]|-)"
        ),
    ),
    (
        Law.FOIA_2000,
        (
            r"Freedom of Information Act(?!\s*\(?Scot)(?:,?\s*2000)?(?:\s*\((?:FOIA?|the Act|the FOIA?)\))?"
            r"|\bFOIA(?:\s+2000)?\b|Deddf Rhyddid Gwybodaeth(?:\s+2000)?"
        ),
    ),
    (
        Law.EIR_2004,
        (
            r"Environmental Information Regulations?(?!\s*\(?Scot)(?:,?\s*2004)?(?:\s*\([^)\n]{2,10}\))?"
            r"|(?<![\w/-])EIRs?\b(?:\s+2004\b)?(?!\s?[-/:#]?\s?[0-9]|-)"
        ),
    ),
)
_PATTERNS = tuple(
    (law, re.compile(pattern, re.IGNORECASE if "Freedom" in pattern or "Env" in pattern else 0))
    for law, pattern in _NAMES
)
_LOOSE = re.compile(r"\bFOI\b|freedom of information", re.IGNORECASE)
_LOOSE_BESIDE = re.compile(
    r"(?P<foi>freedom of information(?: \(FOI\))?|\bFOI)\s*(?:/|or|and|&)\s*(?=environmental information|EIR)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:/|&|and|or|,)\s*(?:the\s+)?", re.IGNORECASE)


@heading_reader
def laws(segments: Segments) -> tuple[Read, ...]:
    """The laws, named in full or by their letters; a bare "FOI" is the Act of 2000, with a doubt."""
    for place in (*outside(segments), *(passage.answer for passage in segments.passages), segments.whole):
        found = tuple(_of_one_nation(tuple(_named(place))))
        if found:
            spans = _joined((*found, *_loosely_named(place, found)))
            return tuple(Read("legal_basis", law, span) for law, span in spans)
    loose = next((place.of(match) for place in outside(segments) if (match := place.search(_LOOSE))), None)
    if loose is None or not segments.passages:
        return ()
    return (Read("legal_basis", Law.FOIA_2000, loose, DoubtCode.LAW_ASSUMED),)


def _of_one_nation(found: tuple[tuple[Law, Span], ...]) -> Iterator[tuple[Law, Span]]:
    """The laws without a bare "EIRs" where the letter is under Scots law and means Scotland's."""
    scots = any(law in (Law.FOISA_2002, Law.EISR_2004) for law, _ in found)
    return ((law, span) for law, span in found if not (scots and law is Law.EIR_2004 and len(span.words) < 6))


def _named(place: Span) -> Iterator[tuple[Law, Span]]:
    for law, pattern in _PATTERNS:
        found = place.search(pattern)
        if found:
            yield law, place.of(found)


def _loosely_named(place: Span, found: tuple[tuple[Law, Span], ...]) -> Iterator[tuple[Law, Span]]:
    """`freedom of information or environmental information regulations`: both, though only one is named in full."""
    if {law for law, _ in found} != {Law.EIR_2004}:
        return
    for match in place.matches(_LOOSE_BESIDE):
        yield Law.FOIA_2000, place.of(match, "foi")


def _joined(found: tuple[tuple[Law, Span], ...]) -> list[tuple[Law, Span]]:
    """Names that follow one another share one stretch: `… Act 2000/Environmental … Regulations 2004`."""
    ordered = sorted(found, key=lambda pair: pair[1].start)
    spans = [ordered[0][1]]
    for _, span in ordered[1:]:
        between = _BETWEEN.fullmatch(span.flow, spans[-1].end, span.start) if span.start >= spans[-1].end else None
        if between:
            spans[-1] = spans[-1].to(spans[-1].start, span.end)
        elif not spans[-1].holds(span):
            spans.append(span)
    return [(law, next(wide for wide in spans if wide.holds(span))) for law, span in ordered]
