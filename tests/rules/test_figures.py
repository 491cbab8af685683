"""Rules on sums and counts that do not fit each other."""

from typing import Any

import pytest
from judged import answered, faults, messages, sum_of

from foidata.standard.answer import Answer
from foidata.standard.facts import Count, Funding, Lead, Post, Training
from foidata.standard.period import Period, calendar_year, spanning

YEARS = (calendar_year(2020), calendar_year(2021), calendar_year(2022))
ALL = spanning("2020", "2022")


def money(*lines: dict[str, Any]) -> Answer:
    return answered(funding=list(lines))


def counts(*lines: dict[str, Any]) -> Answer:
    return answered(topic="nrm_referrals", counts=list(lines))


def count(quantity: int | dict[str, Any], category: str | None = None, by: str = "age_group", **more: Any) -> Any:
    exact = {"value": quantity, "qualifier": "exact"} if isinstance(quantity, int) else quantity
    breakdown = {"breakdown": [{"dimension": by, "category": category}]} if category else {}
    return {"status": "answered", "measure": "referrals", "label": "referrals", "quantity": exact} | breakdown | more


AT_MOST_4 = {"high": 4, "qualifier": "at_most"}
AT_LEAST_20 = {"low": 20, "qualifier": "at_least"}


def test_parts_are_no_more_than_what_they_are_parts_of() -> None:
    total, part = sum_of(12, None), {"part_of": 1}
    rule = "parts-beyond-total"
    assert messages(rule, money(total, sum_of(9, None) | part, sum_of(4, None) | part)) == [
        "The parts of £12 come to £13."
    ]
    assert not faults(rule, money(total, sum_of(9, None) | part, sum_of(3, None) | part))
    assert not faults(rule, money(total, sum_of(13, None) | part | {"basis": "per_year"}))
    assert not faults(rule, money(sum_of(12, YEARS[0]), sum_of(13, YEARS[1]) | part))


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((count(12), count(9, "adults"), count(5, "children")), ["The total is 12, but by age group it comes to 14."]),
        ((count(12), count(5, "adults"), count(5, "children")), ["The total is 12, but by age group it comes to 10."]),
        ((count(12), count(9, "adults"), count(3, "children")), []),
        ((count(12), count(5, "adults")), []),
        ((count(12), count(9, "adults"), count(AT_MOST_4, "children")), []),
        ((count(12), count(AT_LEAST_20, "adults")), ["The total is 12, but by age group it comes to 20."]),
        ((count(12), count(9, "labour", "exploitation"), count(5, "sexual", "exploitation")), []),
        ((count(12), count(13, "labour", "exploitation")), ["The total is 12, but by exploitation it comes to 13."]),
        ((count(12), count(5, "Albania", "nationality"), count(4, "Vietnam", "nationality")), []),
        ((count(12, measure="cases"), count(13, "adults")), []),
        ((count(12, period=YEARS[0]), count(13, "adults", period=YEARS[1])), []),
        ((count(12), count(7), count(13, "adults")), []),
    ],
)
def test_categories_fit_their_total(lines: tuple[dict[str, Any], ...], says: list[str]) -> None:
    assert messages("breakdown-unlike-total", counts(*lines)) == says


def test_a_count_is_no_more_than_what_it_is_out_of() -> None:
    def out_of(part: int, whole: Any) -> Count:
        return Count.model_validate(count(part, out_of=whole))

    assert messages("count-beyond-its-whole", out_of(6, {"value": 5, "qualifier": "exact"})) == [
        "6 out of 5 is more than all."
    ]
    assert not faults("count-beyond-its-whole", out_of(5, {"value": 5, "qualifier": "exact"}))
    assert not faults("count-beyond-its-whole", out_of(25, AT_LEAST_20))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((sum_of(4, YEARS[0]), sum_of(1, YEARS[0]), sum_of(5, YEARS[0])), [2]),
        ((sum_of(9, ALL), sum_of(4, YEARS[0]), sum_of(4, YEARS[1]), sum_of(1, YEARS[2])), [0]),
        ((sum_of(5, None), sum_of(4, None), sum_of(1, None)), [0]),
        ((sum_of(4, YEARS[0]), sum_of(1, YEARS[1]), sum_of(5, YEARS[2])), []),
        ((sum_of(4, YEARS[0]), sum_of(4, YEARS[0])), []),
        ((sum_of(4, YEARS[0]), sum_of(1, YEARS[0]), sum_of(6, YEARS[0])), []),
        ((sum_of(4, YEARS[0]) | {"part_of": 3}, sum_of(1, YEARS[0]) | {"part_of": 3}, sum_of(5, YEARS[0])), []),
        ((sum_of(4, YEARS[0]) | {"nature": "budget"}, sum_of(1, YEARS[0]), sum_of(5, YEARS[0])), []),
    ],
)
def test_a_total_is_not_counted_beside_its_parts(lines: tuple[dict[str, Any], ...], found: list[int]) -> None:
    assert [fault.at[1] for fault in faults("total-counted-twice", money(*lines))] == found


def stated(words: str, period: Period | None, **more: Any) -> dict[str, Any]:
    return sum_of(9, period) | {"amount": {"value": 9, "qualifier": "exact", "stated": words}} | more


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((stated("£9 p.a.", ALL),), ["£9 is written as the sum for 2020/2022, but the words say a year."]),
        (
            (stated("£9 annually", None),),
            ["£9 is written as the sum for all the time meant, but the words say a year."],
        ),
        ((stated("£9 a year", ALL, basis="per_year"),), []),
        ((stated("£9 per annum", YEARS[0]),), []),
        (
            (stated("£9 over three years", ALL, basis="per_year"),),
            ["£9 is written as a sum a year, but the words say a total."],
        ),
        ((stated("£9 in total", ALL),), []),
        ((stated("£9 in total, £3 a year", ALL, basis="per_year"),), []),
        (
            (sum_of(9, ALL) | {"basis": "per_year"}, sum_of(4, YEARS[0]), sum_of(5, YEARS[1])),
            ["£9 a year is the total of the years that are given one by one."],
        ),
        (
            (sum_of(9, ALL), sum_of(9, YEARS[0]), sum_of(9, YEARS[1])),
            ["£9 for 2020/2022 is also the sum for each of its years."],
        ),
        ((sum_of(9, ALL) | {"basis": "per_year"}, sum_of(9, YEARS[0]), sum_of(9, YEARS[1])), []),
    ],
)
def test_a_sum_a_year_is_no_total(lines: tuple[dict[str, Any], ...], says: list[str]) -> None:
    assert messages("year-confused-with-total", money(*lines)) == says


def test_a_cost_a_year_is_not_that_of_several_years() -> None:
    def post(words: str) -> Answer:
        return answered(posts=[{"annual_cost": {"value": 9, "qualifier": "exact", "stated": words}}])

    assert faults("year-confused-with-total", post("£9 over the two years"))
    assert not faults("year-confused-with-total", post("£9"))


def test_two_facts_that_differ_only_in_their_place_are_one() -> None:
    note = {"kind": "caveat", "text": "Not kept."}
    elsewhere = note | {"evidence": [{"start": 1, "end": 2, "quote": "x"}]}
    assert [fault.at for fault in faults("fact-stated-twice", answered(notes=[note, elsewhere, note]))] == [
        ("notes", 1),
        ("notes", 2),
    ]
    assert not faults("fact-stated-twice", answered(notes=[note, note | {"text": "Not counted."}]))


def test_one_thing_has_one_number() -> None:
    twice = counts(count(7), count(12))
    assert messages("count-given-twice", twice) == ["Q1 counts referrals twice: 7 and 12."]
    assert not faults("count-given-twice", counts(count(7, "adults"), count(12)))
    assert not faults("count-given-twice", counts(count(7, label="referrals of adults"), count(12)))
    assert not faults("count-given-twice", counts(count(7, period=YEARS[0]), count(12, period=YEARS[1])))
    assert not faults("count-given-twice", counts(count(7), count(7)))
    assert faults("fact-stated-twice", counts(count(7), count(7)))


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        (Funding.model_validate(sum_of(-500, None)), "amount"),
        (Post.model_validate({"annual_cost": {"low": -1, "high": 5, "qualifier": "range"}}), "annual_cost"),
        (Count.model_validate(count(-1)), "quantity"),
        (Lead.model_validate({"status": "answered", "fte": -0.5}), "fte"),
        (Lead.model_validate({"status": "answered", "fte": 0.5}), None),
        (Funding.model_validate(sum_of(0, None)), None),
    ],
)
def test_no_figure_is_below_zero(fact: Any, field: str | None) -> None:
    assert [fault.at for fault in faults("figure-below-zero", fact)] == ([(field,)] if field else [])


@pytest.mark.parametrize(
    ("words", "foreign"),
    [
        ("€20,000", True),
        ("20,000 euros", True),
        ("EUR 20k", True),
        ("$5", True),
        ("£20,000", False),
        ("20,000 for the European programme", False),
    ],
)
def test_other_money_is_no_pounds(words: str, foreign: bool) -> None:  # noqa: FBT001  # it is a row of the table
    line = Funding.model_validate(stated(words, None))
    assert bool(faults("sum-not-in-pounds", line)) is foreign


@pytest.mark.parametrize(
    ("period", "words", "wrong"),
    [
        (YEARS[0], "2020", False),
        (YEARS[0], "2021", True),
        (YEARS[0], "2019/20", False),
        (YEARS[1], "2019/20", True),
        (YEARS[1], "2020 to 2022", False),
        (calendar_year(2023), "2020 to 2022", True),
        (YEARS[0], "last year", False),
        (Period.model_validate({"kind": "open", "start": "2014-01"}), "since January 2014", False),
    ],
)
def test_a_period_is_that_of_its_words(period: Period, words: str, wrong: bool) -> None:  # noqa: FBT001  # a row
    assert bool(faults("period-unlike-its-words", period.but(stated=words))) is wrong


def test_a_period_that_ends_before_it_starts_is_left_to_another_rule() -> None:
    backwards = Period(kind="range", start="2023-03", end="2020-03", stated="March 2020 to March 2023")
    assert not faults("period-unlike-its-words", backwards)


def test_the_limit_of_cost_is_no_money_spent() -> None:
    def line(value: int, words: str) -> Funding:
        evidence = [{"start": 0, "end": len(words), "quote": words}]
        return Funding.model_validate(sum_of(value, None) | {"evidence": evidence})

    assert faults("cost-limit-as-funding", line(450, "the limit of £450, or 18 hours at £25 per hour"))
    assert not faults("cost-limit-as-funding", line(450, "a poster for £450"))
    assert not faults("cost-limit-as-funding", line(5000, "more than the appropriate limit: £5,000 was spent"))


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"provided": False, "delivery": "part_of_other"}, "provided"),
        ({"provided": False, "mandatory": True}, "provided"),
        ({"provided": True, "delivery": "none"}, "delivery"),
        ({"provided": True, "status": "nil"}, "status"),
        ({"provided": False, "delivery": "none", "status": "nil"}, None),
        ({"provided": False, "delivery": "external"}, None),
        ({"provided": True, "delivery": "part_of_other", "within": "induction"}, None),
    ],
)
def test_a_training_is_given_or_not(fields: dict[str, Any], at: str | None) -> None:
    training = Training.model_validate({"status": "answered"} | fields)
    assert [fault.at for fault in faults("training-contradicts-itself", training)] == ([(at,)] if at else [])
