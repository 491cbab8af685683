"""What holds for every model: it is described, shown by examples, closed and frozen."""

import json
from typing import Annotated, Any, ClassVar

import jsonschema
import pytest
from pydantic import TypeAdapter, ValidationError

from foidata.publish.schemas import schema_of
from foidata.standard.constraint import When
from foidata.standard.evidence import Evidence
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record, described, example_of, field_example, record_in, stated_example
from foidata.standard.response import NamedAuthority


def kinds_of(error: ValidationError) -> list[tuple[str, tuple[int | str, ...]]]:
    return [(one["type"], one["loc"]) for one in error.errors()]


def test_every_model_and_every_field_says_what_it_is_in_sentences(model: type[Record]) -> None:
    assert described(model.__doc__).endswith(".")
    for name, field in model.model_fields.items():
        assert described(field.description).endswith("."), name
        assert "`" * 3 not in (field.description or ""), name


def test_every_field_has_an_example_that_is_valid_for_it(model: type[Record]) -> None:
    properties = schema_of(model, "model.schema.json", "Model")
    for name, field in model.model_fields.items():
        example = field_example(field)
        assert example is not None, name
        text = json.dumps(example)
        TypeAdapter(Annotated[field.annotation, "as in the model", *field.metadata]).validate_json(text, strict=True)  # type: ignore[valid-type]  # made at run time
        schema = {"$ref": f"#/$defs/it/properties/{name}", "$defs": {"it": properties, **properties["$defs"]}}
        jsonschema.Draft202012Validator(schema).validate(json.loads(text))


def test_the_example_of_a_model_is_valid(model: type[Record]) -> None:
    example = example_of(model)
    assert model.model_validate_json(json.dumps(example), strict=True)


def test_an_optional_field_is_none_or_an_empty_list_when_it_is_absent(model: type[Record]) -> None:
    for name, field in model.model_fields.items():
        if not field.is_required():
            _, many = record_in(field.annotation)
            is_list = many or str(field.annotation).startswith("tuple[")
            assert field.default == (() if is_list else None), name


def test_a_record_is_frozen_and_has_no_other_fields() -> None:
    quantity = Quantity.make(value=1, qualifier="exact")
    with pytest.raises(ValidationError, match="frozen"):
        quantity.value = 2  # type: ignore[misc,assignment]  # that is the point
    with pytest.raises(ValidationError, match="Extra inputs"):
        Quantity(value=1, qualifier="exact", unit="pounds")  # type: ignore[call-arg]  # that is the point


def test_make_leaves_out_what_is_not_there() -> None:
    evidence = Evidence.make(start=0, end=1, quote="a", of=(), page=None)
    assert evidence.model_fields_set == {"start", "end", "quote"}
    assert evidence.of == ()


def test_but_gives_the_same_record_with_other_values_and_takes_fields_away() -> None:
    evidence = Evidence.make(start=0, end=1, quote="a", page=2)
    assert evidence.but(page=3, end=2) == Evidence.make(start=0, end=2, quote="a", page=3)
    assert evidence.but(page=None) == Evidence.make(start=0, end=1, quote="a")
    assert evidence.page == 2


@pytest.mark.parametrize(
    ("model_of_row", "text", "expected"),
    [
        (NamedAuthority, '{"name": null}', [("null", ("name",))]),
        (NamedAuthority, '{"name": null, "id": null}', [("null", ("id",)), ("null", ("name",))]),
        (NamedAuthority, '{"name": ""}', [("string_too_short", ("name",))]),
        (Evidence, '{"start": 0, "end": 1, "quote": "a", "of": []}', [("empty", ("of",))]),
        (Evidence, '{"start": 0, "end": 1}', [("missing", ("quote",))]),
        (Quantity, '{"qualifier": "exact"}', [("required_if", ("value",))]),
        (Quantity, '{"qualifier": "range", "low": 1}', [("required_if", ("high",))]),
        (Quantity, '{"qualifier": "at_most", "high": 1, "low": 0}', [("forbidden_if", ("low",))]),
        (Period, '{"kind": "open"}', [("required_if", ("kind",))]),
        (Period, '{"kind": "open", "start": "2020", "end": "2021"}', [("forbidden_if", ("end",))]),
        (Period, '{"kind": "date", "end": "2021"}', [("required_if", ("start",)), ("forbidden_if", ("end",))]),
    ],
)
def test_a_fault_is_at_the_field_that_it_is_about(
    model_of_row: type[Record], text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    with pytest.raises(ValidationError) as caught:
        model_of_row.model_validate_json(text, strict=True)
    assert sorted(kinds_of(caught.value)) == sorted(expected)


class Outer(Record):
    """A record with records inside."""

    one: NamedAuthority | None = None
    many: tuple[NamedAuthority, ...] = ()


@pytest.mark.parametrize("text", ['{"one": {}}', '{"many": []}', '{"many": [{}]}', '{"many": [{"name": "a"}, {}]}'])
def test_an_object_without_fields_is_refused_wherever_it_stands(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Outer.model_validate_json(text, strict=True)
    assert [kind for kind, _ in kinds_of(caught.value)] == ["empty"]
    assert not jsonschema.Draft202012Validator(schema_of(Outer, "outer.schema.json", "Outer")).is_valid(
        json.loads(text)
    )


def test_a_docstring_states_an_example_after_its_description() -> None:
    doc = """How much.

    In pounds. Example: `{"a": [1, "b"]}`
    """
    assert described(doc) == "How much. In pounds."
    assert stated_example(doc) == {"a": [1, "b"]}
    assert stated_example("How much.") is None


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (Evidence, (Evidence, False)),
        (Evidence | None, (Evidence, False)),
        (tuple[Evidence, ...], (Evidence, True)),
        (str | None, (None, False)),
        (tuple[str, ...], (None, True)),
    ],
)
def test_the_record_in_a_field_is_found(annotation: Any, expected: tuple[type[Record] | None, bool]) -> None:
    assert record_in(annotation) == expected


class Ruled(Record):
    """A record with every kind of constraint."""

    constraints: ClassVar[tuple[When, ...]] = (
        When("kind", ("a", "b"), needs=("one",), forbids=("two",)),
        When("kind", ("c",), some_of=("one", "two"), not_all=("one", "two")),
    )
    kind: str | None = None
    one: str | None = None
    two: str | None = None


@pytest.mark.parametrize(
    ("given", "fine"),
    [
        ({"kind": "a", "one": "1"}, True),
        ({"kind": "b", "one": "1"}, True),
        ({"kind": "a"}, False),
        ({"kind": "b", "two": "2"}, False),
        ({"kind": "a", "one": "1", "two": "2"}, False),
        ({"kind": "c", "one": "1"}, True),
        ({"kind": "c", "two": "2"}, True),
        ({"kind": "c"}, False),
        ({"kind": "c", "one": "1", "two": "2"}, False),
        ({"kind": "d"}, True),
        ({"kind": "d", "one": "1", "two": "2"}, True),
        ({"one": "1", "two": "2"}, True),
    ],
)
def test_a_constraint_means_the_same_in_python_and_in_json_schema(given: dict[str, str], *, fine: bool) -> None:
    try:
        accepted = bool(Ruled.model_validate(given))
    except ValidationError:
        accepted = False
    schema = schema_of(Ruled, "ruled.schema.json", "Ruled")
    assert (accepted, jsonschema.Draft202012Validator(schema).is_valid(given)) == (fine, fine)
