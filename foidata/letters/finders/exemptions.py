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


_CITED = re.compile(
    (
        r"\b(?P<kind>sections?|s\.?|regulations?"
        r"|reg\.?)\s?(?P<number>[0-9]{1,2}[A-Z]?)(?P<limbs>(?:\s?\(\s?[0-9A-Za-z]{1,3}\s?\)){0,4})"
    ),
    re.IGNORECASE,
)
_OTHER_LAW = re.compile(
    (
        r"\s*(?:of|under|in)\s+(?:the\s+)?(?:Modern Slavery|Housing|Children|Data Protection|Human Rights|Care"
        r"|Local Government|Crime|Immigration|Equality|Homelessness)[\w\s]{0,40}\b(?:Act|Regulations)"
    ),
    re.IGNORECASE,
)
_PREFIX = {Law.FOIA_2000: "foia_s", Law.FOISA_2002: "foisa_s", Law.EIR_2004: "eir_r", Law.EISR_2004: "eisr_r"}
_PROCEDURAL = frozenset({"1", "8", "9", "10", "11", "16", "17"})


def exemptions(span: Span, laws: Sequence[Law]) -> Iterator[Citation]:
    """The provisions cited in a stretch. Sections of other Acts are none; procedure (s.16, s.17) is none under FOIA."""
    for found in span.matches(_CITED):
        if _OTHER_LAW.match(span.source, found.end(), span.end):
            continue
        law = _law(found, laws)
        code = _code(law, found["number"], found["limbs"]) if law else None
        if code:
            yield Citation(span.of(found).stripped(), code)


def _law(found: re.Match[str], laws: Sequence[Law]) -> Law | None:
    """Sections belong to the Acts, regulations to the Regulations; Scotland's where the letter is under Scots law."""
    regulation = found["kind"].lower().startswith("reg")
    scots = Law.FOISA_2002 in laws or Law.EISR_2004 in laws
    if regulation:
        return Law.EISR_2004 if scots else Law.EIR_2004
    if found["number"] in _PROCEDURAL and not (scots and found["number"] == "17"):
        return None
    return Law.FOISA_2002 if scots else Law.FOIA_2000


def _code(law: Law, number: str, limbs: str) -> str | None:
    """The listed provision that a citation means: itself, or the nearest one above it."""
    parts = [part.lower() for part in re.findall(r"[0-9A-Za-z]+", limbs)]
    known = reference.exemptions()
    for length in range(len(parts), -1, -1):
        code = "_".join([_PREFIX[law] + number.lower(), *parts[:length]])
        if code in known:
            return code
    below = [code for code in known if code.startswith(_PREFIX[law] + number.lower() + "_")]
    return below[0] if below and not parts else None
