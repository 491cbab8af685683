"""Make what is drawn in pieces agree: a status with what it stands over, dates and leads with each other.

Each step says in its first line what is true afterwards. All come before the quotes, which are for the fields that are
there.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from foidata.rules.figures import WITH_FIGURE
from foidata.standard.answer import FACTS
from foidata.standard.codes import Access, Delivery, DoubtCode, Holding, NoteKind, Outcome, ResponseKind, Status
from foidata.standard.roll_up import roll_up
from foidata.testing.plain import Plain

_STATUSES = {status.value: status for status in Status}
_LISTS = ("parts", "leads", "funding", "training", "counts", "claims")
"""The lists of an answer whose items have a status."""
_APART = frozenset({Status.SEE_OTHER_ANSWER, Status.IN_ATTACHMENT, Status.PUBLISHED_ELSEWHERE, Status.UNCLEAR})
_GIVEN = frozenset({Status.ANSWERED, Status.NIL, Status.PARTLY_ANSWERED})
_TOLD = frozenset({Status.ANSWERED, Status.NIL, Status.NO_DEDICATED_RESOURCE, Status.NOT_APPLICABLE})
_HELD = _GIVEN | {Status.SUPPRESSED, Status.WITHHELD}
_DETAILS = ("team", "dedication", "start_year", "fte")
_WORDS = "That is all we can say of it."
_SOMEWHERE: Plain = {"start": 0, "end": 9, "quote": ""}


def agreed_response(response: Plain) -> None:
    """Dates follow each other, leads are there or not, the letter's outcome is that of its answers."""
    _order_dates(response)
    answers: Sequence[Plain] = response.get("answers", [])
    _tell_questions_apart(answers)
    dated = response.get("sent") or response.get("published")
    _agree_on_leads(answers, dated)
    if dated:
        _report_no_future(answers, dated)
    for answer in answers:
        agreed_answer(answer)
    if not answers:
        return
    if response["kind"] == ResponseKind.ACKNOWLEDGEMENT:
        response["kind"] = ResponseKind.REPLY.value
    given = {_STATUSES[answer["status"]] for answer in answers}
    if "holding" in response:
        response["holding"] = _holding(response["holding"], given)
    if "outcome" in response:
        response["outcome"] = _outcome(response["outcome"], given, whole=all(_is_whole(one) for one in answers))


def agreed_answer(answer: Plain) -> None:
    """Its facts do not repeat or contradict themselves, and its status is what they come to, with what it needs."""
    for name in FACTS:
        if name in answer:
            answer[name] = _each_once(name, answer[name])
    for training in answer.get("training", ()):
        _agree_on_training(training)
    for document in answer.get("documents", ()):
        _agree_on_address(document)
    _roll_up(answer)
    _NEEDS.get(_STATUSES[answer["status"]], _needs_nothing)(answer)
    if _STATUSES[answer["status"]] in _TOLD and _is_open(answer):
        answer.pop("exemptions", None)
    if answer["topic"].startswith("funding") and not answer.get("funding"):
        answer["question"].pop("periods_asked", None)
    if "coding" in answer:
        answer["coding"].setdefault("note", _WORDS)


def _order_dates(response: Plain) -> None:
    """A request is made, received, answered and published in this order."""
    request = response.get("request", {})
    fields = [(request, "made"), (request, "received"), (response, "sent"), (response, "published")]
    known = [(record, name) for record, name in fields if name in record]
    for (record, name), day in zip(known, sorted(record[name] for record, name in known), strict=True):
        record[name] = day


def _tell_questions_apart(answers: Sequence[Plain]) -> None:
    """No two answers are to the same question."""
    ids: set[str] = set()
    texts: set[str] = set()
    for answer in answers:
        question = answer["question"]
        if question.get("id") in ids:
            del question["id"]
        if question["text"] in texts:
            question["text"] += f" ({answer['id']})"
        ids.add(question.get("id", ""))
        texts.add(question["text"])


def _agree_on_leads(answers: Sequence[Plain], dated: str | None) -> None:
    """The leads of one service are there or not; one that is not has no details, and none begins after the letter."""
    by_service: dict[str | None, list[Plain]] = {}
    for answer in answers:
        for lead in answer.get("leads", ()):
            by_service.setdefault(lead.get("service"), []).append(lead)
            if dated and "start_year" in lead:
                lead["start_year"] = min(lead["start_year"], int(dated[:4]))
    for leads in by_service.values():
        said = [lead["exists"] for lead in leads if "exists" in lead]
        for lead in leads:
            if "exists" in lead:
                lead["exists"] = said[0]
            for name in _DETAILS if said and not said[0] else ():
                lead.pop(name, None)


def _report_no_future(answers: Sequence[Plain], dated: str) -> None:
    """No figure is for a period that began after the letter."""
    for answer in answers:
        for line in (*answer.get("funding", ()), *answer.get("counts", ())):
            if line.get("period", {}).get("start", "") > dated:
                del line["period"]


def _each_once(name: str, facts: Sequence[Plain]) -> list[Plain]:
    """The facts that say something else than those before them; a thing is counted once."""
    seen: set[Hashable] = set()
    kept = []
    for fact in facts:
        fields = ("measure", "label") if name == "counts" else tuple(one for one in fact if one != "evidence")
        said = repr([(one, fact[one]) for one in sorted(fields)])
        if said not in seen:
            kept.append(fact)
        seen.add(said)
    return kept


def _agree_on_training(training: Plain) -> None:
    """A training that is not given has no details, and one that is given is given somehow."""
    if training.get("provided") is False:
        for name in ("delivery", "duration_minutes", "mandatory"):
            training.pop(name, None)
    elif training.get("delivery") == Delivery.NONE or training["status"] == Status.NIL:
        training.pop("provided", None)


def _agree_on_address(document: Plain) -> None:
    """A linked document has an address, one that is only said to be public has none."""
    if document["access"] == Access.LINKED:
        document.setdefault("url", "https://www.example.org/")
    elif document["access"] in (Access.PUBLISHED, Access.NOT_HELD):
        document.pop("url", None)


def _roll_up(answer: Plain) -> None:
    """The status of an answer is what its parts and lines come to."""
    own = _STATUSES[answer["status"]]
    figures = [fact for name in ("funding", "counts") for fact in answer.get(name, ())]
    hold = any(_STATUSES[one["status"]] in WITH_FIGURE for one in figures)
    whole = roll_up(_STATUSES[one["status"]] for name in _LISTS for one in answer.get(name, ()))
    if whole is not None and (own not in _APART or hold):
        answer["status"] = whole.value
        if whole is Status.NOT_ANSWERED:
            answer.pop("text", None)


def _needs_nothing(answer: Plain) -> None:
    """Most statuses need nothing that is not drawn."""


def _needs_words(answer: Plain) -> None:
    answer["text"] = _WORDS


def _needs_doubt(answer: Plain) -> None:
    answer.setdefault("doubts", [{"code": DoubtCode.UNCLEAR_STATUS.value}])


def _needs_body(answer: Plain) -> None:
    _add(answer, "notes", {"kind": NoteKind.OTHER_BODY.value, "text": _WORDS})


def _needs_document(access: Access) -> Callable[[Plain], None]:
    return lambda answer: _add(answer, "documents", {"access": access.value})


def _add(answer: Plain, name: str, fact: Plain) -> None:
    """Let an answer hold a fact of this kind, if it holds none yet."""
    what = "kind" if "kind" in fact else "access"
    held = answer.setdefault(name, [])
    if not any(one.get(what) == fact[what] for one in held):
        held.append(fact | {"evidence": [dict(_SOMEWHERE)]})


_NEEDS: Mapping[Status, Callable[[Plain], None]] = MappingProxyType(
    {
        Status.NO_DEDICATED_RESOURCE: _needs_words,
        Status.NOT_RECORDED_SEPARATELY: _needs_words,
        Status.NOT_APPLICABLE: _needs_words,
        Status.IN_ATTACHMENT: _needs_document(Access.ATTACHED),
        Status.PUBLISHED_ELSEWHERE: _needs_document(Access.PUBLISHED),
        Status.OTHER_BODY: _needs_body,
        Status.TRANSFERRED: _needs_body,
        Status.UNCLEAR: _needs_doubt,
    }
)


def _is_open(answer: Plain) -> bool:
    """Whether nothing of an answer is kept back."""
    documents = answer.get("documents", ())
    hidden = any(one.get("redacted") or one["access"] == Access.WITHHELD for one in documents)
    return not hidden and all(_STATUSES[one["status"]] in _TOLD for name in _LISTS for one in answer.get(name, ()))


def _is_whole(answer: Plain) -> bool:
    """Whether an answer is given in full."""
    told = {Status.ANSWERED.value, Status.NIL.value}
    lines: list[Any] = [answer, *(one for name in _LISTS for one in answer.get(name, ()))]
    return (
        all(one["status"] in told for one in lines)
        and not answer.get("exemptions")
        and all(one["access"] != Access.NOT_HELD for one in answer.get("documents", ()))
        and _is_open(answer)
    )


def _holding(drawn: str, given: set[Status]) -> str:
    """Whether the letter says that anything is held: as its answers have it."""
    if given == {Status.NOT_HELD}:
        return Holding.NOT_HELD.value
    return Holding.HELD.value if drawn == Holding.NOT_HELD and given & _HELD else drawn


def _outcome(drawn: str, given: set[Status], *, whole: bool) -> str:
    """The outcome that the letter states: as its answers have it, the drawn one where they give nothing."""
    if given & _GIVEN:
        return (Outcome.ANSWERED_IN_FULL if whole else Outcome.ANSWERED_IN_PART).value
    return Outcome.REFUSED_IN_FULL.value if drawn == Outcome.ANSWERED_IN_FULL else drawn
