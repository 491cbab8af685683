"""The lead or point of contact: whether there is one, where, for whom, since when."""

import re

from foidata.documents.span import Span
from foidata.letters.finders.booleans import yes_no
from foidata.letters.finders.periods import year_after
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import Said, nil, reason
from foidata.letters.topics import Asked, Reading, interpreter
from foidata.standard.codes import Audience, Dedication, LeadRole, ServiceArea, Status, Topic
from foidata.standard.facts import Lead

_WHO = (
    r"(?:specialist|lead\b|leads\b|single point|point of contact|points of contact|spoc|co-?ordinator|officer"
    r"|champion|post\b|role\b)"
)
_NO_LEAD = re.compile(
    rf"\b(?:there (?:is|are) (?:currently |presently )?(?:no|not an?)|(?:do|does) not (?:currently "
    rf"|presently )?(?:have|employ)|(?:don|doesn)[’']t (?:have|employ)|(?:has|have) no"
    rf"|no)\b[^.;\n]{{0,70}}?{_WHO}"
    r"|\bno one (?:person|individual)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"\b(?:there (?:is|are) (?:currently )?(?:an?|one|two|the)|we (?:have|employ)|(?:council|authority|borough"
    rf"|force) (?:has|have|employs?)|has (?:an?|one))\b[^.;\n]{{0,80}}?{_WHO}"
    rf"|{_WHO}[^.;\n]{{0,60}}\b(?:is|are|acts? as) (?:the|our|an?)\b|\b(?:is|are|acts? as) (?:the"
    rf"|our) [^.;\n]{{0,40}}{_WHO}",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:is|are|acts? as|as) (?:the|our|an?) (?:single )?point of contact|\bspoc\b"
    r"|\b(?:single )?points? of contact\b",
    re.IGNORECASE,
)
_SPECIALIST = re.compile(
    r"\bspecialist\b|\bdedicated (?:lead|post|officer|role)|modern slavery [\w ]{0,30}(?:lead|co-?ordinator|officer)",
    re.IGNORECASE,
)


@interpreter(Topic.LEAD_EXISTS)
def lead_exists(asked: Asked) -> Reading:
    """Whether there is a lead: a yes or no, or a sentence that says so."""
    said = yes_no(asked.answer)
    if said is not None:
        return Reading(_rows(said.span, exists=said.yes), said=Said(said.span, Status.ANSWERED))
    nothing = nil(asked.answer)
    if nothing is not None:
        lead = Lead.make(status=Status.ANSWERED, exists=False, evidence=(nothing.span.evidence(),))
        return Reading((lead,), said=Said(nothing.span, Status.ANSWERED))
    for sentence in sentences(asked.answer):
        for pattern, exists in ((_NO_LEAD, False), (_LEAD, True)):
            if sentence.search(pattern):
                return Reading(_rows(sentence, exists=exists), said=Said(sentence, Status.ANSWERED))
    return Reading()


def _rows(sentence: Span, *, exists: bool) -> tuple[Lead, ...]:
    """One row, or two when there is no specialist but somebody to turn to."""
    split = re.compile(r"[;,]\s*(?:but\s+|however,?\s+)?").search(sentence.flow, sentence.start, sentence.end)
    contact = sentence.to(split.end(), sentence.end).search(_CONTACT) if split and not exists else None
    if split and contact:
        rest = sentence.to(split.end(), sentence.end)
        no = sentence.to(sentence.start, split.start())
        return (
            Lead.make(status=Status.ANSWERED, exists=False, role=_role(no), evidence=(no.evidence(),)),
            Lead.make(status=Status.ANSWERED, exists=True, role=LeadRole.POINT_OF_CONTACT, evidence=(rest.evidence(),)),
        )
    return (
        Lead.make(
            status=Status.ANSWERED,
            exists=exists,
            role=_role(sentence) if exists else None,
            evidence=(sentence.evidence(),),
        ),
    )


def _role(words: Span) -> LeadRole | None:
    if words.search(_SPECIALIST):
        return LeadRole.SPECIALIST
    return LeadRole.POINT_OF_CONTACT if words.search(_CONTACT) else None


_PLACED = re.compile(
    r"\b(?:sits?|is|are|based|located|situated|placed|employed|works?|falls?|managed"
    r"|hosted)\b[\w ]{0,24}?\b(?:in|within|under|by|with|part of)\s+(?:the\s+"
    r"|our\s+)?(?P<team>[A-Z][^.;\n(]{2,80}?)(?=\s+(?:and|which|who|that|where|but|dealing)\s+[a-z]|[.;\n(]|$)"
)
_LEADING = re.compile(r"(?:the|our|this is|it is|it’s|in|within|under)\s+(?=[A-Z])", re.IGNORECASE)
_SENTENCE_WORDS = re.compile(
    r"\b(?:is|are|was|has|have|does|do|we|there|sits|they|this|acts?|leads|covers)\b", re.IGNORECASE
)


@interpreter(Topic.LEAD_TEAM)
def lead_team(asked: Asked) -> Reading:
    """The team, where the answer is a name of one or says where the lead sits."""
    if reason(asked.answer) or nil(asked.answer) or not asked.answer:
        return Reading()
    placed = next((one for one in sentences(asked.answer) if one.search(_PLACED)), None)
    first = placed or next(sentences(asked.answer), asked.answer)
    found = first.search(_PLACED)
    if found:
        team = first.of(found, "team").stripped()
    elif len(first.words.split()) <= 14 and not first.search(_SENTENCE_WORDS):
        lead_in = first.match(_LEADING)
        team = first.to(lead_in.end() if lead_in else first.start, first.end)
    else:
        return Reading()
    lead = _lead_of(team, first)
    return Reading((lead,) if lead else ())


_NAMES_TEAM = re.compile(
    r"\b(?:team|service|services|unit|department|directorate|division|hub|safeguarding|section)\b", re.IGNORECASE
)


@interpreter(Topic.LEAD_CONTACT)
def lead_contact(asked: Asked) -> Reading:
    """The team in which the lead is to be found, also where the name is withheld; never the name."""
    for sentence in sentences(asked.answer):
        found = sentence.search(_PLACED)
        if found and _NAMES_TEAM.search(found["team"]):
            lead = _lead_of(sentence.of(found, "team").stripped(), sentence)
            if lead:
                return Reading((lead,))
    return Reading()


def _lead_of(team: Span, sentence: Span) -> Lead | None:
    """The lead of a team, with the part of the authority that its name shows."""
    name = _team(team)
    if not name:
        return None
    return Lead.make(
        status=Status.ANSWERED, team=name.words, service_area=service_area(name.words), evidence=(sentence.evidence(),)
    )


def _team(span: Span) -> Span:
    """The name of a team without the words around it."""
    bracket = re.compile(r"\s*\((?:joint|part|previously|formerly)[^)]*\)").search(span.flow, span.start, span.end)
    end = bracket.start() if bracket else span.end
    words = span.to(span.start, end)
    tail = re.compile(r"[\s.,;:]+$|\s+(?:team)\s*[.,;]*$").search(words.flow, words.start, words.end)
    welsh = re.compile(r"\s+/\s+(?=[A-Z])").search(words.flow, words.start, words.end)
    return words.to(welsh.end() if welsh else words.start, tail.start() if tail else words.end).stripped()


_AREAS = tuple(
    (
        area,
        re.compile(
            rf"\b(?:{'|'.join(re.escape(word.strip()) for word in area.matched('words').split(';'))})\b", re.IGNORECASE
        ),
    )
    for area in ServiceArea
    if area.matched("words")
)


def service_area(team: str) -> ServiceArea | None:
    """The part of the authority that a team's name shows; `multiple` when it names several."""
    plain = team.replace("’", "'")
    areas = [area for area, pattern in _AREAS if pattern.search(plain)]
    return areas[0] if len(areas) == 1 else ServiceArea.MULTIPLE if areas else None


_AUDIENCES = (
    (
        Audience.BOTH,
        (
            r"\b(?:both|everyone|all ages|whatever their age|any age|adults?(?: and|,| &) (?:children|young)"
            r"|children(?: and|,| &) adults?|y ddau)\b"
        ),
    ),
    (Audience.ADULTS, r"\badults?\b"),
    (Audience.CHILDREN, r"\b(?:children|young people|child)\b"),
)
_AUDIENCE = tuple((audience, re.compile(pattern, re.IGNORECASE)) for audience, pattern in _AUDIENCES)
_BOTH_ASKED = re.compile(r"\bboth\b|children and adults|adults and children", re.IGNORECASE)


@interpreter(Topic.LEAD_AUDIENCE)
def lead_audience(asked: Asked) -> Reading:
    """Whom the lead covers; a bare yes means both, when that was the question."""
    for sentence in sentences(asked.answer):
        if reason(sentence):
            continue
        for audience, pattern in _AUDIENCE:
            if sentence.search(pattern):
                return Reading((Lead.make(status=Status.ANSWERED, audience=audience, evidence=(sentence.evidence(),)),))
    said = yes_no(asked.answer)
    if said and said.yes and asked.passage.question.search(_BOTH_ASKED):
        return Reading((Lead.make(status=Status.ANSWERED, audience=Audience.BOTH, evidence=(said.span.evidence(),)),))
    return Reading()


_DEDICATIONS = (
    (
        Dedication.DEDICATED,
        r"\bno other (?:\w+ )?(?:duties|responsibilities|roles?)|\bnot? (?:have |has )?other duties",
    ),
    (
        Dedication.ADDITIONAL,
        (
            r"\b(?:not|n[’']t|rather than) (?:\w+ ){0,2}(?:employed |a )?(?:specifically|solely|exclusively"
            r"|dedicated|full)"
        ),
    ),
    (
        Dedication.ADDITIONAL,
        (
            r"\bon top\b|\bin addition\b|\badditional\b|\bother (?:\w+ )?(?:duties|responsibilities|roles?)\b"
            r"|\balongside\b|\bwider\b|\bone of (?:\w+ )?(?:their|the|several|many|\w+ themes)|yn ychwanegol"
        ),
    ),
    (
        Dedication.DEDICATED,
        r"\bdedicated\b|\bspecifically\b|\bsolely\b|\bexclusively\b|\bfull[- ]time\b|\bspecialist post\b",
    ),
)
_DEDICATION = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _DEDICATIONS)


@interpreter(Topic.LEAD_DEDICATION)
def lead_dedication(asked: Asked) -> Reading:
    """Whether the role is all that the person does."""
    for sentence in sentences(asked.answer):
        for code, pattern in _DEDICATION:
            if sentence.search(pattern):
                return Reading((Lead.make(status=Status.ANSWERED, dedication=code, evidence=(sentence.evidence(),)),))
    return Reading()


_START = re.compile(
    r"\b(?:since|from|began|begun|started|appointed|created|established|filled|recruited|in post|in place"
    r"|introduced)\b[^.;\n]{0,40}?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_POST = re.compile(r"\b(?:funded|temporary|fixed[- ]term|previous(?:ly)?)\b", re.IGNORECASE)


@interpreter(Topic.LEAD_START)
def lead_start(asked: Asked) -> Reading:
    """The year in which the role began. A period in which a post was funded is the post's, not the lead's start."""
    for sentence in sentences(asked.answer):
        if sentence.search(_POST):
            continue
        cue = sentence.search(_START)
        year = int(cue["year"]) if cue else year_after(sentence)
        if year:
            return Reading((Lead.make(status=Status.ANSWERED, start_year=year, evidence=(sentence.evidence(),)),))
    return Reading()
