"""Where to ask for an internal review."""

import re

from foidata.documents.span import Span
from foidata.letters.extent import blocks
from foidata.letters.frame import EMAIL, REGULATOR
from foidata.letters.heading import Read, heading_reader
from foidata.letters.passage import Segments
from foidata.standard import register

_REVIEW = re.compile(
    r"internal review|\breview\b|look(?:ed)? (?:at )?(?:\w+ )?again|disagree|adolyg|dissatisf|unhappy"
    r"|not (?:happy|satisfied|content)|complain|challenge|appeal|anfodlon",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(?:yours (?:sincerely|faithfully|truly)|(?:kind(?:est)? |best )?regards|best wishes)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LABELLED = re.compile(r"(?:e-?mail|tel(?:ephone)?|phone|t|fax|web(?:site)?)\s*[:.]?\s*(?=\S*[@0-9w])", re.IGNORECASE)
_ADDRESS = re.compile(
    (
        r"\d|\b(?:house|hall|centre|center|street|road|lane|square|place|building|floor|po box|civic|offices?"
        r"|county hall|guildhall|avenue|way|court|park)\b|\b[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b"
    ),
    re.IGNORECASE,
)
_BODY = re.compile(r"[A-Z]\w+ .*\b(?:Council|Constabulary|Police),?$")
_TEAM = re.compile(
    r"\b(?:contact|to|by)\s+(?:the\s+|our\s+)(?P<team>(?:[A-Z][\w&’'-]*\s+(?:(?:and|&|of"
    r"|for)\s+)?){1,5}(?:Team|Unit|Office|Officer|Department|Service|Manager))\b"
)
_STREET = re.compile(r",\s*(?P<address>(?:[A-Z0-9][\w’'.-]*,?\s+){1,12}[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2})\b")


@heading_reader
def review_contact(segments: Segments) -> tuple[Read, ...]:
    """The authority's own address for a review: a block of lines after `write to:`, or an e-mail in the sentence."""
    for closing in (_unsigned(place) for place in segments.closing):
        paragraphs = list(blocks(closing))
        first = next((place for place, span in enumerate(paragraphs) if _offers(span)), None)
        if first is not None:
            return _contact(closing.to(paragraphs[first].start, closing.end))
    return ()


def _unsigned(closing: Span) -> Span:
    """The closing words without the signature, whose team and mailbox are nobody's offer of a review."""
    signed = closing.search(_GREETING)
    after = closing.to(signed.end(), closing.end) if signed else None
    if signed is None or (
        after and any(_offers(block) and max(len(line.words) for line in block.lines()) > 70 for block in blocks(after))
    ):
        return closing
    return closing.to(closing.start, signed.start())


def _offers(paragraph: Span) -> bool:
    """Whether a paragraph offers the authority's own review."""
    return bool(paragraph.search(_REVIEW)) and not (paragraph.search(REGULATOR) and not paragraph.search(EMAIL))


def _contact(rest: Span) -> tuple[Read, ...]:
    found: list[Read] = []
    until = next((span.start for span in blocks(rest) if span.start > rest.start and span.search(REGULATOR)), rest.end)
    own = rest.to(rest.start, until)
    lines = [line.stripped() for line in own.lines() if line.stripped()]
    if lines and lines[0].words.rstrip().endswith(":"):
        found += _block(lines[1:])
    else:
        team = own.search(_TEAM)
        if team:
            found.append(Read("review_contact.team", " ".join(team["team"].split()), own.of(team, "team")))
            street = _STREET.match(own.flow, team.end("team"), own.end)
            if street:
                found.append(
                    Read("review_contact.address", " ".join(street["address"].split()), own.of(street, "address"))
                )
    for email in own.matches(EMAIL):
        if not REGULATOR.search(email[0]) and not email[0].startswith("casework"):
            found.append(Read("review_contact.email", email[0], own.of(email)))
            break
    return tuple(found)


def _block(lines: list[Span]) -> list[Read]:
    """Team and address in the lines after `write to:`: the address begins with the authority's name or a building."""
    own: list[Span] = []
    for line in lines:
        if line.match(_LABELLED) or line.search(EMAIL) or len(line.words) > 70 or line.search(REGULATOR):
            break
        own.append(line)
    starts = (
        place
        for place, line in enumerate(own)
        if line.search(_ADDRESS) or line.search(_BODY) or register.mentions(line.words)
    )
    split = next(starts, len(own))
    found = []
    for field, part in (("review_contact.team", own[:split]), ("review_contact.address", own[split:])):
        if part:
            whole = part[0].to(part[0].start, part[-1].end)
            found.append(Read(field, ", ".join(line.words.rstrip(" ,") for line in part), whole))
    return found
