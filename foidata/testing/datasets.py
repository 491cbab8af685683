"""Whole and sensible records: quantities, periods, answers, responses, questionnaires, datasets."""

from collections.abc import Iterable
from hashlib import sha256

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from foidata.standard.answer import Answer
from foidata.standard.dataset import Dataset, Questionnaire
from foidata.standard.evidence import Evidence
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.response import Response
from foidata.testing.plain import Plain, plain
from foidata.testing.sense import SENSE
from foidata.testing.settle import Known, make_unique, quoted, settled_answer, settled_response, without_empty
from foidata.testing.values import letters


def quantities() -> SearchStrategy[Quantity]:
    """Numbers as letters give them: never negative, at most two decimals, the lower bound not above the upper one."""
    return SENSE.records[Quantity]().map(Quantity.model_validate)


def periods() -> SearchStrategy[Period]:
    """Periods whose kind and form follow their bounds, and which end no earlier than they start."""
    return SENSE.records[Period]().map(Period.model_validate)


def evidence_in(text: str) -> SearchStrategy[Evidence]:
    """Words of a text, at their place in it. The text may not be empty."""
    if not text:
        raise ValueError("an empty text has no words to quote")
    rest = plain(Evidence, without=frozenset({"start", "end", "quote"}))
    stretch = st.builds(quoted, st.just(text), st.integers(0, len(text) - 1), st.integers(1, len(text)))
    return st.builds(Plain.__or__, stretch, rest).map(Evidence.model_validate)


def answers() -> SearchStrategy[Answer]:
    """Answers to one question, of a letter that is not shown: what they refer to is in other answers."""
    return st.builds(settled_answer, plain(Answer, SENSE), letters()).map(Answer.model_validate)


def responses(questionnaires: Iterable[Questionnaire] | None = None) -> SearchStrategy[Response]:
    """Responses of invented authorities, each whole in itself.

    Quotes stand in the letter's text at their place, checksums are right, each answer has its own id, what refers to
    something finds it. Given questionnaires, only those are named, and only their questions.
    """
    known: Known | None = None
    if questionnaires is not None:
        known = {one.id: {each.id: each.topic.value for each in one.questions} for one in questionnaires}
    return plain(Response, SENSE).map(lambda value: Response.model_validate(settled_response(value, known)))


def questionnaires() -> SearchStrategy[Questionnaire]:
    """Questionnaires whose questions have ids of their own."""
    return plain(Questionnaire, SENSE).map(_settled_questionnaire).map(Questionnaire.model_validate)


def datasets() -> SearchStrategy[Dataset]:
    """Invented datasets, marked `synthetic`: one or two responses of no real authority, with their questionnaires.

    They have no fault of shape and none that a rule calls an error. What they say of law, words and people is right,
    though not everything shows the words that it was read from.
    """
    return plain(Dataset, SENSE).map(_settled_dataset).map(Dataset.model_validate)


def _settled_questionnaire(value: Plain) -> Plain:
    make_unique(value["questions"], 120)
    if "variant_of" in value:
        value["variant_of"] = f"questionnaire-{value['variant_of']}"
    return value


def _settled_dataset(value: Plain) -> Plain:
    asked = value.get("questionnaires", [])
    make_unique(asked, 120)
    for at, one in enumerate(asked):
        _settled_questionnaire(one)
        if at and "variant_of" in one:
            one["variant_of"] = asked[0]["id"]
    known: Known = {one["id"]: {each["id"]: each["topic"] for each in one["questions"]} for one in asked}
    found = value["responses"]
    make_unique(found, 120)
    for at, response in enumerate(found):
        earlier = response.pop("supersedes", None)
        if at:
            _tell_letters_apart(response, at)
        found[at] = settled_response(response, known)
        if at and earlier is not None and _may_replace(found[at], found[earlier % at]):
            found[at]["supersedes"] = found[earlier % at]["id"]
    if "created" in value:
        value["created"] = max([value["created"], *(one["sent"] for one in found if "sent" in one)])
    return without_empty(value)


def _tell_letters_apart(response: Plain, at: int) -> None:
    """No two responses of a dataset come from one letter or from one authority."""
    pages, _ = response["source"]["text"]
    pages[0] += f"\nLetter {at + 1}"
    response["source"]["sha256"] = sha256(f"{at}{pages[0]}".encode()).hexdigest()
    if "id" in response.get("authority", {}):
        response["authority"]["id"] += str(at + 1)


def _may_replace(response: Plain, earlier: Plain) -> bool:
    """Whether a response may take another's place: not of another authority, and not sent before it."""
    apart = {one["authority"]["id"] for one in (response, earlier) if "id" in one.get("authority", {})}
    return len(apart) < 2 and response.get("sent", "9") >= earlier.get("sent", "")
