"""Small numbers, numbers behind a mask, and texts that a spreadsheet would run."""

from typing import Any

import pytest
from judged import answer, faults, published, reason, response

from foidata.rules.formulas import OWN, runs
from foidata.standard import answer as answers
from foidata.standard import dataset, facts
from foidata.standard import response as responses
from foidata.standard.answer import Answer
from foidata.standard.dataset import Header
from foidata.standard.facts import Count
from foidata.standard.period import Period, calendar_year

Row = dict[str, Any]


def count(value: int | None = None, *, category: str | None = None, **fields: Any) -> Row:
    """A count of referrals: exact, or masked as "fewer than 5"."""
    quantity: Row = {"value": value, "qualifier": "exact"} if value is not None else {"high": 4, "qualifier": "at_most"}
    given: Row = {"status": "answered" if value is not None else "suppressed", "measure": "referrals", "label": "…"}
    broken = {"breakdown": [{"dimension": "age_group", "category": category}]} if category else {}
    return given | {"quantity": quantity} | broken | fields


@pytest.mark.parametrize(
    ("one", "many"),
    [
        (count(3), 1),
        (count(4), 1),
        (count(5), 0),
        (count(0, status="nil"), 0),
        (count(), 0),
        (count(3, measure="staff_trained"), 0),
        (count(3, quantity={"value": 3, "qualifier": "approximate"}), 0),
    ],
)
def test_few_people_are_worth_a_thought_before_they_are_published(one: Row, many: int) -> None:
    thing = Count.model_validate(one)
    assert len(faults("small-number-shown", thing, asked=published())) == many
    assert reason("small-number-shown", thing) == "asked only of data about to be published"


ADULTS, CHILDREN = {"category": "Adults"}, {"category": "Children"}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([count(10), count(7, **ADULTS), count(**CHILDREN)], [2]),
        ([count(7, **ADULTS), count(**CHILDREN), count(10)], [1]),
        ([count(10), count(7, service="Adults"), count(service="Children")], [2]),
        ([count(10), count(**ADULTS), count(**CHILDREN)], []),  # two masks
        ([count(), count(7, **ADULTS), count(3, **CHILDREN)], []),  # the total is masked
        ([count(7, **ADULTS), count(**CHILDREN)], []),  # no total
        ([count(10), count(**CHILDREN)], []),  # one part alone is no split
        ([count(30), count(7, **ADULTS), count(**CHILDREN)], []),  # 23 cannot be behind this mask: parts are missing
        ([count(5), count(7, **ADULTS), count(**CHILDREN)], []),
        ([count(10, measure="cases"), count(7, **ADULTS), count(**CHILDREN)], []),
        (
            [count(10), count(7, **ADULTS), count(status="suppressed", quantity=None, **CHILDREN)],
            [2],  # an asterisk
        ),
        (
            [count(10, period=calendar_year(2022)), count(7, period=calendar_year(2023), **ADULTS), count(**CHILDREN)],
            [],
        ),
    ],
)
def test_a_mask_hides_nothing_that_can_be_worked_out(rows: list[Row], found: list[int]) -> None:
    rows = [{name: one for name, one in row.items() if one is not None} for row in rows]
    thing = Answer.model_validate(answer(counts=rows))
    assert [fault.at for fault in faults("masked-number-recoverable", thing)] == [("counts", at) for at in found]


def test_years_that_make_up_a_longer_period_are_its_parts() -> None:
    both = Period(kind="range", start="2022", end="2023")
    rows = [count(10, period=both), count(7, period=calendar_year(2022)), count(period=calendar_year(2023))]
    thing = Answer.model_validate(answer(counts=rows))
    assert [fault.at for fault in faults("masked-number-recoverable", thing)] == [("counts", 2)]
    gap = Answer.model_validate(answer(counts=[*rows[:2], count(period=calendar_year(2024))]))
    assert faults("masked-number-recoverable", gap) == []


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-1+cmd|' /C calc'!A0", "\t=1", "\r=1", "-none"]
)
def test_a_spreadsheet_runs_what_begins_like_a_formula(text: str) -> None:
    assert runs(text)


@pytest.mark.parametrize(
    "text", ["- none", "-5", "+44 (0)1632 960123", "--- Original message ---", "-", "£5", "a=b", "–5", "+5.5%"]
)
def test_bullets_rules_and_signed_numbers_are_harmless(text: str) -> None:
    assert not runs(text)


def test_words_of_the_letter_are_told_once_and_words_of_the_makers_each() -> None:
    one = answer(
        text="=A",
        claims=[{"status": "answered", "claim": "@b", "holds": True}],
        coding={"state": "final", "note": "+c"},
    )
    letter = response(one, answer("2", text="=D"))
    assert [fault.at for fault in faults("formula-cell", letter)] == [
        ("answers", 0, "claims", 0, "claim"),
        ("answers", 0, "coding", "note"),
    ]
    (fault,) = faults("formula-in-verbatim", letter)
    assert fault.message == "A spreadsheet would run these words as a formula: '=A', and 1 more."


def test_the_whole_letter_is_no_cell_and_the_header_is() -> None:
    assert faults("formula-in-verbatim", response(text="=A")) == []
    header = Header.model_validate({"standard": "foidata-1.0", "title": "=A", "publisher": {"name": "@b"}})
    assert {fault.at for fault in faults("formula-cell", header)} == {("title",), ("publisher", "name")}


def test_the_fields_of_the_makers_are_fields() -> None:
    kinds = {name: one for module in (answers, dataset, facts, responses) for name, one in vars(module).items()}
    assert all(field in kinds[kind].model_fields for kind, field in OWN)
