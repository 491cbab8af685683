"""What one rule finds in one thing, and small records to let it judge."""

import datetime
from typing import Any

from foidata.rules import Asked, Fault, Outcome, Rule, Unjudged, Within, rules
from foidata.standard.response import Response

WORKING = Asked()
SOURCE = {"name": "a.txt", "media_type": "text/plain", "sha256": "0" * 64}


def rule(name: str) -> Rule:
    return next(one for one in rules() if one.name == name)


def outcomes(name: str, thing: Any, within: Within | None = None, asked: Asked = WORKING) -> list[Outcome]:
    return list(rule(name).outcomes(thing, asked, within))


def faults(name: str, thing: Any, within: Within | None = None, asked: Asked = WORKING) -> list[Fault]:
    return [one for one in outcomes(name, thing, within, asked) if isinstance(one, Fault)]


def reason(name: str, thing: Any, within: Within | None = None, asked: Asked = WORKING) -> str | None:
    """Why a rule did not judge something; none when it did."""
    found = outcomes(name, thing, within, asked)
    return next((one.reason for one in found if isinstance(one, Unjudged)), None)


def answer(name: str = "1", **fields: Any) -> dict[str, Any]:
    given = {"id": name, "question": {"text": "How many?"}, "topic": "other", "status": "answered", "text": "…"}
    return given | fields


def response(*answers: dict[str, Any], text: str | None = None, **fields: Any) -> Response:
    source = SOURCE | ({"text": text} if text else {})
    given = {"id": "a", "kind": "reply", "source": source} | ({"answers": answers} if answers else {})
    return Response.model_validate(given | fields)


def within(text: str | None, *answers: dict[str, Any], **fields: Any) -> Within:
    one = response(*answers, text=text, **fields)
    return Within(one, None, one)


def published(today: datetime.date | None = None) -> Asked:
    return Asked(today, for_publication=True)
