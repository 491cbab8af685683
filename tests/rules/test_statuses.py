"""Rules on what a status needs, forbids and stands over."""

from typing import Any

import pytest
from judged import answer, answered, faults, messages, response

from foidata.standard.answer import Answer
from foidata.standard.period import financial_year

NO_LEAD = {"status": "answered", "exists": False}
PLAN = {"title": "Plan", "access": "published"}


def money(status: str, value: int | None = None) -> dict[str, Any]:
    return {"status": status} | ({"amount": {"value": value, "qualifier": "exact"}} if value is not None else {})


def part(label: str, status: str) -> dict[str, str]:
    return {"label": label, "status": status}


@pytest.mark.parametrize(
    ("rule", "status", "enough"),
    [
        ("absence-without-words", "no_dedicated_resource", {"text": "It comes out of the general budget."}),
        ("absence-without-words", "not_recorded_separately", {"parts": [part("Housing", "not_recorded_separately")]}),
        ("attachment-not-listed", "in_attachment", {"documents": [{"access": "attached"}]}),
        ("publication-not-listed", "published_elsewhere", {"documents": [{"access": "planned"}]}),
        ("other-body-not-named", "transferred", {"notes": [{"kind": "other_body", "text": "Ask the county."}]}),
        ("unclear-without-doubt", "unclear", {"doubts": [{"code": "unclear_status"}]}),
        ("unclear-without-doubt", "unclear", {"coding": {"state": "disputed", "note": "Nil or not held."}}),
    ],
)
def test_a_status_needs_something_beside_it(rule: str, status: str, enough: dict[str, Any]) -> None:
    bare = {"id": "1", "question": {"text": "How much?"}, "topic": "funding_by_year", "status": status}
    assert [fault.at for fault in faults(rule, Answer.model_validate(bare))] == [("status",)]
    assert not faults(rule, Answer.model_validate(bare | enough))
    assert not faults(rule, Answer.model_validate(bare | {"status": "not_held"}))


def test_an_attachment_of_another_kind_is_not_the_answer() -> None:
    assert faults("attachment-not-listed", answered(status="in_attachment", documents=[PLAN]))


def test_not_applicable_is_explained_by_its_own_words_or_by_a_no() -> None:
    bare = answer("2", status="not_applicable", text="N/A")
    rule = "not-applicable-unexplained"
    assert messages(rule, response(answer(), bare)) == ["Q2 is called not applicable, and no answer says why."]
    assert not faults(rule, response(answer(), bare | {"text": "Not applicable, since the work began in 2022."}))
    assert not faults(rule, response(answer(leads=[NO_LEAD]), bare))
    assert not faults(rule, response(answer(status="not_held"), bare))
    assert not faults(rule, response(answer(), bare | {"refers_to": ["1"]}))


@pytest.mark.parametrize(
    ("status", "line", "says"),
    [
        ("not_held", money("answered", 500), ["Q1 is not_held, yet one of its lines holds £500."]),
        ("see_other_answer", money("nil", 0), ["Q1 is see_other_answer, yet one of its lines holds £0."]),
        ("not_held", money("not_held"), []),
        ("partly_answered", money("answered", 500), []),
    ],
)
def test_an_answer_that_gives_no_figure_has_none_in_its_lines(
    status: str, line: dict[str, Any], says: list[str]
) -> None:
    assert messages("figures-under-absence", answered(status=status, refers_to=["2"], funding=[line])) == says


@pytest.mark.parametrize(
    ("status", "statuses", "better"),
    [
        ("answered", "answered nil", None),
        ("answered", "answered not_applicable", None),
        ("answered", "answered suppressed", "partly_answered"),
        ("not_held", "no_dedicated_resource", "no_dedicated_resource"),
        ("answered", "nil nil", "nil"),
        ("partly_answered", "answered", None),
        ("partly_answered", "not_held", "not_held"),
        ("in_attachment", "answered", None),
        ("unclear", "answered", None),
        ("withheld", "withheld not_held", None),
    ],
)
def test_a_status_is_what_the_parts_come_to(status: str, statuses: str, better: str | None) -> None:
    parts = [part(f"Service {at}", one) for at, one in enumerate(statuses.split())]
    found = faults("status-unlike-its-parts", answered(status=status, parts=parts))
    fixes = [f"Set the status to {better}, or correct the parts."] if better else []
    assert [fault.fix for fault in found] == fixes


def test_an_answer_that_gives_a_part_is_answered_in_part() -> None:
    named = answered(status="withheld", leads=[{"status": "answered", "team": "Housing"}])
    (fault,) = faults("status-unlike-its-parts", named)
    assert fault.message == "Q1 is withheld, but its parts and lines come to answered."
    assert fault.fix == (
        "Where only a part is given and the rest is not, set the status to partly_answered; else correct the parts."
    )


def test_parts_that_were_not_answered_for_several_reasons_are_no_answer() -> None:
    parts = [part("Adults", "withheld"), part("Children", "not_held")]
    found = messages("status-unlike-its-parts", answered(status="partly_answered", parts=parts))
    assert found == ["Q1 is partly_answered, but its parts and lines come to nothing that was answered."]


def test_facts_without_a_status_are_an_answer_too() -> None:
    told = answered(status="partly_answered", funding=[money("not_held")], documents=[PLAN])
    assert not faults("status-unlike-its-parts", told)
    assert faults("status-unlike-its-parts", told.but(documents=()))


def test_a_figure_beside_an_absence_is_named_by_one_rule_only() -> None:
    both = answered(status="not_held", funding=[money("answered", 500)])
    assert faults("figures-under-absence", both)
    assert not faults("status-unlike-its-parts", both)


def test_an_exemption_goes_with_something_that_is_kept_back() -> None:
    rule, cited = "exemption-without-refusal", {"exemptions": ["foia_s40_2"]}
    assert messages(rule, answered(**cited)) == ["Q1 relies on foia_s40_2, but is answered and keeps nothing back."]
    assert not faults(rule, answered(**cited, parts=[part("Adults", "answered"), part("Children", "suppressed")]))
    assert not faults(rule, answered(**cited, documents=[{"access": "attached", "redacted": True}]))
    assert not faults(rule, answered(**cited, status="withheld"))


def test_an_absence_has_a_line_for_each_period_asked() -> None:
    rule = "absence-not-expanded"
    question = {"text": "How much?", "periods_asked": [financial_year(2019), financial_year(2020)]}
    absent = answered(status="not_held", question=question)
    assert messages(rule, absent) == ["2 periods were asked for, and Q1 has no line that says not_held."]
    assert not faults(rule, answered(status="answered", question=question))
    assert not faults(rule, answered(status="not_held", question=question, topic="lead_team"))
    assert not faults(rule, answered(status="see_other_answer", refers_to=["2"], question=question))
