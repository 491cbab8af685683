"""Provisions relied on to withhold, by the law that the letter is under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foidata.documents.span import Span
from foidata.standard import reference
from foidata.standard.codes import Law


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as cited, and its code."""

    span: Span
    code: str


_LIMBS = r"(?:\s?\(\s?[0-9A-Za-z]{1,3}\s?\))"
_CITED = re.compile(
    rf"(?<![’'])\b(?P<kind>sections?|s\.?|regulations?|reg\.?)\s?(?P<number>[0-9]{{1,2}}[A-Z]?)(?![0-9])"
    rf"(?P<limbs>{_LIMBS}{{0,4}})",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"\s*(?:,|&|/|and\b|or\b)\s*(?:and\s+|or\s+)?(?P<cited>(?P<number>[0-9]{{1,2}}[A-Z]?)?(?![0-9])(?P<limbs>{_LIMBS}{{0,4}}))",
    re.IGNORECASE,
)
_LIMB = re.compile(r"[0-9A-Za-z]+")
OTHER_LAW = (
    r"\s*(?:of|under|in)?\s+(?:the\s+)?(?:Modern Slavery|Housing|Children|Data Protection|Human Rights|Care"
    r"|Local Government|Crime|Immigration|Equality|Homelessness)[\w\s]{0,40}\b(?:Act|Regulations)"
)
"""How words after a section go on that say it is one of another law."""
_OTHER_LAW = re.compile(OTHER_LAW, re.IGNORECASE)
_OTHER_SECTION = re.compile(
    r"\s+(?:notices?|enquir|inquir|assessment|investigation|duty|duties|plan|meeting|order)", re.IGNORECASE
)
_PREFIX = {Law.FOIA_2000: "foia_s", Law.FOISA_2002: "foisa_s", Law.EIR_2004: "eir_r", Law.EISR_2004: "eisr_r"}
_PROCEDURAL = frozenset({"1", "8", "9", "10", "11", "16", "17"})
_USUAL = {"foia_s40": "foia_s40_2", "foia_s43": "foia_s43_2", "foisa_s38": "foisa_s38_1_b"}
"""Sections cited as a whole of which one limb is meant: others' personal data, not the requester's own."""
_FORMER = {"foia_s40_5_a": "foia_s40_5a", "foia_s40_5_b": "foia_s40_5b"}
"""Provisions that had another number before 25 May 2018; letters of any year cite them by it."""


def exemptions(span: Span, laws: Sequence[Law]) -> Iterator[Citation]:
    """The provisions cited in a stretch. Sections of other Acts are none; procedure (s.16, s.17) is none under FOIA."""
    for found in span.matches(_CITED):
        cited = list(_listed(found, span))
        end = cited[-1][0].end
        if _OTHER_LAW.match(span.flow, end, span.end) or _OTHER_SECTION.match(span.flow, end, span.end):
            continue
        for words, number, limbs in cited:
            law = _law(found["kind"], number, laws)
            code = _code(law, number, limbs) if law else None
            if code:
                yield Citation(words, code)


def _listed(found: re.Match[str], span: Span) -> Iterator[tuple[Span, str, list[str]]]:
    """The citation, and those that go on from it: `sections 31(1)(a) and 43(2)`, `section 31(1)(a) and (b)`."""
    number, limbs = found["number"], _LIMB.findall(found["limbs"])
    yield span.of(found).stripped(), number, limbs
    plural = found["kind"].lower().endswith("ns")
    end = found.end()
    while (more := _ANOTHER.match(span.flow, end, span.end)) and (more["limbs"] or (more["number"] and plural)):
        own = _LIMB.findall(more["limbs"])
        limbs = own if more["number"] else [*limbs[: len(limbs) - len(own)], *own]
        number = more["number"] or number
        yield span.of(more, "cited").stripped(), number, limbs
        end = more.end()


def _law(kind: str, number: str, laws: Sequence[Law]) -> Law | None:
    """Sections belong to the Acts, regulations to the Regulations; Scotland's where the letter is under Scots law."""
    scots = Law.FOISA_2002 in laws or Law.EISR_2004 in laws
    if kind.lower().startswith("reg"):
        return Law.EISR_2004 if scots else Law.EIR_2004
    if number in _PROCEDURAL and not (scots and number == "17"):
        return None
    return Law.FOISA_2002 if scots else Law.FOIA_2000


def _code(law: Law, number: str, limbs: list[str]) -> str | None:
    """The listed provision that a citation means: itself, or the nearest one above it."""
    parts = [part.lower() for part in limbs]
    known = reference.exemptions()
    whole = _PREFIX[law] + number.lower()
    for length in range(len(parts), -1, -1):
        code = "_".join([whole, *parts[:length]])
        code = _FORMER.get(code, code)
        if code in known:
            return code
    below = [code for code in known if code.startswith(whole + "_")]
    return _USUAL.get(whole, below[0]) if below and not parts else None
