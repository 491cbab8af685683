"""The two real letters give exactly the records that were read from them by hand."""

import json
from decimal import Decimal
from typing import Any

import pytest
from letters import SEEDS, converted, evidence, record, records

from foidata.letters.topics import LISTS
from foidata.standard.answer import Answer
from foidata.standard.response import Response

NAMES = ("000_4c2c9d30c976f435", "001_283c351fd9f01035")
GOLDEN = json.loads((SEEDS / "seeds.json").read_text(encoding="utf-8"), parse_float=Decimal)["responses"]


@pytest.fixture(params=NAMES)
def seed(request: pytest.FixtureRequest) -> Response:
    return converted(SEEDS / f"{request.param}.txt")


def golden(seed: Response) -> dict[str, Any]:
    return next(one for one in GOLDEN if one["id"] == seed.id)


def test_a_seed_gives_its_golden_record(seed: Response) -> None:
    assert record(seed) == golden(seed)


def test_the_golden_records_are_those_of_the_seeds() -> None:
    assert [one["source"]["name"] for one in GOLDEN] == [f"{name}.txt" for name in NAMES]


def test_every_quote_stands_where_its_offsets_say(seed: Response) -> None:
    text = seed.source.text or ""
    found = list(evidence(seed))
    assert len(found) > 20
    assert [one for one in found if text[one.start : one.end] != one.quote] == []


def test_every_fact_has_evidence(seed: Response) -> None:
    facts = [one for one in records(seed) if isinstance(one, tuple(LISTS))]
    assert len(facts) > 5
    assert [fact for fact in facts if not fact.evidence] == []


def test_every_answer_says_where_question_and_answer_stand(seed: Response) -> None:
    answers = [one for one in records(seed) if isinstance(one, Answer)]
    assert [answer.id for answer in answers if not answer.evidence or not answer.question.evidence] == []


def test_every_field_that_the_letter_states_has_evidence(seed: Response) -> None:
    inferred = {"id", "kind", "source", "answers", "conversion", "evidence", "request.questionnaire"}
    stated = set()
    for name in seed.model_fields_set - inferred:
        value = getattr(seed, name)
        nested = name in ("request", "review_contact")
        stated |= {f"{name}.{field}" for field in value.model_fields_set} if nested else {name}
    assert {field for one in seed.evidence for field in one.of} == stated - inferred


def test_nothing_of_a_seed_stays_unread(seed: Response) -> None:
    assert seed.conversion is not None
    assert seed.conversion.unread == ()
