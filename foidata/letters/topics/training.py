"""Training: whether it is given, on its own or inside another course."""

import re
from collections.abc import Iterator

from foidata.documents.span import Span
from foidata.letters.finders.booleans import yes_no
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import Said, nil, reason
from foidata.letters.topics import Asked, Reading, absent, interpreter
from foidata.standard.codes import Delivery, Status, Topic, TrainingSubject
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Training

_SUBJECTS = {
    Topic.TRAINING_FIRST_RESPONDER: TrainingSubject.FIRST_RESPONDER,
    Topic.TRAINING_SURVIVOR_HOUSING: TrainingSubject.SURVIVOR_HOUSING,
    Topic.TRAINING_GENERAL: TrainingSubject.AWARENESS,
}
_ASKED_FOR = {
    TrainingSubject.FIRST_RESPONDER: r"(?:carry out their duties as )?First Responders?(?: in carrying out referrals)?",
    TrainingSubject.SURVIVOR_HOUSING: (
        r"(?:the )?rights of [\w ]{0,30}(?:survivors|victims)[\w ,]{0,50}(?:housing and accommodation|housing"
        r"|accommodation)"
    ),
    TrainingSubject.AWARENESS: (
        r"(?:modern slavery|human trafficking)[\w ]{0,30}training|training[\w ]{0,40}(?:modern slavery"
        r"|human trafficking|exploitation)"
    ),
}
_ASKED = {subject: re.compile(pattern, re.IGNORECASE) for subject, pattern in _ASKED_FOR.items()}
_COURSE = r"(?:training|courses?|programmes?|packages?|modules?|e-?learning|induction|sessions?|workshops?|level \d)"
_INSIDE = re.compile(
    rf"\b(?:covered|included|incorporated|contained|embedded|integrated|featured|addressed|touched (?:on|upon)"
    rf"|part|section|unit|chapter|module|element|forms? part|within|inside)\b"
    rf"(?:\s+(?:as|is|are|also|on))*(?:\s+part)?\s+(?:of|in|within|by|under|as part of|inside)\s+(?:the\s+"
    rf"|our\s+|all\s+|its\s+|their\s+|wider\s+|mandatory\s+)*"
    rf"(?P<within>[^.;,\n]{{3,80}}?\b{_COURSE})\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    rf"(?:^|\b(?:the|our|an?)\s+)(?:mandatory\s+)?(?P<within>[A-Za-z0-9][^.;,\n]{{3,60}}?\b{_COURSE}),?\s+(?:(?:which|that)\s+)?(?:has|carries|includes?"
    r"|contains?|covers?)\s+(?:an?\s+)?(?:section|module|element|part|chapter|unit)\b",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    (
        rf"\b(?:no|not any)\s+(?:\w+\s+){{0,3}}{_COURSE}|\b(?:do|does|did|has|have|is|are)\s?(?:not"
        rf"|n[’']t)\s+(?:currently\s+|yet\s+)?(?:been\s+)?(?:provid|offer|deliver|giv|run|have|undertak)\w*"
    ),
    re.IGNORECASE,
)
_OWN = re.compile(rf"\b{_COURSE}\b|masterclass|briefing|webinar|e[-\u2011]learning|learning", re.IGNORECASE)
_MANDATORY = re.compile(
    r"\b(?:mandatory|compulsory|required to (?:complete|take|attend)|must (?:complete|take|attend))\b", re.IGNORECASE
)


@interpreter(Topic.TRAINING_FIRST_RESPONDER, Topic.TRAINING_SURVIVOR_HOUSING, Topic.TRAINING_GENERAL)
def training(asked: Asked) -> Reading:
    """Whether there is such training, and whether it stands on its own."""
    answer, subject = asked.answer, _SUBJECTS[asked.topic]
    if not answer:
        return Reading()
    about = _about(asked.passage.question, subject)
    first = next(sentences(answer), answer)
    nothing, why = nil(first), reason(first)
    if nothing:
        return Reading((_not_given(subject, about, nothing),), said=nothing)
    inside = next(_inside(answer), None)
    if inside:
        sentence, within = inside
        return Reading((_given(subject, about, sentence, within),), said=Said(sentence, Status.ANSWERED))
    said = yes_no(answer)
    if (said and not said.yes) or (not said and first.search(_NOT_GIVEN)):
        no = Said(first, Status.ANSWERED if said else Status.NIL)
        return Reading((_not_given(subject, about, no),), said=no)
    own = next((sentence for sentence in sentences(answer) if sentence.search(_OWN)), None)
    if (why and absent(why.status)) or not (own or (said and said.yes)):
        return Reading()
    return Reading((_given(subject, about, own or first, None),), said=Said(own or first, Status.ANSWERED))


def _inside(answer: Span) -> Iterator[tuple[Span, Span]]:
    """The sentences that say of what wider training it is a part, with the words for that training."""
    for sentence in sentences(answer):
        found = sentence.search(_INSIDE) or sentence.search(_SECTION)
        if found and not _negated(sentence, found):
            yield sentence, sentence.of(found, "within")


def _not_given(subject: TrainingSubject, about: tuple[Evidence, ...], said: Said) -> Training:
    return Training.make(
        status=said.status,
        subject=subject,
        provided=False,
        delivery=Delivery.NONE,
        evidence=(*about, said.span.evidence("status", "provided", "delivery")),
    )


def _given(subject: TrainingSubject, about: tuple[Evidence, ...], sentence: Span, within: Span | None) -> Training:
    mandatory = True if sentence.search(_MANDATORY) else None
    fields = ["status", "provided", "delivery", *(["within"] if within else []), *(["mandatory"] if mandatory else [])]
    return Training.make(
        status=Status.ANSWERED,
        subject=subject,
        provided=True,
        delivery=Delivery.PART_OF_OTHER if within else Delivery.STANDALONE,
        within=within.words if within else None,
        mandatory=mandatory,
        evidence=(*about, sentence.evidence(*fields)),
    )


def _negated(sentence: Span, inside: re.Match[str]) -> bool:
    before = sentence.flow[sentence.start : inside.start()]
    return bool(re.search(r"\b(?:not|n[’']t|never)\s+(?:\w+\s+)?$", before))


def _about(question: Span, subject: TrainingSubject) -> tuple[Evidence, ...]:
    """The words of the question that say what the training is for."""
    found = question.search(_ASKED[subject])
    return (question.of(found).evidence("subject"),) if found else ()
