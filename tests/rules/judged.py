"""Answers and responses in a line, and what a rule finds in them."""

import datetime
from hashlib import sha256
from typing import Any

from foidata.packages.loaded import Loaded
from foidata.rules import Asked, Fault, Outcome, Rule, Unjudged, Within, rules
from foidata.standard.answer import Answer
from foidata.standard.dataset import Dataset
from foidata.standard.period import Period
from foidata.standard.response import Response
from foidata.validate.walk import Walk

SOURCE = {"name": "a.txt", "media_type": "text/plain", "sha256": "0" * 64}


def rule(name: str) -> Rule:
    return next(one for one in rules() if one.name == name)


def answer(name: str = "1", **fields: Any) -> dict[str, Any]:
    given = {
        "id": name,
        "question": {"text": "How much?"},
        "topic": "funding_by_year",
        "status": "answered",
        "text": "…",
    }
    return given | fields


def response(*answers: dict[str, Any], text: str | None = None, **fields: Any) -> Response:
    source = SOURCE | ({"text": text} if text else {})
    given = {"id": "a", "kind": "reply", "source": source} | ({"answers": answers} if answers else {})
    return Response.model_validate(given | fields)


def answered(**fields: Any) -> Answer:
    return Answer.model_validate(answer(**fields))


def letter(name: str, *answers: dict[str, Any], **fields: Any) -> Response:
    """A response of its own file and text."""
    digest = sha256(name.encode()).hexdigest()
    source = {"name": f"{name}.txt", "media_type": "text/plain", "sha256": digest, "text": f"Letter {name}"}
    return response(*answers, **{"id": name, "source": source} | fields)


def dataset(*responses: Response, **fields: Any) -> Dataset:
    return Dataset.model_validate({"standard": "foidata-1.0", "title": "A", "responses": responses} | fields)


def within(text: str | None, *answers: dict[str, Any], **fields: Any) -> Within:
    one = response(*answers, text=text, **fields)
    return Within(one, None, one)


def published(today: datetime.date | None = None) -> Asked:
    return Asked(today, for_publication=True)


def outcomes(name: str, thing: Any, within: Within | None = None, asked: Asked | None = None) -> list[Outcome]:
    """All that a rule says of a thing of its kind."""
    return list(rule(name).outcomes(thing, asked or Asked(), within))


def faults(name: str, thing: Any, within: Within | None = None, asked: Asked | None = None) -> list[Fault]:
    """What a rule finds in a thing of its kind; in a whole dataset, on a walk through it."""
    if isinstance(thing, Dataset):
        return [hit.fault for hit in Walk(Loaded.of(thing).streamed(), [rule(name)], asked or Asked()).hits()]
    return [one for one in outcomes(name, thing, within, asked) if isinstance(one, Fault)]


def messages(name: str, thing: Any, asked: Asked | None = None) -> list[str]:
    return [fault.message for fault in faults(name, thing, asked=asked)]


def reason(name: str, thing: Any, within: Within | None = None, asked: Asked | None = None) -> str | None:
    """Why a rule did not judge something; none when it did."""
    found = outcomes(name, thing, within, asked)
    return next((one.reason for one in found if isinstance(one, Unjudged)), None)


def sum_of(value: int, period: Period | None, status: str = "answered") -> dict[str, Any]:
    amount = {"value": value, "qualifier": "exact"}
    return (
        {"status": status}
        | ({"amount": amount} if status == "answered" else {})
        | ({"period": period} if period else {})
    )
