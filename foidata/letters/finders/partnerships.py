"""Partnerships that a letter names."""

import re

from rapidfuzz import fuzz, utils

from foidata.documents.span import Span
from foidata.letters.finders.periods import periods
from foidata.letters.finders.sentences import sentence_around
from foidata.standard import reference
from foidata.standard.codes import PartnershipRole, Stage
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Partnership

_ABOUT = r"(?:slavery|trafficking|exploitation|safeguarding|community safety|anti-?\s?slavery|human)"
_NAME = re.compile(
    r"(?P<name>(?:[A-Z][\w&’'\u2010-]*,?\s+(?:(?:and|of|for|the|&)\s+)?){1,8}"
    r"(?:(?:modern|anti-?|human)[- ]?(?:slavery|trafficking)\s+)?"
    r"(?i:partnership|network|group|forum|board|alliance|coalition))\b"
)
_TITLED = re.compile(r"\s*(?:,\s*|’s\s+|'s\s+)?(?i:terms of reference|strategy|action plan|report|newsletter|toolkit)")
_ARTICLES = frozenset({"The", "This", "Our", "A", "An", "That"})
_PLAIN = re.compile(
    r"\b(?P<article>an?\s+|the\s+)(?P<name>(?:local\s+|regional\s+"
    r"|multi-agency\s+)?(?:anti[-\u2010 ]?)?(?:human[- ])?(?:trafficking|slavery"
    r"|modern slavery)\s+(?:partnership|network|group|forum|board)"
    r"\s+(?:for|across|in)\s+(?P<area>(?:[A-Z][\w’'-]*(?:,\s+|\s+and\s+|\s+)?){1,6})(?:\s*\([A-Z]{2,8}\))?)"
)
_MEMBER = re.compile(
    r"(?:\b(?:it|we|the (?:council|authority|force|borough))\b|[A-Z][\w’' -]{2,40}Council)\s+(?:has been"
    r"|have been|is|are|was|were|remains?|became|belongs? to|sits? on|attends?|works? with"
    r"|participates? in)\s*"
    r"(?:also\s+)?(?:an?\s+)?(?:active\s+|founding\s+|full\s+|key\s+)?(?:partner|member|part"
    r"|signatory)?\s*(?:of|in|on)?\s*(?:the\s+)?$"
)
_SINCE = re.compile(r"\s+since\b[^.,;\n]{0,60}?(?:19|20)\d\d")
_FOUNDER = re.compile(
    r"[A-Z][^.;\n]{0,80}?\b(?:to bring together|brought together|set up|established|founded"
    r"|helped (?:to )?(?:form|create|establish))\s*$"
)
_LEADS = (
    (PartnershipRole.CHAIR, re.compile(r"\bchairs?\b")),
    (PartnershipRole.LEAD, re.compile(r"\bleads?\b(?! (?:officer|for))")),
)
_MEMBERS = re.compile(
    r"(?:invited (?:participants?|members?|partners?)|members|partners|membership"
    r"|participants)\s+(?:also\s+)?(?:includ(?:e[sd]?|ing)|are|were|is|was)\s+(?P<members>[^.;\n]{5,400})"
)
_STAGES = (
    (
        Stage.EARLY,
        re.compile(
            r"\b(?:still )?in (?:its|the|their) early stages\b|\b(?:newly|recently) (?:formed|established|set up)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stage.PLANNED,
        re.compile(r"\b(?:will be|to be|is being|plans? to be) (?:set up|established|formed)\b", re.IGNORECASE),
    ),
    (Stage.ENDED, re.compile(r"\b(?:no longer (?:meets|exists)|has (?:ended|been disbanded))\b", re.IGNORECASE)),
)
_PLAN = re.compile(
    (
        r"\b(?:(?P<no>does not (?:yet |currently )?have|has no|no|has not (?:yet )?(?:got|agreed|written))|has"
        r"|have)\s+(?:an?\s+)?(?:agreed\s+)?action plan\b"
    ),
    re.IGNORECASE,
)
_GAP = re.compile(r"\n[ \t\u00a0]*\n")
ALIKE = 90
NEAR = 240
"""The authority's part in a partnership stands within so many characters before its name."""
LONGEST = 3000
"""No paragraph about a partnership is longer."""


def code_of(name: str) -> str | None:
    """The code of a listed partnership, when the name is one of the list but for small differences."""
    scored = [
        (fuzz.ratio(name, one.label, processor=utils.default_process), code)
        for code, one in reference.partnerships().items()
    ]
    score, code = max(scored, default=(0, ""))
    return code if score >= ALIKE else None


def partnerships(answer: Span) -> tuple[Partnership, ...]:
    """The partnerships that an answer names, with what it says of the authority's part in them.

    A name in the title of a document is only mentioned, and a second mention adds nothing.
    """
    found: list[Partnership] = []
    for match in answer.matches(_NAME):
        name = _without_article(answer.of(match, "name"))
        if not re.search(_ABOUT, name.words, re.IGNORECASE) and code_of(name.words) is None:
            continue
        if _TITLED.match(answer.flow, name.end, answer.end) or len(name.words.split()) < 3:
            continue
        one = _joined(name, answer)
        if not any(fuzz.ratio(one.name, other.name) >= ALIKE for other in found[-40:]):
            found.append(one)
    found += [_founded(match, answer) for match in answer.matches(_PLAIN)]
    return tuple(sorted(found, key=lambda one: one.evidence[0].start))


def _without_article(name: Span) -> Span:
    """A name without the word before it that only begins the sentence: `The Sandwell Anti-Slavery Partnership`."""
    first, _, rest = name.words.partition(" ")
    return name.to(name.end - len(rest), name.end) if first in _ARTICLES else name


def _joined(name: Span, answer: Span) -> Partnership:
    """A partnership with a name of its own, and whether the authority is a member of it, leads or chairs it."""
    sentence = sentence_around(answer, name.start)
    start = max(sentence.start, name.start - NEAR)
    member = _MEMBER.search(answer.flow, start, name.start)
    role = (
        PartnershipRole.MEMBER
        if member
        else next((role for role, cue in _LEADS if cue.search(answer.flow, start, name.start)), None)
    )
    since = _SINCE.match(answer.flow, name.end, sentence.end)
    dated = next(iter(periods(answer.to(since.start(), since.end()))), None) if since else None
    first = member.start() if member else start if role else name.start
    words = answer.to(first, since.end() if since else name.end).stripped()
    return Partnership.make(
        name=" ".join(name.words.split()),
        id=code_of(name.words),
        role=role,
        period=dated.period if dated else None,
        evidence=(words.evidence(),),
    )


def _founded(match: re.Match[str], answer: Span) -> Partnership:
    """A partnership without a proper name: "an anti-trafficking partnership for Leicester and Rutland"."""
    sentence = sentence_around(answer, match.start())
    about = answer.to(match.end(), _end_of_about(answer, match))
    evidence: list[Evidence] = []
    founder = _FOUNDER.search(answer.flow, max(sentence.start, match.start() - NEAR), match.start())
    if founder:
        evidence.append(answer.of(founder).stripped().evidence("role"))
    evidence.append(answer.of(match).evidence("name", "area"))
    members = about.search(_MEMBERS)
    if members:
        evidence.append(about.of(members).evidence("members"))
    stage, stage_words = next(((stage, found) for stage, cue in _STAGES if (found := about.search(cue))), (None, None))
    if stage_words:
        evidence.append(about.of(stage_words).evidence("stage"))
    plan = about.search(_PLAN)
    if plan:
        evidence.append(about.of(plan).evidence("has_action_plan"))
    return Partnership.make(
        name=" ".join(match["name"].split()),
        id=code_of(match["name"]),
        role=PartnershipRole.FOUNDER if founder else None,
        area=" ".join(match["area"].split()).strip(" ,"),
        members=_listed(members["members"]) if members else (),
        stage=stage,
        has_action_plan=not plan["no"] if plan else None,
        evidence=tuple(evidence),
    )


def _end_of_about(answer: Span, match: re.Match[str]) -> int:
    """The paragraph goes on speaking of the partnership it begins with."""
    gap = _GAP.search(answer.flow, match.end(), min(answer.end, match.end() + LONGEST))
    return gap.start() if gap else min(answer.end, match.end() + LONGEST)


def _listed(words: str) -> tuple[str, ...]:
    """The items of a list in a sentence: `A, B, and the C`."""
    items = re.split(r",\s+and\s+|,\s+|\s+and\s+(?=the\s|[A-Z])", words.strip(" ."))
    return tuple(re.sub(r"^the\s+", "", item).strip() for item in items if item.strip())
