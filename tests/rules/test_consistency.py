from typing import Any

import pytest
from judged import answer, faults, response, rule, sum_of

from foidata.rules import Asked, Unjudged, Within
from foidata.standard.answer import Answer
from foidata.standard.facts import Count, Funding
from foidata.standard.period import Period, calendar_year, financial_year

DENIED = answer("2", status="not_applicable", text="N/A", funding=[sum_of(0, financial_year(2020), "not_applicable")])


def test_a_cost_beside_not_applicable_is_found_once_for_two_answers() -> None:
    twice = answer(funding=[sum_of(500, calendar_year(2020)), sum_of(700, financial_year(2020))])
    (fault,) = faults("cost-beside-not-applicable", response(twice, DENIED))
    assert fault.message == "£500 for 2020 under Q1, but Q2 says not applicable."
    assert fault.at == ("answers", 0, "funding", 0, "amount")


def test_not_applicable_without_lines_speaks_of_the_periods_asked() -> None:
    question = {"text": "How much?", "periods_asked": [financial_year(2020)]}
    denied = answer("2", status="not_applicable", text="N/A", question=question)
    spent = answer(funding=[sum_of(500, calendar_year(2020))])
    assert len(faults("cost-beside-not-applicable", response(spent, denied))) == 1
    assert not faults("cost-beside-not-applicable", response(spent, denied | {"topic": "lead_team"}))


@pytest.mark.parametrize(
    "line",
    [
        sum_of(500, calendar_year(2022)),
        sum_of(500, None),
        sum_of(0, financial_year(2020)) | {"status": "nil"} | {"amount": {"value": 0, "qualifier": "exact"}},
    ],
    ids=["another year", "no year", "nothing"],
)
def test_a_cost_of_another_year_or_of_nothing_contradicts_nothing(line: dict[str, Any]) -> None:
    assert not faults("cost-beside-not-applicable", response(answer(funding=[line]), DENIED))


@pytest.mark.parametrize(
    "period",
    [
        financial_year(2020),
        calendar_year(2020),
        Period(kind="academic_year", start="2020-09-01", end="2021-08-31"),
        Period(kind="month", start="2020-03", end="2020-03"),
        Period(kind="quarter", start="2023-04", end="2023-06"),
        Period(kind="half_year", start="2023-04-01", end="2023-09-30"),
        Period(kind="range", start="2020-03", end="2023"),
        Period(kind="date", start="2023-12-31"),
        Period(kind="open", start="2014-01"),
    ],
    ids=lambda period: period.kind.value,
)
def test_a_period_in_its_own_form_is_of_its_kind(period: Period) -> None:
    assert not faults("period-not-its-kind", period)
    assert not faults("period-backwards", period)


@pytest.mark.parametrize(
    ("period", "message"),
    [
        (
            Period(kind="financial_year", start="2023-01-01", end="2023-12-31"),
            "2023-01-01 to 2023-12-31 is a calendar year, not a financial year.",
        ),
        (
            Period(kind="range", start="2020-04-01", end="2021-03-31"),
            "2020-04-01 to 2021-03-31 is a financial year, not a range.",
        ),
        (
            Period(kind="calendar_year", start="2023-01-01", end="2023-12-31"),
            "A calendar year is written 2023 to 2023, not 2023-01-01 to 2023-12-31.",
        ),
        (
            Period(kind="financial_year", start="2020-04", end="2021-03"),
            "A financial year is written 2020-04-01 to 2021-03-31, not 2020-04 to 2021-03.",
        ),
    ],
)
def test_a_period_in_another_form_is_not_of_its_kind(period: Period, message: str) -> None:
    assert [fault.message for fault in faults("period-not-its-kind", period)] == [message]


def test_a_planned_sum_may_lie_ahead_of_the_letter_and_an_undated_letter_is_not_judged() -> None:
    spent = Funding.model_validate(sum_of(500, calendar_year(2025)))
    dated, undated = response(sent="2024-03-12"), response()
    check = rule("period-after-letter")
    assert len(faults(check.name, spent, Within(dated, None, dated))) == 1
    assert not faults(check.name, spent.but(nature="budget"), Within(dated, None, dated))
    assert not faults(check.name, spent.but(period=calendar_year(2024)), Within(dated, None, dated))
    assert [type(one) for one in check.outcomes(spent, Asked(), Within(undated, None, undated))] == [Unjudged]


def test_a_point_of_contact_may_have_a_team_where_there_is_no_lead() -> None:
    nobody = {"status": "answered", "exists": False, "role": "specialist"}
    contact = {"status": "answered", "role": "point_of_contact", "team": "Exploitation Team"}
    team = {"status": "answered", "team": "Exploitation Team"}
    assert not faults("team-without-lead", response(answer(leads=[nobody]), answer("2", leads=[contact])))
    assert len(faults("team-without-lead", response(answer(leads=[nobody]), answer("2", leads=[team])))) == 1


def test_leads_of_different_services_are_different_leads() -> None:
    nobody = {"status": "answered", "exists": False, "service": "Adults"}
    team = {"status": "answered", "exists": True, "team": "Exploitation Team", "service": "Children"}
    assert not faults("team-without-lead", response(answer(leads=[nobody, team])))


def test_answers_may_share_the_very_same_words_but_not_overlap() -> None:
    def stands(name: str, start: int, end: int, **fields: Any) -> dict[str, Any]:
        return answer(name, evidence=[{"start": start, "end": end, "quote": "x" * (end - start)}], **fields)

    assert not faults("overlapping-answers", response(stands("1", 0, 9), stands("2", 0, 9), stands("3", 9, 12)))
    (fault,) = faults("overlapping-answers", response(stands("1", 0, 9), stands("2", 5, 12)))
    assert fault.letter == (5, 9)
    shared = {"doubts": [{"code": "shared_answer"}]}
    assert not faults("overlapping-answers", response(stands("1", 0, 9, **shared), stands("2", 5, 12)))


def test_parts_of_parts_are_fine_until_they_go_round_in_a_circle() -> None:
    def lines(*wholes: int | None) -> Answer:
        funding = [{"status": "answered"} | ({"part_of": whole} if whole else {}) for whole in wholes]
        return Answer.model_validate(answer(funding=funding))

    assert not faults("part-of-nowhere", lines(None, 1, 2))
    assert [fault.at for fault in faults("part-of-nowhere", lines(2, 1, None))] == [
        ("funding", 0, "part_of"),
        ("funding", 1, "part_of"),
    ]
    assert len(faults("part-of-nowhere", lines(1))) == 1


def test_suppressed_counts_keep_bounds_only() -> None:
    def count(**quantity: Any) -> Count:
        return Count.model_validate(
            {"status": "suppressed", "measure": "referrals", "label": "referrals", "quantity": quantity}
        )

    assert not faults("figure-beside-absence", count(qualifier="at_most", high=4))
    assert len(faults("figure-beside-absence", count(qualifier="exact", value=3))) == 1
