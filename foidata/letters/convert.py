"""Document → Response: read, segment, interpret in one breath."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from foidata.documents.document import Document
from foidata.documents.span import Span, Stretches
from foidata.letters.extent import blocks
from foidata.letters.finders.sentences import sentences
from foidata.letters.finders.statuses import reason, taken_back
from foidata.letters.frame import CLOSING, EMAIL, REGULATOR, REQUEST_HEAD, RESPONSE_HEAD, begins
from foidata.letters.heading import Read, outside, read_heading
from foidata.letters.interpret import interpret
from foidata.letters.mask import BLOCK, is_role_mailbox, mask, masked, personal
from foidata.letters.passage import Segments
from foidata.letters.segment import segment
from foidata.standard.answer import Answer
from foidata.standard.codes import DoubtCode, Law, ResponseKind
from foidata.standard.dataset import STANDARD, Dataset, Questionnaire
from foidata.standard.evidence import Doubt, Evidence
from foidata.standard.json import canonical
from foidata.standard.record import Record
from foidata.standard.response import Conversion, NamedAuthority, Request, Response, ReviewContact, Source, SourcePart
from foidata.standard.slug import slug
from foidata.version import VERSION

_REVIEW = re.compile(
    r"^\W*internal review\b|\binternal review (?:response|decision|outcome)"
    r"|\b(?:your|our|this|the) (?:request for an )?internal review(?! (?:pro|team|officer|panel))"
    r"|\b(?:requested|asked for|carried out|conducted|completed) an internal review",
    re.IGNORECASE | re.MULTILINE,
)
_REPLACES = re.compile(
    r"\b(?:replaces|supersedes|takes the place of the|corrected (?:response|reply)|revised (?:response|reply))\b",
    re.IGNORECASE,
)
_ACKNOWLEDGES = re.compile(
    r"\b(?:acknowledge|has been received|we have received|is being (?:dealt with|considered|processed)"
    r"|will (?:be sent|receive|respond|reply)|aim to (?:respond|reply)|20 working days)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:(?:we|you) (?:will|should|aim to|hope to|expect to) (?:send|receive|respond|reply|provide"
    r"|have (?:a|our) (?:reply|response))"
    r"|(?:can|should) expect (?:our|a|to receive)|(?:reply|response|answer) (?:will be|is) (?:sent|due"
    r"|provided)|(?:is|are) being (?:dealt with|considered|processed)"
    r"|20 working days (?:will|to|of|from)|within 20 working days|has been (?:logged|passed to))\b",
    re.IGNORECASE,
)
"""A reply is still to come."""
_RECEIVED = re.compile(
    r"\b(?:repeated|copied|set out|reproduced) below for your (?:records|information)\b", re.IGNORECASE
)
_CLARIFIES = re.compile(
    r"\b(?:clarif(?:y|ication)|more detail|please (?:could you )?specify|need more (?:information|detail))\b",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"(?:if|should|where|in case)\b", re.IGNORECASE)
_LOG = re.compile(r"\bdisclosure log\b", re.IGNORECASE)


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    """The questionnaires that come with foidata: those of the two seed letters."""
    folder = resources.files("foidata.standard") / "questionnaires"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".json")), key=lambda file: file.name)
    return tuple(Questionnaire.model_validate_json(file.read_bytes(), strict=True) for file in files)


def convert(
    document: Document,
    known: tuple[Questionnaire, ...] | None = None,
    *,
    name: str | None = None,
    keep_names: bool = False,
) -> Response:
    """The response that a letter holds.

    `known` are the questionnaires that its questions may come from, ours by default; `name` is the record's id, made of
    the file's name by default. People's names, direct e-mails and phone numbers are masked unless `keep_names`.
    """
    asked = questionnaires() if known is None else known
    segments = segment(document, asked)
    reads = read_heading(segments)
    fields = _fields(reads)
    laws = tuple(fields.get("legal_basis", ()))
    named = fields.get("authority.name") or fields.get("authority.name_as_written")
    answers = () if _answers_nothing(segments) else _answers(segments, named, laws)
    kind = _kind(segments, answers)
    response = Response.make(
        id=name or slug(document.name),
        kind=kind,
        authority=_record(NamedAuthority, fields, "authority"),
        request=_record(Request, fields | {"request.questionnaire": segments.questionnaire}, "request"),
        legal_basis=laws,
        sent=fields.get("sent"),
        published=fields.get("published"),
        holding=fields.get("holding"),
        outcome=fields.get("outcome"),
        licence=fields.get("licence"),
        review_contact=_record(ReviewContact, fields, "review_contact"),
        evidence=_evidence(reads),
        source=Source.make(
            name=document.name,
            media_type=document.media_type,
            sha256=document.digest,
            reader=document.reader,
            text=document.text or None,
            text_sha256=hashlib.sha256(document.text.encode()).hexdigest(),
            parts=tuple(
                SourcePart.make(
                    name=part.name, media_type=part.media_type, sha256=part.digest, start=part.start, end=part.end
                )
                for part in document.parts
            ),
        ),
        answers=answers,
        conversion=_conversion(segments, reads, answers),
    )
    return response if keep_names else _without_people(response, document.whole)


def gather(responses: Iterable[Response], title: str, known: tuple[Questionnaire, ...] | None = None) -> Dataset:
    """A dataset of some responses, with every questionnaire that they name."""
    found = tuple(responses)
    named = {response.request.questionnaire for response in found if response.request}
    asked = questionnaires() if known is None else known
    return Dataset.make(
        standard=STANDARD, title=title, questionnaires=tuple(one for one in asked if one.id in named), responses=found
    )


def _answers(segments: Segments, authority: str | None, laws: Sequence[Law]) -> tuple[Answer, ...]:
    ids = [passage.id for passage in segments.passages]
    found: list[Answer] = []
    for passage in segments.passages:
        found.append(interpret(passage, authority, laws, ids, found))
    return tuple(found)


def _answers_nothing(segments: Segments) -> bool:
    """Whether a letter only acknowledges the questions that it repeats, or asks some of its own.

    There is no answer in it, or one stretch of words for all questions that speaks of a reply to come and of no
    reason why there is none.
    """
    replies = {passage.answer for passage in segments.passages if passage.answer}
    if not replies:
        return any(
            not _PERHAPS.match(words)
            for pattern in (_CLARIFIES, _TO_COME)
            for words in _sentences(segments.whole, pattern)
        )
    if len(replies) == 1 < len(segments.passages) and not any(map(_refuses, replies)):
        back = _sentences(segments.whole, _CLARIFIES)
        if any(not _PERHAPS.match(words) for words in back):
            return True
    return len(replies) == 1 < len(segments.passages) and all(
        not _refuses(reply) and any(reply.search(cue) for cue in (_TO_COME, _CLARIFIES, _RECEIVED)) for reply in replies
    )


def _refuses(reply: Span) -> bool:
    """Whether a reply gives a reason why there is no answer, other than one that might come to hold."""
    return any(reason(sentence) and not taken_back(sentence) for sentence in sentences(reply))


def _fields(reads: Sequence[Read]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for read in reads:
        if read.field == "legal_basis":
            fields.setdefault(read.field, []).append(read.value)
        elif read.field == "review_contact.email" and not is_role_mailbox(read.value):
            continue
        else:
            fields.setdefault(read.field, read.value)
    return fields


def _record(kind: type[Record], fields: Mapping[str, Any], prefix: str) -> Record | None:
    """The nested record of the fields with this prefix; none when there are none."""
    own = {
        name.partition(".")[2]: value
        for name, value in fields.items()
        if name.startswith(f"{prefix}.") and value is not None
    }
    return kind.make(**own) if own else None


def _evidence(reads: Sequence[Read]) -> tuple[Evidence, ...]:
    """The words of the heading's fields in the order of the text; fields read from the same words share them."""
    fields: dict[tuple[int, int], tuple[Span, list[str]]] = {}
    for read in reads:
        if read.span is None or (read.field == "review_contact.email" and not is_role_mailbox(read.value)):
            continue
        name = "authority" if read.field.startswith("authority.") else read.field
        _, names = fields.setdefault((read.span.start, read.span.end), (read.span, []))
        if name not in names:
            names.append(name)
    return tuple(span.evidence(*names) for _, (span, names) in sorted(fields.items()))


def _kind(segments: Segments, answers: Sequence[Answer]) -> ResponseKind:
    """What kind of letter it is; `other` when nothing shows."""
    told = segments.heading if answers else segments.whole
    kinds = _OF_REPLIES if answers else _WITHOUT_ANSWERS
    found = (kind for kind, pattern in kinds if any(not _PERHAPS.match(words) for words in _sentences(told, pattern)))
    return next(found, ResponseKind.REPLY if answers else ResponseKind.OTHER)


_OF_REPLIES = (
    (ResponseKind.INTERNAL_REVIEW, _REVIEW),
    (ResponseKind.REPLACEMENT, _REPLACES),
    (ResponseKind.LOG_ENTRY, _LOG),
)
_WITHOUT_ANSWERS = ((ResponseKind.CLARIFICATION_REQUEST, _CLARIFIES), (ResponseKind.ACKNOWLEDGEMENT, _ACKNOWLEDGES))


def _sentences(stretch: Span, pattern: re.Pattern[str]) -> Iterator[str]:
    """The sentences that hold a pattern."""
    return (sentence.words for sentence in sentences(stretch) if sentence.search(pattern))


def _conversion(segments: Segments, reads: Sequence[Read], answers: Sequence[Answer]) -> Conversion:
    doubts = [*segments.doubts, *((read.doubt, read.span) for read in reads if read.doubt and read.span)]
    return Conversion.make(
        tool="foidata",
        version=VERSION,
        questionnaire_score=round(segments.score, 3) if segments.questionnaire else None,
        unread=tuple(span.evidence() for span in _unread(segments, reads, answers)),
        doubts=tuple(
            Doubt.make(code=code, evidence=() if code is DoubtCode.NO_QUESTIONS_FOUND else (span.evidence(),))
            for code, span in doubts
        ),
    )


_FRAME = re.compile(
    r"dear\b|annwyl\b|a chara\b|hello\b|hi\b|good (?:morning|afternoon|evening|day)\b|(?:thank you|diolch)\b"
    r"|(?:i refer|we refer|further) to\b|your request\b"
    r"|(?:please (?:find|see)|i (?:now )?(?:list|set out)|below)\b|to whom|(?:quick links|skip navigation)"
    r"|-{3,}\s?(?:original|forwarded)|(?:from|sent|to|cc|subject|date):\s|we use cookies|log ?in\b"
    r"|back to top|top$|forgot(?:ten)?\b"
    r"|(?:home|you are here)\s?[/>:]|(?:[^\n|]{2,30}\|[ \t]*){2,}|(?:is|was) this page|create new account"
    r"|help protect the environment"
    r"|this e-?mail and any (?:files|attachments)|[^\n]{0,60}\b(?:©|all rights reserved)"
    r"|our (?:replies|answers|responses)\b[^\n]{0,80}\bas follows|see below|\W*$"
    r"|questions?\s+(?:and\s+)?(?:answers?|responses?|replies)\W*$"
    r"|[^\n]{0,80}\b(?:response|reply|answers?|questions?) (?:is|are|to your questions? (?:is|are)"
    r"|to each point is) (?:shown|set out|given|below|as follows|in red)",
    re.IGNORECASE,
)


_SIGNING_OFF = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly)|[\w ]{0,12}regards|best wishes|yn gywir)\b", re.IGNORECASE
)


def _unread(segments: Segments, reads: Sequence[Read], answers: Sequence[Answer]) -> Iterator[Span]:
    """The paragraphs that nothing was read from and that are not the usual words around a letter."""
    claimed = [
        (one.start, one.end)
        for answer in answers
        for one in (*answer.question.evidence, *answer.question.lead_in, *answer.evidence)
    ]
    names = {read.span.words for read in reads if read.span and read.field.startswith("authority")}
    used = Stretches([*claimed, *((read.span.start, read.span.end) for read in reads if read.span)])
    for place in outside(segments) if segments.passages else (segments.whole,):
        signing_off = False
        for block in blocks(place):
            framing = any(begins(block, pattern) for pattern in (_FRAME, CLOSING, REQUEST_HEAD, RESPONSE_HEAD))
            framing = (
                framing or block.words in names or (signing_off and all(len(line.words) < 70 for line in block.lines()))
            )
            if not used.touch(block) and not framing and not block.search(REGULATOR) and not block.match(EMAIL):
                yield block
            signing_off = begins(block, _SIGNING_OFF)


def _without_people(response: Response, text: Span) -> Response:
    """The response with people masked, a doubt where an answer's words are, and the text's new hash."""
    spans = tuple(personal(text))
    if not spans:
        return response
    value = masked(response, text.source, spans)
    blocked = mask(text.source, spans)
    value["source"] |= {"text": blocked, "text_sha256": hashlib.sha256(blocked.encode()).hexdigest()}
    for answer in value.get("answers", []):
        if BLOCK in answer.get("text", "") and BLOCK not in text.source:
            answer.setdefault("doubts", []).append({"code": DoubtCode.MASKED_WORDS.value})
    return Response.model_validate_json(canonical(value), strict=True)
