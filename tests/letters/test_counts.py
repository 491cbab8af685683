"""Numbers of people and things: what is counted, and what is not."""

import pytest

from foidata.documents.span import Span
from foidata.letters.finders.counts import counts
from foidata.standard.codes import Status


def found(text: str) -> list[tuple[str, str, str]]:
    """Each number as its words, its status, and its value or bounds."""
    rows = []
    for one in counts(Span(text, 0, len(text))):
        quantity = one.quantity
        assert quantity is not None
        size = str(quantity.value) if quantity.value is not None else f"{quantity.low or ''}..{quantity.high or ''}"
        rows.append((one.span.text, one.status.value, size))
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", [("9", "answered", "9")]),
        ("Twelve officers", [("Twelve", "answered", "12")]),
        ("1,204 contacts", [("1,204", "answered", "1204")]),
        ("None", [("None", "nil", "0")]),
        ("0 - positive conclusive grounds", [("0", "nil", "0")]),
        ("fewer than 5", [("fewer than 5", "suppressed", "..4")]),
        ("less than ten children", [("less than ten", "suppressed", "..9")]),
        ("<5", [("<5", "suppressed", "..4")]),
        ("5 or fewer", [("5 or fewer", "suppressed", "..5")]),
        ("1-4", [("1-4", "suppressed", "1..4")]),
        ("between 20 and 30 cases", [("between 20 and 30", "answered", "20..30")]),
        ("at least 12 people", [("at least 12", "answered", "12..")]),
        ("approximately 40 staff", [("approximately 40", "answered", "40")]),
        ("a) 6 b) 3", [("6", "answered", "6"), ("3", "answered", "3")]),
        ("4 x foster care, 2 x supported lodgings", [("4", "answered", "4"), ("2", "answered", "2")]),
        ("2017 – 1, 2018 – 3", [("1", "answered", "1"), ("3", "answered", "3")]),
    ],
)
def test_a_number_is_found_with_its_bounds(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_five_out_of_six_says_of_how_many() -> None:
    text = "5 out of 6 officers hold the certificate"
    (one,) = counts(Span(text, 0, len(text)))
    assert one.quantity is not None
    assert one.out_of is not None
    assert (one.quantity.value, one.out_of.value, one.status) == (5, 6, Status.ANSWERED)


@pytest.mark.parametrize(
    "text",
    [
        "section 12 of the Act",
        "Housing Act s189",
        "£450",
        "18 hours",
        "no less than 10 minutes each",
        "in 2019/20",
        "on 14 March 2023",
        "50% of staff",
        "see Q3",
        "see our reasons at 2(a)",
        "Grade 10",
        "1. The salary of the post",
        "refreshed every 3 years",
        "Level 1",
    ],
)
def test_what_is_no_count_is_not_counted(text: str) -> None:
    assert found(text) == []
