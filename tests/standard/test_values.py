"""Plain values mean the same to every engine, without format checkers."""

import calendar
import json
from decimal import Decimal
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from foidata.standard import values
from foidata.standard.values import LARGEST, Day, Number, PartialDay, PartStatus


def verdicts(kind: Any, value: Any) -> set[bool]:
    """What pydantic, jsonschema and jsonschema-rs say of a value: one verdict when they agree."""
    adapter = TypeAdapter(kind)
    schema = adapter.json_schema()
    try:
        adapter.validate_json(json.dumps(value), strict=True)
        ours = True
    except ValidationError:
        ours = False
    theirs = (
        jsonschema.Draft202012Validator(schema).is_valid(value),
        jsonschema_rs.Draft202012Validator(schema).is_valid(value),
    )
    return {ours, *theirs}


DAYS = {
    "2024-02-29": True,
    "2000-02-29": True,
    "2023-02-29": False,
    "1900-02-29": False,
    "2024-02-30": False,
    "2024-04-31": False,
    "2024-12-31": True,
    "1900-01-01": True,
    "2099-12-31": True,
    "1899-12-31": False,
    "2100-01-01": False,
    "2024-13-01": False,
    "2024-00-10": False,
    "2024-1-1": False,
    "2024-01-01\n": False,
    " 2024-01-01": False,
    "2024-01-01T00:00:00": False,
    "1706918400": False,
    "٢٠٢٤-01-01": False,
}


@pytest.mark.parametrize(("day", "fine"), DAYS.items())
def test_a_day_is_one_that_exists(day: str, *, fine: bool) -> None:
    assert verdicts(Day, day) == {fine}
    assert verdicts(PartialDay, day) == {fine}


@given(st.integers(1900, 2099))
def test_29_february_is_a_day_in_leap_years_only(year: int) -> None:
    assert verdicts(Day, f"{year}-02-29") == {calendar.isleap(year)}


@given(st.dates())
def test_every_day_of_two_centuries_is_a_day(day: Any) -> None:
    assert verdicts(Day, day.isoformat()) == {1900 <= day.year <= 2099}


@pytest.mark.parametrize("kind", [Day, PartialDay])
@pytest.mark.parametrize("value", [20240101, 2024.0, True, None, [], {}])
def test_a_day_is_text(kind: Any, value: Any) -> None:
    assert verdicts(kind, value) == {False}


@pytest.mark.parametrize(
    ("text", "fine"),
    {
        "2020": True,
        "2020-03": True,
        "2020\n": False,
        "2020-03\n": False,
        "2020-3": False,
        "20": False,
        "2100": False,
    }.items(),
)
def test_a_partial_day_is_a_year_or_a_month_too(text: str, *, fine: bool) -> None:
    assert verdicts(PartialDay, text) == {fine}


@pytest.mark.parametrize("value", ["5", "1e3", "", True, False, None, [], {}])
def test_text_and_booleans_are_no_numbers(value: Any) -> None:
    assert verdicts(Number, value) == {False}


@pytest.mark.parametrize("value", [0, -1, 0.01, 19.99, 1e-7, LARGEST, -LARGEST, 123456789012.34])
def test_a_number_is_the_one_that_was_written(value: float) -> None:
    assert verdicts(Number, value) == {True}
    assert TypeAdapter(Number).validate_json(json.dumps(value), strict=True) == Decimal(str(value))


@pytest.mark.parametrize("value", [LARGEST + 1, -LARGEST - 1, 1e13, 10**400])
def test_a_number_has_bounds(value: float) -> None:
    assert verdicts(Number, value) == {False}


@pytest.mark.parametrize(
    ("given_value", "digits"),
    [
        ("5.00", "5"),
        ("1E+3", "1000"),
        ("-0", "0"),
        ("0.10", "0.1"),
        ("1000000000000", "1000000000000"),
        ("1e-7", "1E-7"),
    ],
)
def test_a_decimal_keeps_its_value_and_drops_its_zeros(given_value: str, digits: str) -> None:
    assert str(TypeAdapter(Number).validate_python(Decimal(given_value))) == digits


@pytest.mark.parametrize("number", ["0.1000000000000000000001", "123456789012.123456789", "999999999999.99999"])
def test_more_digits_than_a_json_number_keeps_are_refused(number: str) -> None:
    with pytest.raises(ValidationError, match="more digits than a JSON number keeps"):
        TypeAdapter(Number).validate_python(Decimal(number))


@given(st.floats(-LARGEST, LARGEST) | st.integers(-LARGEST, LARGEST))
def test_any_json_number_within_bounds_is_kept(value: float) -> None:
    assert TypeAdapter(Number).validate_json(json.dumps(value), strict=True) == Decimal(str(value))


TEXTS = {
    "Slug": (
        ["a", "0", "a-b", "000-4c2c9d30c976f435", "a" * 120],
        ["", "A", "a--b", "-a", "a-", "a_b", "é", "a b", "a" * 121],
    ),
    "AnswerId": (["1", "1a", "1bi", "1-2", "a" * 24], ["", "1-", "1-a", "1.a", "1 a", "A", "1-2-3", "a" * 25]),
    "FieldPath": (["sent", "review_contact.email", "a.b.c"], ["", "Sent", "a.", ".a", "a..b", "1a", "a-b", "_a"]),
    "Sha256": (["a" * 64, "0" * 64], ["", "a" * 63, "a" * 65, "A" * 64, "g" * 64]),
    "MediaType": (
        ["text/plain", "application/vnd.ms-excel", "image/svg+xml"],
        ["", "text", "text/", "/plain", "Text/plain"],
    ),
    "Email": (["foi@example.gov.uk", "a@b"], ["", "a", "@", "a@", "@b", "a b@c", "a@b@c"]),
    "Url": (["https://example.org/é?a=1,2", "www.example.org", "a" * 2000], ["", "a b", " ", "a\tb", "a" * 2001]),
    "AuthorityCode": (
        ["LCE", "a-b-C", "x-example:a", "x-an-example:A.b_1"],
        ["", "L E", "L--E", "x-example:", "x-:a", "x-example:a."],
    ),
    "ExemptionCode": (["foia_s40_2", "x-example:s1"], ["", "foia", "foia-s40", "foia_", "FOIA_s40", "x-example:"]),
    "MeasureCode": (
        ["referrals", "nrm_referrals", "x-example:a1"],
        ["", "referrals1", "Referrals", "a__b", "a_", "x-example:-"],
    ),
    "PartnershipCode": (["ematp", "ematp_2", "x-example:a"], ["", "EMATP", "a-b", "a__b", "x-example"]),
    "LicenceCode": (["OGL-UK-3.0", "CC0", "x-example:own"], ["", "OGL UK", "OGL--3", ".a", "x-example:"]),
    "RuleCode": (["FOI001", "FOI999"], ["", "FOI1", "foi001", "FOI0011", "FOI00a", "XFOI001"]),
    "RuleWord": (["FOI2", "foi214", "unknown-code", "unknown_code"], ["", "a--b", "-a", "FOI 2", "FOI2*", "a" * 61]),
    "CheckDay": (["now", "2024-02-29"], ["", "today", "Now", "2023-02-29", "2024-01-01T00:00:00", "nownow"]),
    "FormatName": (["full", "sarif-2", "a_b"], ["", "Full", "a b", "-a", "a-", "a" * 31]),
    "RuleName": (["unknown-code", "not-csv-2"], ["", "Unknown", "a--b", "-a", "a-", "a_b", "2-a", "a" * 61]),
}
"""Texts that each kind of code allows, and texts that it does not."""


@pytest.mark.parametrize("name", TEXTS)
def test_a_pattern_means_the_same_to_every_engine(name: str) -> None:
    fine, wrong = TEXTS[name]
    kind = getattr(values, name)
    assert {text: verdicts(kind, text) for text in fine} == {text: {True} for text in fine}
    wrong = [*wrong, f"{fine[0]}\n", f"\n{fine[0]}", f"{fine[0]}\r", f" {fine[0]}"]
    assert {text: verdicts(kind, text) for text in wrong} == {text: {False} for text in wrong}


def test_every_pattern_is_tried() -> None:
    patterned = {
        name for name, value in vars(values).items() if name[0].isupper() and "StringConstraints(" in repr(value)
    }
    assert patterned - {"Text", "PartialDay", "RuleKey"} == set(TEXTS)


@pytest.mark.parametrize("code", ["partly_answered", "see_other_answer", "nil?", "Nil", ""])
def test_the_status_of_a_part_is_none_of_a_whole_answer(code: str) -> None:
    assert verdicts(PartStatus, code) == {False}
    assert verdicts(PartStatus, "nil") == {True}


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [
        (values.Year, 1900, 2099),
        (values.Position, 1, 2**31 - 1),
        (values.Offset, 0, 2**31 - 1),
        (values.Tally, 0, 2**31 - 1),
    ],
)
def test_whole_numbers_have_bounds(kind: Any, least: int, most: int) -> None:
    assert [verdicts(kind, value) for value in (least, most)] == [{True}, {True}]
    assert [verdicts(kind, value) for value in (least - 1, most + 1, str(least), least + 0.5, True)] == [{False}] * 5
