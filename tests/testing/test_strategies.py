"""What is drawn is what its strategy promises."""

from functools import partial
from hashlib import sha256
from typing import Annotated, Any

import jsonschema
import jsonschema_rs
import orjson
import pytest
from drawn import FINDING, drawn, within
from hypothesis import find, given, settings
from hypothesis import strategies as st
from pydantic import StringConstraints, ValidationError

from foidata import testing
from foidata.publish.schemas import schema_of
from foidata.standard.answer import FACTS, Answer
from foidata.standard.codes import Judged, PeriodKind, Qualifier, Severity, Status, Topic
from foidata.standard.dataset import Dataset, Questionnaire
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Funding
from foidata.standard.json import canonical
from foidata.standard.period import Period, kind_between, spanning
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record, record_in
from foidata.standard.response import NamedAuthority, Response
from foidata.testing.plain import Frame, plain
from foidata.validate.validate import validate

LETTER = "Q1. Fewer than 5, or £50k?\n“None” 🙂"


def test_every_engine_accepts_any_record_that_is_drawn(model: type[Record]) -> None:
    schema = schema_of(model, "drawn.schema.json", "Drawn")
    reference, fast = jsonschema.Draft202012Validator(schema), jsonschema_rs.Draft202012Validator(schema)

    @settings(max_examples=12)
    @given(plain(model))
    def accept(value: dict[str, Any]) -> None:
        assert model.model_validate_json(orjson.dumps(value), strict=True) == model.model_validate(value)
        assert reference.is_valid(value)
        assert fast.is_valid(value)

    accept()


def test_every_field_of_every_model_is_drawn(model: type[Record]) -> None:
    inner = {record_in(field.annotation)[0] for field in model.model_fields.values()} - {None}
    empty = Frame(records={one: partial(st.just, {}) for one in inner if one})
    examples = drawn(plain(model, empty), 20 + 5 * len(model.model_fields))
    assert set().union(*examples) == set(model.model_fields)


class Tomorrow(Funding):
    """A funding line of a later version."""

    colour: Annotated[str, StringConstraints(pattern="^(?:red|blue)-[0-9]{2}$", max_length=7)] | None = None
    words: tuple[Evidence, ...] = ()
    also: tuple[Topic, ...] = ()


def test_a_field_that_a_model_gets_tomorrow_is_drawn_without_a_change_here() -> None:
    examples = drawn(testing.records(Tomorrow), 100)
    assert {one.colour[:4] for one in examples if one.colour} == {"red-", "blue"}
    assert any(one.words for one in examples)
    assert len({topic for one in examples for topic in one.also}) > 3


def test_a_type_that_the_standard_never_had_is_refused_by_name() -> None:
    class Odd(Record):
        """A record with a field of a new type."""

        many: Any

    with pytest.raises(LookupError, match="no strategy yet for the type None"):
        testing.records(Odd)


@given(testing.records(Quantity, qualifier=st.just("range"), stated=st.none()))
def test_fields_can_be_given_strategies_of_their_own(quantity: Quantity) -> None:
    assert quantity.model_fields_set == {"low", "high", "qualifier"}


def test_a_field_that_the_model_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="Quantity has no field amount"):
        testing.records(Quantity, amount=st.none())


@given(testing.evidence_in(LETTER))
def test_evidence_stands_in_its_text(evidence: Evidence) -> None:
    assert evidence.quote == LETTER[evidence.start : evidence.end]


def test_an_empty_text_has_no_evidence() -> None:
    with pytest.raises(ValueError, match="no words"):
        testing.evidence_in("")


@given(testing.quantities())
def test_bounds_of_quantities_are_in_order(quantity: Quantity) -> None:
    assert quantity.least is None or quantity.most is None or 0 <= quantity.least <= quantity.most


@given(testing.periods())
def test_the_kind_of_a_period_follows_its_bounds(period: Period) -> None:
    first, last = period.first_day, period.last_day
    if period.start and period.end:
        assert first is not None
        assert last is not None
        assert first <= last
        assert period.kind is kind_between(first, last)
        assert (period.start, period.end) == (
            spanning(period.start, period.end).start,
            spanning(period.start, period.end).end,
        )
    else:
        assert period.kind in (PeriodKind.DATE, PeriodKind.OPEN)


def test_periods_are_of_every_kind_and_quantities_have_every_qualifier() -> None:
    assert {period.kind for period in drawn(testing.periods(), 200)} == set(PeriodKind)
    assert {quantity.qualifier for quantity in drawn(testing.quantities(), 100)} == set(Qualifier)


@given(testing.answers())
def test_an_answer_is_sensible_without_its_letter(answer: Answer) -> None:
    assert answer.id not in answer.refers_to
    labels = [part.label for part in answer.parts]
    assert all(fact.service in labels for fact in answer.facts if fact.service and labels)
    assert all(line.part_of < number for number, line in enumerate(answer.funding, 1) if line.part_of)
    assert all(one.end - one.start == len(one.quote) > 0 for one in within(answer, Evidence))


@given(testing.responses())
def test_quotes_stand_in_the_letter_and_its_checksum_is_right(response: Response) -> None:
    text = response.source.text
    quotes = list(within(response, Evidence))
    if text is not None:
        assert all(text[one.start : one.end] == one.quote for one in quotes)
        assert response.source.text_sha256 in (None, sha256(text.encode()).hexdigest())
        assert all(0 <= part.start < part.end <= len(text) for part in response.source.parts)
    assert all(one.end - one.start == len(one.quote) > 0 for one in quotes)


@given(testing.responses())
def test_answers_have_ids_of_their_own_and_refer_to_each_other(response: Response) -> None:
    ids = [answer.id for answer in response.answers]
    assert len(set(ids)) == len(ids)
    for answer in response.answers:
        assert set(answer.refers_to) <= set(ids) - {answer.id}
        assert {post.same_as for post in answer.posts} - {None} <= set(ids) - {answer.id}


@given(testing.responses())
def test_nil_is_zero_and_nothing_else_that_is_absent_is_a_number(response: Response) -> None:
    for answer in response.answers:
        figures = [(one.status, one.amount) for one in answer.funding]
        figures += [(one.status, one.quantity) for one in answer.counts]
        for status, quantity in figures:
            if status is Status.NIL:
                assert quantity is not None
                assert quantity.value == 0
            elif status.matched("value_allowed") == "no":
                assert quantity is None


QUESTIONNAIRE = Questionnaire.model_validate(
    {"id": "asked", "title": "Asked", "questions": [{"id": "a", "text": "A?", "topic": "other"}]}
)


@given(testing.responses([QUESTIONNAIRE]))
def test_a_response_names_only_the_questionnaires_given(response: Response) -> None:
    assert response.request is None or response.request.questionnaire in (None, "asked")
    assert {answer.question.id for answer in response.answers} <= {None, "a"}


@given(testing.questionnaires())
def test_questions_have_ids_of_their_own(questionnaire: Questionnaire) -> None:
    ids = [question.id for question in questionnaire.questions]
    assert len(set(ids)) == len(ids)


@given(testing.datasets())
def test_a_dataset_is_marked_invented_and_names_no_real_authority(dataset: Dataset) -> None:
    assert dataset.synthetic is True
    codes = [one.id for one in within(dataset, NamedAuthority) if one.id is not None]
    assert all(code.startswith("x-example:") for code in codes)


@given(testing.datasets())
def test_no_rule_calls_anything_in_a_dataset_an_error(dataset: Dataset) -> None:
    assert [one for one in validate(dataset).findings if one.severity is Severity.ERROR] == []


BY_CHANCE = {"FOI214", "FOI220"}
"""What drawn pieces may still do: deny in one answer what another states, and stand in each other's words."""


@given(testing.datasets())
def test_nothing_in_a_dataset_contradicts_itself(dataset: Dataset) -> None:
    found = [one for one in validate(dataset).findings if one.severity is not Severity.INFO]
    assert [one for one in found if one.code[3] in "257" and one.code not in BY_CHANCE] == []


EVIDENCE_LEFT_OUT = {"FOI404", "FOI405", "FOI409"}


@given(testing.datasets())
def test_what_a_dataset_says_of_law_words_and_people_is_right_though_it_may_not_show_all_its_words(
    dataset: Dataset,
) -> None:
    found = [
        one for one in validate(dataset, level="evidence", for_publication=True).findings if one.judges is Judged.DATA
    ]
    wrong = [one for one in found if one.code[3] in "346" and one.severity is not Severity.INFO]
    assert [one for one in wrong if one.code not in EVIDENCE_LEFT_OUT] == []


def test_answers_have_every_status_and_every_kind_of_fact() -> None:
    examples = drawn(testing.answers(), 300)
    assert {answer.status for answer in examples} == set(Status)
    assert {name for answer in examples for name in FACTS if getattr(answer, name)} == set(FACTS)


def test_some_answers_point_to_others() -> None:
    pointing = [
        (answer, response)
        for response in drawn(testing.responses(), 300)
        for answer in response.answers
        if answer.status is Status.SEE_OTHER_ANSWER
    ]
    assert pointing
    assert all(answer.refers_to and len(response.answers) > 1 for answer, response in pointing)


def test_the_smallest_dataset_is_nearly_empty() -> None:
    found = find(testing.datasets(), lambda _: True, settings=FINDING)
    (response,) = found.responses
    assert found.model_fields_set == {"standard", "title", "synthetic", "responses"}
    assert response.model_fields_set == {"id", "kind", "source"}


def test_an_example_shrinks_to_what_matters() -> None:
    def tells(dataset: Dataset) -> bool:
        return any(line.amount and line.evidence for answer in within(dataset, Answer) for line in answer.funding)

    found = find(testing.datasets(), tells, settings=FINDING)
    assert len(found.responses) == len(found.responses[0].answers) == 1
    assert len(canonical(found)) < 1200


@given(st.data())
def test_texts_can_be_written_as_utf_8(data: st.DataObject) -> None:
    text = data.draw(testing.texts() | testing.letters())
    assert text.encode().decode() == text
    assert "\0" not in text


@given(testing.records(Response))
def test_records_are_frozen(response: Response) -> None:
    with pytest.raises(ValidationError):
        response.id = "other"  # type: ignore[misc]  # that is the point
