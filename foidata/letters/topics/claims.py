"""A yes or a no that no other list carries: statements, charters, policies, checks."""

import re

from foidata.documents.span import Span
from foidata.letters.finders.booleans import yes_no
from foidata.letters.finders.documents import URL
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import reason
from foidata.letters.topics import Asked, Reading, interpreter
from foidata.standard.codes import Status, Topic
from foidata.standard.facts import Claim

_BODY = r"(?:council|authority|organisation|force|borough)"
_AUXILIARY = re.compile(
    r"\W*(?:please (?:confirm|state) (?:whether|if) )?(?:do|does|did|has|have|had|is|are|was|were|can|could|will)\s+"
    rf"(?:you|your {_BODY}|the {_BODY})?\s*(?P<claim>[^?\n]{{4,140}})"
    rf"|\W*whether\s+(?:you|your {_BODY}|the {_BODY})?\s*(?P<whether>[^?,;\n]{{4,140}})",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\bno\s+(?:\w+\s+){1,3}(?:has|have|had) (?:yet )?(?:been )?\w+"
    r"|\b(?:has|have|do|does|did|is|are|was|were)\s?(?:not|n[’']t)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:has been|have been|is|are|was|were)\s+(?:\w+\s+)?"
    r"(?:published|adopted|signed|approved|agreed|updated|reviewed|in place)\b|\bvoted to adopt\b",
    re.IGNORECASE,
)
_TOPICS = (
    Topic.STATEMENT_PUBLISHED,
    Topic.CHARTER,
    Topic.POLICY_POSITION,
    Topic.REFERRAL_PATHWAY,
    Topic.RECORDING_PRACTICE,
)


@interpreter(*_TOPICS)
def claimed(asked: Asked) -> Reading:
    """What the answer affirms or denies of what was asked."""
    claim = claim_of(asked)
    return Reading((claim,), said=None) if claim else Reading()


def claim_of(asked: Asked) -> Claim | None:
    """A claim, when the question asks for a yes or no and the answer gives one."""
    wanted = _AUXILIARY.match(asked.passage.question.words)
    if wanted is None or not asked.answer:
        return None
    holds, words = _verdict(asked.answer)
    if holds is None or words is None:
        return None
    link = words.search(URL)
    return Claim.make(
        status=Status.ANSWERED,
        claim=" ".join((wanted["claim"] or wanted["whether"]).split()).rstrip(" .,"),
        holds=holds,
        url=link[0] if link else None,
        evidence=(words.evidence(),),
    )


def _verdict(answer: Span) -> tuple[bool | None, Span | None]:
    said = yes_no(answer)
    if said:
        return said.yes, said.span
    first = next(sentences(answer), None)
    if first is None or reason(first):
        return None, None
    if first.search(_NONE):
        return False, first
    return (True, first) if first.search(_DONE) else (None, None)
