"""What the laws say of letters: by when, on which ground, by whom."""

from typing import Any

import pytest
from judged import answer, faults, reason, response

from foidata.standard.answer import Answer

DATES = {"request": {"received": "2024-03-01"}, "legal_basis": ["foia_2000"]}


@pytest.mark.parametrize(
    ("law", "sent", "late"),
    [
        ("foia_2000", "2024-04-03", None),  # the twentieth day
        ("foia_2000", "2024-04-04", None),  # a day of grace
        ("foia_2000", "2024-04-05", 2),
        ("foisa_2002", "2024-04-02", None),  # Easter Monday counts in Scotland
        ("foisa_2002", "2024-04-03", 2),
        ("eir_2004", "2024-04-05", 2),
        ("eisr_2004", "2024-04-03", 2),
    ],
)
def test_days_are_counted_by_the_law_with_one_of_grace(law: str, sent: str, late: int | None) -> None:
    found = faults("late-reply", response(**DATES | {"legal_basis": [law], "sent": sent}))
    assert [fault.message.rpartition(": ")[2] for fault in found] == ([f"{late} working days late."] if late else [])


def test_of_two_laws_the_more_generous_counts() -> None:
    both = DATES | {"legal_basis": ["foisa_2002", "foia_2000"], "sent": "2024-04-04"}
    assert faults("late-reply", response(**both)) == []
    (fault,) = faults("late-reply", response(**both | {"sent": "2024-05-01"}))
    assert fault.message == "The reply was due by 2024-04-03, and is of 2024-05-01: 20 working days late."


def test_a_request_that_says_only_when_it_was_made_is_counted_from_there() -> None:
    made = DATES | {"request": {"made": "2024-03-01"}, "sent": "2024-04-05"}
    assert len(faults("late-reply", response(**made))) == 1


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"sent": None}, "no reply gives both its own day and that of the request"),
        ({"request": {"reference": "FOI 1"}}, "no reply gives both its own day and that of the request"),
        ({"kind": "acknowledgement"}, "no reply gives both its own day and that of the request"),
        ({"legal_basis": []}, "no reply with dates names the law by which to count its days"),
        (
            {"text": "We needed to extend the time for our response."},
            "replies speak of an extension, a clarification or a fee, which stops the clock",
        ),
        (
            {"text": "Thank you for your clarification of 20 March."},
            "replies speak of an extension, a clarification or a fee, which stops the clock",
        ),
    ],
)
def test_what_cannot_be_counted_is_not_judged(fields: dict[str, Any], why: str) -> None:
    given = {name: one for name, one in (DATES | {"sent": "2025-01-01"} | fields).items() if one}
    assert faults("late-reply", response(**given)) == []
    assert reason("late-reply", response(**given)) == why


def test_an_offer_to_clarify_stops_nothing() -> None:
    text = "If you need clarification of this response, write to us. Bus services were extended."
    assert len(faults("late-reply", response(text=text, **DATES, sent="2025-01-01"))) == 1


def refused(*codes: str, status: str = "withheld", **fields: Any) -> dict[str, Any]:
    return answer(status=status, exemptions=list(codes), **fields)


DOUBTED = {"doubts": [{"code": "wrong_citation"}]}


@pytest.mark.parametrize("code", ["foia_s35", "foia_s36_2_a", "foisa_s29", "foisa_s30_a", "eir_r15"])
def test_what_only_ministers_can_use_is_not_for_councils(code: str) -> None:
    assert len(faults("exemption-closed-to-councils", Answer.model_validate(refused(code)))) == 1
    assert faults("exemption-closed-to-councils", Answer.model_validate(refused(code, **DOUBTED))) == []


@pytest.mark.parametrize(
    ("codes", "text", "found"),
    [
        (["foia_s31_1_a"], "Withheld.", 1),
        (["eir_r12_4_b"], "Manifestly unreasonable.", 1),
        (["foisa_s18_1", "foisa_s38_1_b"], "Neither.", 1),
        (["foia_s31_1_a"], "On balance the public\ninterest lies in withholding it.", 0),
        (["foia_s31_1_a"], "Mae budd y cyhoedd o blaid cadw.", 0),
        (["foia_s40_2"], "Withheld.", 0),
        (["foia_s12_1"], "Too much work.", 0),
        (["eir_r12_4_a"], "Not held.", 0),  # no test can be run on what is not there
        (["foia_s39"], "Under the regulations.", 0),  # refuses nothing
    ],
)
def test_a_qualified_ground_wants_the_public_interest_weighed(codes: list[str], text: str, found: int) -> None:
    assert len(faults("public-interest-not-weighed", response(refused(*codes), text=text))) == found


def test_a_letter_is_told_once_that_it_did_not_weigh() -> None:
    letter = response(refused("foia_s40_2"), refused("foia_s43_2", name="2"), refused("foia_s24", name="3"), text="No.")
    (fault,) = faults("public-interest-not-weighed", letter)
    assert fault.at == ("answers", 1, "exemptions", 0)
    assert reason("public-interest-not-weighed", response(refused("foia_s24"))) == "no response holds its letter's text"


@pytest.mark.parametrize(
    ("codes", "text", "found"),
    [
        (["foia_s40_2"], "The public interest favours withholding.", 1),
        (["foia_s40_2"], "This is an absolute exemption: the public interest is not weighed.", 0),
        (["foia_s40_2"], "We are not required to consider the public interest.", 0),
        (["foia_s40_2", "foia_s31_1_a"], "The public interest favours withholding.", 0),
        (["foia_s41"], "The public interest favours withholding.", 0),  # the courts let it override a confidence
        (["foia_s40_2"], "Withheld.", 0),
        ([], "In the public interest we tell all.", 0),
    ],
)
def test_under_an_absolute_ground_there_is_nothing_to_weigh(codes: list[str], text: str, found: int) -> None:
    fields = {"exemptions": codes} if codes else {}
    thing = Answer.model_validate(answer(status="withheld", text=text, **fields))
    assert len(faults("needless-public-interest", thing)) == found


@pytest.mark.parametrize(
    ("codes", "found"),
    [(["foia_s21"], 1), (["foia_s1_1_a"], 1), (["foia_s40_5b"], 0), (["foia_s21", "foia_s31_1_a"], 0), (["x-a:b"], 0)],
)
def test_not_every_provision_frees_from_saying_what_is_held(codes: list[str], found: int) -> None:
    thing = Answer.model_validate(refused(*codes, status="neither_confirmed_nor_denied"))
    assert len(faults("neither-confirmed-without-power", thing)) == found
    assert faults("neither-confirmed-without-power", Answer.model_validate(refused(*codes))) == []


@pytest.mark.parametrize(
    ("sent", "cited", "code", "found"),
    [
        ("2023-06-12", "Section 40 (5) (b) (i)", "foia_s40_5b", "stopped having that number in May 2018"),
        ("2023-06-12", "section 40(2) by virtue of section 40(3)(a)(i)", "foia_s40_2", "stopped having"),
        ("2017-06-12", "Section 40(5B)", "foia_s40_5b", "had no such number before May 2018"),
        ("2017-06-12", "reg 13(5A)", "eir_r13_5a", "had no such number before May 2018"),
        ("2017-06-12", "Section 40(5)(b)", "foia_s40_5b", None),
        ("2018-06-12", "Section 40(5)(b)", "foia_s40_5b", None),  # the request may be older
        ("2023-06-12", "Section 40(5B)", "foia_s40_5b", None),
        ("2023-06-12", "Section 40(2)", "foia_s40_2", None),
        ("2023-06-12", "section 31(3)", "foia_s31_1_a", None),
    ],
)
def test_numbers_of_provisions_have_their_time(sent: str, cited: str, code: str, found: str | None) -> None:
    letter = response(refused(code, cited_as=[cited]), sent=sent)
    messages = [fault.message for fault in faults("provision-of-another-time", letter)]
    assert len(messages) == (found is not None)
    assert all(found in message for message in messages if found)


@pytest.mark.parametrize(
    ("codes", "sent", "found"),
    [
        (["foisa_s18_1"], "2020-01-01", 1),
        (["foisa_s18_1", "foisa_s38_1_b"], "2020-01-01", 0),
        (["foisa_s18_1", "foisa_s38_1_b"], "2013-05-30", 1),
        (["foisa_s18_1", "foisa_s39_1"], "2020-01-01", 0),
        (["foisa_s18_1", "foisa_s39_2"], "2020-01-01", 1),
        (["foisa_s18_1", "foisa_s25_1"], "2020-01-01", 1),
        (["foisa_s38_1_b"], "2020-01-01", 0),
    ],
)
def test_section_18_stands_beside_another(codes: list[str], sent: str, found: int) -> None:
    assert len(faults("section-18-alone", response(refused(*codes), sent=sent))) == found


@pytest.mark.parametrize(
    ("laws", "codes", "found"),
    [
        (["foia_2000"], ["foia_s39"], 1),
        (["foisa_2002"], ["foisa_s39_2"], 1),
        (["foia_2000", "eir_2004"], ["foia_s39"], 0),
        (["foia_2000"], ["foia_s39", "eir_r12_4_b"], 0),
        (["foisa_2002"], ["foisa_s39_1"], 0),  # health and safety
    ],
)
def test_who_moves_to_the_regulations_names_them(laws: list[str], codes: list[str], found: int) -> None:
    assert len(faults("environmental-law-not-named", response(refused(*codes), legal_basis=laws))) == found


def test_without_a_law_nobody_asks_for_the_regulations() -> None:
    assert reason("environmental-law-not-named", response(refused("foia_s39"))) == "no response names a law"


DISTRICT, NORTHERN_IRISH, UNITARY, COUNTY = "ADU", "ABC", "LCE", "WSX"


def counted(topic: str, value: int, status: str = "answered") -> dict[str, Any]:
    quantity = {"value": value, "qualifier": "exact"}
    count = {"status": status, "measure": "people_identified", "label": "children", "quantity": quantity}
    return answer(topic=topic, counts=[count])


@pytest.mark.parametrize(
    ("council", "topic", "found"),
    [
        (DISTRICT, "children_trafficked", 1),
        (NORTHERN_IRISH, "children_missing", 1),
        (UNITARY, "children_trafficked", 0),
        (COUNTY, "children_trafficked", 0),
        (COUNTY, "housing_applications", 1),
        (NORTHERN_IRISH, "housing_priority_need", 1),
        (DISTRICT, "housing_applications", 0),
        (DISTRICT, "nrm_referrals", 0),
    ],
)
def test_figures_come_from_those_who_run_the_service(council: str, topic: str, found: int) -> None:
    authority = {"id": council}
    assert len(faults("figures-outside-its-duties", response(counted(topic, 3), authority=authority))) == found
    assert faults("figures-outside-its-duties", response(counted(topic, 0, "nil"), authority=authority)) == []
    lacking = response(answer(topic=topic, status="not_applicable"), authority=authority)
    assert faults("figures-outside-its-duties", lacking) == []


def test_who_runs_a_service_cannot_call_all_of_it_not_applicable() -> None:
    def letter(council: str, *statuses: str) -> Any:
        answers = [
            answer(str(number), topic="children_missing", status=status) for number, status in enumerate(statuses, 1)
        ]
        return response(*answers, authority={"id": council})

    name = "duty-called-not-applicable"
    assert [fault.at for fault in faults(name, letter(UNITARY, "not_applicable", "not_applicable"))] == [
        ("answers", 0, "status")
    ]
    assert faults(name, letter(UNITARY, "nil", "not_applicable")) == []  # none, so that the rest does not apply
    assert faults(name, letter(DISTRICT, "not_applicable")) == []
    assert reason(name, letter("x-example:force", "not_applicable")) == "no response is of a council of the register"
