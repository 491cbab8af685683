"""Make a response that was drawn in pieces one whole: quotes stand in the letter, references lead somewhere.

Drawn pieces hold small numbers where a value depends on others: where a quote begins, which answer is meant. Counted
round what there is, each number becomes a value; so smaller numbers stay simpler examples.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from itertools import cycle
from typing import Any

from foidata.standard.answer import FACTS, Answer
from foidata.standard.codes import Status
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Count, Funding
from foidata.standard.record import Record, record_in
from foidata.standard.response import Response
from foidata.testing.agree import agreed_answer, agreed_response
from foidata.testing.lawful import WEIGHED, settle_days, settle_provisions
from foidata.testing.plain import Plain
from foidata.testing.worded import HAVE_WORDS, Letter, state_days, state_facts

Known = Mapping[str, Mapping[str, str]]
"""The questions of each questionnaire that a response may name: their ids, each with its topic."""


_ANOTHER = "13"
"""The id of an answer that is not shown: those drawn end at 12."""


def settled_response(value: Plain, known: Known | None) -> Plain:
    """A response whose parts agree with each other. `known` is none when it may name any questionnaire.

    As its text it comes with the texts of its files, and whether they are shown.
    """
    pages, shown = value["source"].pop("text")
    pages = [page for page, _ in zip(cycle(pages), value["source"].get("parts", pages[:1]), strict=False)]
    letter = Letter("\f".join(pages))
    _settle_references(value.get("answers", []))
    _settle_questions(value, known)
    if "supersedes" in value:
        value["supersedes"] = f"response-{value['supersedes']}"
    value = without_empty(value)
    for answer in value.get("answers", ()):
        _settle_facts(answer)
    agreed_response(value)
    settle_days(value)
    for answer in value.get("answers", ()):
        if settle_provisions(answer, value.get("legal_basis", ())):
            letter.stating(WEIGHED)
        state_facts(answer, letter)
    state_days(value, letter)
    _settle_evidence(Response, value, letter.text)
    _settle_source(value["source"], pages, letter.text, shown=shown)
    return value


def settled_answer(value: Plain, text: str) -> Plain:
    """An answer whose parts agree with each other; what it refers to is in other answers."""
    letter = Letter(text)
    if "refers_to" in value:
        value["refers_to"] = [_ANOTHER]
    for post in value.get("posts", ()):
        if "same_as" in post:
            post["same_as"] = _ANOTHER
    if "id" in value["question"]:
        value["question"]["id"] = f"question-{value['question']['id']}"
    _settle_facts(value)
    agreed_answer(value)
    settle_provisions(value, ())
    state_facts(value, letter)
    _settle_evidence(Answer, value, letter.text)
    return without_empty(value)


def quoted(text: str, start: int, length: int) -> Plain:
    """Some words of a text as evidence. Counted round, every start is in the text."""
    start %= len(text)
    end = min(start + length, len(text))
    return {"start": start, "end": end, "quote": text[start:end]}


def make_unique(records: Sequence[Plain], longest: int = 24) -> None:
    """Give each record whose id is taken another one."""
    taken: set[str] = set()
    for record in records:
        stem, number = record["id"].partition("-")[0][: longest - 4], 1
        while record["id"] in taken:
            number += 1
            record["id"] = f"{stem}-{number}"
        taken.add(record["id"])


def without_empty(value: Plain) -> Plain:
    """The same without the lists and objects that hold nothing."""
    return dict(_without_empty(value))


def _without_empty(value: Any) -> Any:
    match value:
        case dict():
            found = {name: _without_empty(one) for name, one in value.items()}
            return {name: one for name, one in found.items() if one not in ({}, [])}
        case list():
            return [one for one in map(_without_empty, value) if one not in ({}, [])]
    return value


def _settle_references(answers: Sequence[Plain]) -> None:
    """Let each reference lead to another answer, none go round in a circle, and no post be the same as a later one."""
    make_unique(answers)
    naming: list[str] = []
    for at, answer in enumerate(answers):
        others = [other["id"] for other in (*answers[:at], *answers[at + 1 :])]
        if "refers_to" in answer:
            answer["refers_to"] = list(dict.fromkeys(_at(others, number) for number in answer["refers_to"] if others))
            if answer["status"] == Status.SEE_OTHER_ANSWER and _is_lost(answer, answers):
                answer["status"] = Status.UNCLEAR.value
        for post in answer.get("posts", ()):
            if "same_as" in post:
                _set(post, "same_as", _at(naming, post["same_as"]))
                post.update({} if post else {"title": "Coordinator"})
        if any("same_as" not in post for post in answer.get("posts", ())):
            naming.append(answer["id"])


def _is_lost(answer: Plain, answers: Sequence[Plain]) -> bool:
    """Whether an answer refers only to answers that themselves refer to others."""
    pointing = {one["id"] for one in answers if one["status"] == Status.SEE_OTHER_ANSWER}
    return pointing.issuperset(answer["refers_to"])


def _settle_source(source: Plain, pages: Sequence[str], text: str, *, shown: bool) -> None:
    """Let each file have its stretch of the text, and the checksum be the text's."""
    begins = 0
    for part, page in zip(source.get("parts", ()), pages, strict=False):
        part["start"], part["end"] = begins, begins + len(page)
        begins += len(page) + 1
    if "parts" in source:
        source["parts"][-1]["end"] = len(text)
    if shown:
        source["text"] = text
    if "text_sha256" in source:
        source["text_sha256"] = sha256(text.encode()).hexdigest()


def _settle_questions(value: Plain, known: Known | None) -> None:
    """Let the request name a questionnaire that is known and answer all of it, and its questions be among those."""
    request, answers = value.get("request", {}), value.get("answers", [])
    asked: list[tuple[str, str]] = []
    if "questionnaire" in request:
        names = list(known) if known is not None else [f"questionnaire-{request['questionnaire']}"]
        name = _at(names, request["questionnaire"])
        asked = list((known or {}).get(name or "", {}).items())
        _set(request, "questionnaire", name if len(asked) <= len(answers) else None)
        asked = asked if "questionnaire" in request else []
    for answer, (question, topic) in zip(answers, asked, strict=False):
        answer["question"]["id"], answer["topic"] = question, topic
    others = [one for questions in (known or {}).values() for one in questions]
    for answer in answers[len(asked) :]:
        if "id" in answer["question"]:
            number = answer["question"]["id"]
            among = others if known is not None else [f"question-{number}"]
            _set(answer["question"], "id", None if asked else _at(among, number))


def _settle_facts(answer: Plain) -> None:
    """Let services be those of the parts, sums parts of earlier sums, figures stand beside a status that has them."""
    labels = [part["label"] for part in answer.get("parts", ())]
    for name, record, _ in _records_in(Answer):
        for at, fact in enumerate(answer.get(name, ()) if name in FACTS else ()):
            if "service" in fact:
                _set(fact, "service", _at(labels, fact["service"]) if labels else f"Service {fact['service']}")
            if "part_of" in fact:
                _set(fact, "part_of", fact["part_of"] % at + 1 if at else None)
            if record in (Funding, Count):
                _settle_figure(fact, "amount" if record is Funding else "quantity")


_STATUSES = {status.value: status for status in Status}


def _settle_figure(fact: Plain, name: str) -> None:
    """Nil has 0, other absences have no figure, what is suppressed has bounds only; none is more than its whole."""
    status = _STATUSES[fact["status"]]
    allowed = status.matched("value_allowed")
    if status is Status.NIL:
        fact[name] = {"value": 0, "qualifier": "exact"} | {
            key: one for key, one in fact.get(name, {}).items() if key not in ("value", "low", "high", "qualifier")
        }
    elif name in fact and (allowed == "no" or (allowed == "range only" and "value" in fact[name])):
        del fact[name]
    if "out_of" in fact and _least(fact.get(name, {})) > _most(fact["out_of"]):
        del fact["out_of"]


def _least(quantity: Plain) -> float:
    return float(quantity.get("value") or quantity.get("low") or 0)


def _most(quantity: Plain) -> float:
    return float(quantity["value"] if "value" in quantity else quantity.get("high", math.inf))


def _settle_evidence(record: type[Record], value: Plain, text: str) -> None:
    """Let all quotes in a record be words of the text, in its order, for fields that are there."""
    for name, inner, many in _records_in(record):
        if name not in value:
            continue
        if inner is Evidence:
            placed = [_placed(one, record, value, name, text) for one in value[name]]
            value[name] = sorted(placed, key=lambda one: (one["start"], one["end"]))
        else:
            for one in value[name] if many else [value[name]]:
                _settle_evidence(inner, one, text)


def _placed(evidence: Plain, owner: type[Record], value: Plain, own: str, text: str) -> Plain:
    found = evidence | quoted(text, evidence["start"], evidence["end"])
    fields = [name for name in value if name != own and name not in HAVE_WORDS]
    wanted = evidence.get("of", [0] if owner is Response else [])
    names = [one if isinstance(one, str) else _at(fields, one) for one in wanted]
    _set(found, "of", list(dict.fromkeys(name for name in names if name)))
    return found


@cache
def _records_in(record: type[Record]) -> tuple[tuple[str, type[Record], bool], ...]:
    """The fields of a record that hold records: name, kind, and whether it is a list of them."""
    found = ((name, *record_in(field.annotation)) for name, field in record.model_fields.items())
    return tuple((name, inner, many) for name, inner, many in found if inner is not None)


def _at(among: Sequence[str], number: int) -> str | None:
    """One of several, counted round; none of none."""
    return among[number % len(among)] if among else None


def _set(value: Plain, name: str, to: Any) -> None:
    """Set a field; nothing takes it away."""
    value[name] = to
    if to in (None, [], ""):
        del value[name]
