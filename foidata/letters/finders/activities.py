"""What an authority did or does: campaigns, operations, projects, services, events, time of staff."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.extent import units
from foidata.letters.finders.money import money
from foidata.letters.finders.periods import periods
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import reason
from foidata.standard.codes import ActivityKind
from foidata.standard.facts import Activity

_KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            ActivityKind.CAMPAIGN,
            (
                r"\bcampaigns?\b|\bposters?\b|\bleaflets?\b|\bsocial media\b|\banti-slavery (?:day|week)\b"
                r"|\broadshows?\b"
                r"|\b(?:awareness|publicity|information) (?:stalls?|stands?|materials?|weeks?|days?|packs?)\b"
            ),
        ),
        (
            ActivityKind.OPERATION,
            (
                r"\b(?-i:Operation [A-Z]\w+)|\boperations?\b|\b(?:joint|welfare|compliance|multi-agency|site) visits?\b"
                r"|\bdays? of action\b|\binspect(?:ions?|ed)\b|\braids?\b|\bwarrants?\b"
            ),
        ),
        (
            ActivityKind.TRAINING_EVENT,
            (
                r"\bconferences?\b|\bseminars?\b|\bwebinars?\b|\bworkshops?\b|\bbriefings?\b"
                r"|\b(?:training|awareness|briefing|information) (?:sessions?|events?|days?|courses?)\b"
            ),
        ),
        (
            ActivityKind.STAFF_TIME,
            r"\b(?:staff|officers?['’]?|in[- ]kind) (?:time|hours|support)\b|\btime of (?:staff|officers)\b",
        ),
        (
            ActivityKind.SERVICE,
            (
                r"\bcommission(?:s|ed)?\b|\bsafe[- ]?houses?\b|\boutreach\b|\badvocacy\b|\bhelplines?\b|\bdrop-in\b"
                r"|\bsupport (?:services?|workers?)\b|\b(?:temporary|emergency|safe) accommodation\b"
                r"|\bcontract with\b|\bservice level agreement\b"
            ),
        ),
        (
            ActivityKind.GROUP,
            (
                r"\b(?:steering|working|task|operational|strategic|delivery) groups?\b"
                r"|\bmulti-agency (?:meetings?|panels?)\b"
                r"|\bcase conferences?\b"
            ),
        ),
        (ActivityKind.PROJECT, r"\bprojects?\b|\bpilots?\b"),
    )
)
_DONE = re.compile(
    r"\b(?:ran|run|runs|launched|launch(?:es)?|delivers?|delivered|held|hosts?|hosted|organised?s?|organises"
    r"|took part|takes? part|participate[sd]?|supports?|supported|promote[sd]?|distribute[sd]?|display(?:s|ed)?"
    r"|produce[sd]?|publish(?:es|ed)|carr(?:y|ies|ied) out|conduct(?:s|ed)?|undertakes?|undertook|undertaken"
    r"|commission(?:s|ed)?|funds?|funded|provides?|provided|set up|established|visited|inspect(?:s|ed)|led|leads"
    r"|joined|worked with|works with|attend(?:s|ed)|contribut(?:es|ed)|spent|paid for|given by|put up|ran)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:not(?! (?:been )?(?:costed|quantified)\b)|n[’']t|never|no|none|nor|neither|without|cannot"
    r"|unable)\b|\b(?:will|shall|would|could|may|might|plans? to"
    r"|intends? to|hopes? to|due to|planned)\b",
    re.IGNORECASE,
)
LONGEST = 400
"""A sentence with more characters tells more than one thing, and is left unread."""


def activities(answer: Span) -> Iterator[Activity]:
    """The activities of an answer, a sentence each: what was done, with its period where the sentence names one.

    What was not done, or is only planned, is none; neither is a sentence that gives a reason for saying nothing, or
    one with a sum, whose line of funding says what it was for.
    """
    for unit in units(answer):
        for sentence in sentences(unit):
            one = _activity(sentence)
            if one:
                yield one


def _activity(sentence: Span) -> Activity | None:
    if len(sentence.words) > LONGEST or "?" in sentence.words or reason(sentence) or any(money(sentence)):
        return None
    done = sentence.search(_DONE)
    kind = next((kind for kind, pattern in _KINDS if sentence.search(pattern)), None)
    if kind is None or done is None or sentence.search(_NOT_DONE):
        return None
    words = _unmarked(sentence)
    dated = list(periods(words))
    period = dated[0] if len(dated) == 1 else None
    evidence = words.evidence()
    return Activity.make(
        kind=kind,
        description=" ".join(words.words.split()).rstrip(" .;"),
        period=period.period if period else None,
        evidence=(evidence,),
    )


_MARK = re.compile(r"(?:[•·●▪◦*–—-]|o(?=[ \t]{2})|\(?[0-9a-z]{1,2}[.)])[ \t\u00a0]+")


def _unmarked(sentence: Span) -> Span:
    """A sentence without the bullet or number before it."""
    mark = sentence.match(_MARK)
    return sentence.to(mark.end(), sentence.end).stripped() if mark else sentence
