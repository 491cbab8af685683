"""One fault of shape is one fault for every engine; where engines disagree, the ledger says so and why."""

import json
from typing import Any

import jsonschema
import jsonschema_rs
import orjson
import pytest
from drawn import FINDING, drawn
from hypothesis import find, given, settings
from hypothesis import strategies as st

from foidata import testing
from foidata.packages import KINDS, Place
from foidata.packages.judge import judge, judge_json
from foidata.publish.schemas import schema_of
from foidata.standard.answer import Answer, Coding
from foidata.standard.codes import Status
from foidata.standard.dataset import Dataset, Header
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Lead
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record
from foidata.standard.response import NamedAuthority, Response, ReviewContact, Source
from foidata.testing import SingleFault
from foidata.testing.plain import plain

Verdicts = tuple[bool, bool, bool]
"""Whether our loader (pydantic, and its own scan of the text), jsonschema and jsonschema-rs accept a record."""

NOT_OF_SHAPE = {"not_utf8", "byte_order_mark", "not_json", "duplicate_key", "not_a_number", "number_digits"}
NOT_OF_SHAPE |= {"lone_surrogate", "too_deep"}
OF_SHAPE = set(list(KINDS)[: list(KINDS).index("unsafe_path")]) - NOT_OF_SHAPE
"""The kinds of fault that a record can have: in `KINDS` before those of a package, not those of JSON's text."""

LEDGER: tuple[tuple[str, type[Record], str, Verdicts], ...] = (
    (
        "1.0 as a whole number: it is one to JSON Schema; strict pydantic and integer columns want digits alone",
        Evidence,
        '{"start": 0, "end": 1.0, "quote": "a"}',
        (False, True, True),
    ),
    (
        "digits that a number does not keep: JSON Schema judges it after it was rounded, we as it is written",
        Quantity,
        '{"qualifier": "exact", "value": 0.1000000000000000000001}',
        (False, True, True),
    ),
    (
        "a key twice: parsers keep the last; the loader's own scan refuses it",
        Quantity,
        '{"qualifier": "exact", "value": 1, "value": 2}',
        (False, True, True),
    ),
    (
        "NaN: Python's parser reads it, though JSON has none; the loader's own scan refuses it too",
        Quantity,
        '{"qualifier": "exact", "value": NaN}',
        (False, True, False),
    ),
    (
        "half of a surrogate pair: Python's parser keeps it, and no UTF-8 can hold it",
        NamedAuthority,
        r'{"name": "\ud800"}',
        (False, True, True),
    ),
)
"""Where engines disagree: why, the shortest record that shows it, and their verdicts."""


def engines(model: type[Record]) -> tuple[Any, Any]:
    schema = schema_of(model, "drawn.schema.json", "Drawn")
    return jsonschema.Draft202012Validator(schema), jsonschema_rs.Draft202012Validator(schema)


def verdicts(model: type[Record], text: str) -> Verdicts:
    reference, fast = engines(model)
    data = json.loads(text)
    try:
        accepted = fast.is_valid(data)
    except ValueError:
        accepted = False
    record, _ = judge_json(model, text, lambda _: Place("record.json"), clean=False)
    return record is not None, reference.is_valid(data), accepted


def test_every_single_fault_is_met_as_what_it_is_where_it_is(model: type[Record]) -> None:
    reference, fast = engines(model)

    @settings(max_examples=12)
    @given(testing.single_faults(model))
    def met(fault: SingleFault) -> None:
        _, faults = judge(model, orjson.dumps(fault.data))
        assert [(one.kind, one.pointer) for one in faults] == [(fault.kind, fault.pointer)]
        assert not reference.is_valid(fault.data)
        assert not fast.is_valid(fault.data)

    met()


@pytest.mark.parametrize(
    "kind", [Period, Quantity, Coding, Lead, Answer, Response, Dataset], ids=lambda one: one.__name__
)
def test_many_single_faults_are_met_in_the_models_that_matter(kind: type[Record]) -> None:
    reference, fast = engines(kind)

    @given(testing.single_faults(kind))
    def met(fault: SingleFault) -> None:
        _, faults = judge(kind, orjson.dumps(fault.data))
        assert [(one.kind, one.pointer) for one in faults] == [(fault.kind, fault.pointer)]
        assert not reference.is_valid(fault.data)
        assert not fast.is_valid(fault.data)

    met()


def test_single_faults_are_of_every_kind_that_a_shape_can_have() -> None:
    kinds = (Header, Answer, Period, Quantity, Lead, Evidence, Source)
    assert {fault.kind for kind in kinds for fault in drawn(testing.single_faults(kind), 100)} == OF_SHAPE


@pytest.mark.parametrize(("reason", "model_of_row", "text", "expected"), LEDGER, ids=[row[0][:30] for row in LEDGER])
def test_the_ledger_of_disagreements_is_not_stale(
    reason: str, model_of_row: type[Record], text: str, expected: Verdicts
) -> None:
    assert verdicts(model_of_row, text) == expected


def _whole_floats(value: Any) -> bool:
    """Whether 1.0 stands somewhere: the first row of the ledger."""
    match value:
        case dict():
            return any(map(_whole_floats, value.values()))
        case list():
            return any(map(_whole_floats, value))
    return isinstance(value, float) and value.is_integer()


NEAR: tuple[Any, ...] = (
    *(
        "2024-02-29",
        "2023-02-29",
        "2024-02-30",
        "2024-2-3",
        "2024-02-03T00:00:00",
        "1706918400",
        "2024",
        "2024\n",
        "2024-13",
    ),
    *("answered", "answered\n", "Answered", "nil", "specialist", "exact", "date", "GBP", "foidata-1.0"),
    *(
        "a-b",
        "a--b",
        "a-b\n",
        "A-b",
        "é",
        "٣",
        "x-a:b",
        "x-a:b\n",
        "x-a:",
        "foia_s40_2",
        "a@b",
        "a@b\n",
        "text/plain",
        "",
        " ",
    ),
    *("5", "1e3", "true", "null", "█", "🙂", "e\u0301", "\u2028", "\x85"),
    *(0, 1, -1, 1900, 2099, 2100, 2**31 - 1, 2**31, 2**63, 2**64, 10**12, 10**12 + 1, -(10**12), 10**400),
    *(0.1, 1e-7, 1e12, 1e300, 5e-324, -0.0, True, False, None, [], {}, [1], {"start": "2020"}),
)
"""Values that are nearly right somewhere."""


@pytest.mark.parametrize(
    "kind",
    [Period, Quantity, Coding, Lead, Evidence, NamedAuthority, ReviewContact, Source],
    ids=lambda one: one.__name__,
)
def test_engines_agree_on_any_value_in_any_place_but_for_the_ledger(kind: type[Record]) -> None:
    reference, fast = engines(kind)

    @settings(max_examples=80)
    @given(
        plain(kind), st.sampled_from(NEAR) | testing.texts(0) | st.integers() | st.floats(allow_nan=False), st.data()
    )
    def agree(value: dict[str, Any], new: Any, data: st.DataObject) -> None:
        value = value | {data.draw(st.sampled_from(sorted(kind.model_fields))): new}
        text = json.dumps(value)
        found = judge(kind, text)[0] is not None
        theirs = (reference.is_valid(value), fast.is_valid(value))
        if theirs != (found, found):
            assert _whole_floats(value)
            assert (found, *theirs) == LEDGER[0][-1]

    agree()


@pytest.mark.parametrize("status", [Status.PARTLY_ANSWERED, Status.SEE_OTHER_ANSWER])
def test_the_statuses_of_whole_answers_are_faults_in_facts(status: Status) -> None:
    found = find(testing.single_faults(Lead), lambda fault: fault.data.get("status") == status, settings=FINDING)
    assert found == SingleFault({"status": status.value}, "enum", "/status")
