"""Jobs that a letter speaks of: who paid for them, when, at what cost."""

import re

from foidata.documents.span import Span
from foidata.letters.finders.money import money
from foidata.letters.finders.periods import periods
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Post

_FUNDER = (
    r"(?P<funder>(?:[A-Z][\w&’'-]*\s+(?:(?:and|of|the|upon|on)\s+)?){0,5}(?:Council|Authority|Force|Borough"
    r"|Constabulary)|We|we)"
)
_POST = re.compile(
    rf"{_FUNDER}\s+(?:ha[sd]\s+|have\s+)?(?:(?:jointly|also|previously|established|created"
    rf"|set up)\s+(?:and\s+)?)*(?:funded|funds?|paid for|employed|employs|created|established)"
    rf"\s+(?:an?|one|the)\s+(?P<title>(?:(?:[A-Z(][\w&()’'/-]*|of|and|for)\s+){{0,9}})(?:(?:dedicated|temporary"
    rf"|part-time|full-time)\s+)?(?:post|position|role)\b"
)
_THIS = re.compile(
    rf"{_FUNDER}\s+(?:ha[sd]\s+|have\s+)?(?:funded|paid for|employed)\s+(?:this|the|that)\s+(?:post|position|role)\b"
)
_PURPOSE = re.compile(
    r",?\s*(?:which|that|whose (?:work|role|remit))\s+(?:includ(?:ed|es|ing)|cover(?:ed|s)|involve[ds]"
    r"|focus(?:ed|es)? on|was to|is to)\s+(?P<purpose>[^.;\n]{8,200}?)\s*(?=[.;\n]|$)"
)
_COST = re.compile(r"(?:at (?:a|an annual) cost of|costing|cost(?:s)?(?: of)?|salary of)\s+$", re.IGNORECASE)
_INDIRECT = re.compile(
    (
        r"\b(?:this|the)\s+(?:work|post|role)\s+(?:did|does|do)\s+not\s+(?:directly\s+)?(?:deliver|provide"
        r"|carry out)[^.,;\n]*?(?=\s+but\b|[.,;\n]|$)"
    ),
    re.IGNORECASE,
)


def posts(answer: Span, authority: str | None) -> tuple[Post, ...]:
    """The jobs of an answer. What is said later of "this post" belongs to the one before."""
    found = list(answer.matches(_POST))
    ends = [*(following.start() for following in found[1:]), answer.end]
    return tuple(
        _post(match, answer, answer.to(match.end(), end), authority) for match, end in zip(found, ends, strict=False)
    )


def _post(match: re.Match[str], answer: Span, rest: Span, authority: str | None) -> Post:
    title = match["title"].strip() or None
    evidence: list[Evidence] = [answer.of(match).evidence(*(["title"] if title else []), "funded_by")]
    purpose = rest.match(_PURPOSE)
    if purpose:
        evidence.append(rest.of(purpose, "purpose").evidence("purpose"))
    about = _about(rest)
    dated = next((dated for dated in periods(about) if dated.period.kind != "date"), None)
    if dated:
        evidence.append(dated.span.evidence("period"))
    cost = next((one for one in money(about) if one.basis), None)
    if cost:
        cue = _COST.search(rest.flow, rest.start, cost.span.start)
        evidence.append(rest.to(cue.start() if cue else cost.span.start, cost.span.end).evidence("annual_cost"))
    indirect = rest.search(_INDIRECT)
    if indirect:
        evidence.append(rest.of(indirect).evidence("delivers_directly"))
    return Post.make(
        title=title,
        period=dated.period if dated else None,
        purpose=purpose["purpose"] if purpose else None,
        annual_cost=cost.quantity if cost else None,
        funded_by=_funder(match["funder"], authority),
        delivers_directly=False if indirect else None,
        evidence=tuple(sorted(evidence, key=lambda one: one.start)),
    )


def _about(rest: Span) -> Span:
    """The words that speak of the post: its own sentence, and one that begins `The Council funded this post`."""
    this = rest.search(_THIS)
    stop = re.compile(r"\.\s|\n\s*\n|$").search(rest.flow, this.end() if this else rest.start, rest.end)
    return rest.to(this.end() if this else rest.start, stop.start() if stop else rest.end)


def _funder(words: str, authority: str | None) -> str | None:
    """Who paid: "The Council" and "we" are the authority itself."""
    plain = " ".join(words.split())
    return (
        authority
        if re.fullmatch(r"(?:the )?(?:council|authority|force|borough|constabulary|we)", plain, re.IGNORECASE)
        else plain
    )
