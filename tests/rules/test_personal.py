from typing import Any

import pytest
from judged import SOURCE, answer, faults, response

from foidata.rules.personal import emails, health_numbers, homes, insurance_numbers, names, phones

ROLE_MAILBOXES = (
    "foi",
    "freedomofinformation",
    "freedom.of.information",
    "foia",
    "info.requests",
    "information.governance",
    "accesstoinformation",
    "ati-requests",
    "dataprotection",
    "dpo",
    "publicaccess",
    "enquiries",
    "enquiry",
    "info",
    "contactus",
    "customer.services",
    "complaints",
    "council",
    "hello",
    "office",
    "noreply",
    "no-reply",
    "do-not-reply",
    "legal",
    "democratic.services",
    "monitoring.officer",
    "chief.executive",
    "press",
    "casework",
    "communitysafety",
    "community.safety",
    "slavery.team",
    "adult.safeguarding",
    "modern.slavery.lead",
    "housing-options",
    "rhyddidgwybodaeth",
)


@pytest.mark.parametrize("box", ROLE_MAILBOXES)
def test_the_mailbox_of_a_post_or_team_is_nobodys(box: str) -> None:
    assert list(emails(f"Write to {box}@exampleton.gov.uk.")) == []


@pytest.mark.parametrize(
    "box", ["jane.doe", "jane_doe", "j.doe", "Jane.Doe2", "jdoe", "jane-ann.doe", "request-1234-abcdef12"]
)
def test_the_mailbox_of_a_person_is_found(box: str) -> None:
    text = f"Write to {box}@exampleton.gov.uk."
    assert [text[start:end] for start, end in emails(text)] == [f"{box}@exampleton.gov.uk"]


def test_a_masked_mailbox_is_nobodys() -> None:
    assert list(emails("Write to ████.███@exampleton.gov.uk, j███@exampleton.gov.uk or ████████████████.")) == []


@pytest.mark.parametrize(
    "number",
    [
        "07700 900123",
        "07700900123",
        "07700 900 123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "Direct line: 01632 960123",
        "DDI 020 7946 0123",
        "Tel: 0113 496 0123",
        "Telephone 0113 4960123",
    ],
)
def test_a_mobile_or_a_direct_line_is_a_persons(number: str) -> None:
    assert len(list(phones(f"Yours\n{number}\nExampleton"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Switchboard 0113 496 0123",
        "Telephone: 0303 123 1113",
        "Tel: ████ ███ ████",
        "07███ ██████",
        "reference 20077009001234",
        "£077009001, 2022/23",
        "Ring 0300 1234567",
    ],
)
def test_a_switchboard_a_mask_and_other_digits_are_nobodys(text: str) -> None:
    assert list(phones(text)) == []


def found(finder: Any, text: str) -> list[str]:
    return [text[start:end] for start, end in finder(text)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Yours sincerely\n\nJane Sample\nInformation Officer", ["Jane Sample"]),
        ("Please ask Ms Sample.", ["Sample"]),
        ("Dear Jane Sample,", ["Jane Sample"]),
        ("Dear ████ ██████,", []),
        ("Yours sincerely\n\nInformation Governance Team", []),
        ("Dear Sir or Madam", []),
    ],
)
def test_names_stand_in_greetings_signatures_and_after_titles(text: str, people: list[str]) -> None:
    assert sorted(set(found(names, text))) == people


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("NI number AB123456C.", ["AB123456C"]),
        ("AB 12 34 56 C", ["AB 12 34 56 C"]),
        ("QQ 12 34 56 C", []),  # no such letters are given out
        ("GB 12 34 56 C", []),
        ("AB 12 34 56 E", []),
        ("FOI/AB123456C", []),
        ("ab123456c", []),
        ("AB123456CD", []),
    ],
)
def test_insurance_numbers_have_their_letters(text: str, numbers: list[str]) -> None:
    assert found(insurance_numbers, text) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("943 476 5919", ["943 476 5919"]),
        ("943-476-5919", ["943-476-5919"]),
        ("NHS number: 9434765919", ["9434765919"]),
        ("NHS No 943 476 5919", ["943 476 5919"]),
        ("943 476 5918", []),  # the check digit is wrong
        ("9434765919", []),  # any reference may have ten digits
        ("£943 476 5919 2", ["943 476 5919"]),
        ("020 794 60123", []),
        ("1943 476 5919", []),
    ],
)
def test_health_numbers_have_a_check_digit(text: str, numbers: list[str]) -> None:
    assert found(health_numbers, text) == numbers


HOME = "████ ██████\n12 Sample Road\nExampleton\nEX1 2AB"


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (f"{HOME}\n\nDear ████", 1),
        (f"{HOME}\n\n12 June 2023\nOur reference: FOI 1\n\nDear ████", 1),
        ("Flat 3, 12 Sample Road, Exampleton, EX1 2AB\n\nDear ████", 1),
        (f"{HOME}\n\nYours", 0),
        (f"Exampleton Council\n{HOME}\n\nDear ████", 0),
        ("Town Hall\n12 Sample Square, Exampleton EX1 2AB\n\nDear ████", 0),
        ("Sample House\nSample Road\nEX1 2AB\n\nDear ████", 0),
        ("12 June 2023\n\nDear ████", 0),
    ],
)
def test_a_home_stands_above_the_greeting(text: str, many: int) -> None:
    assert len(found(homes, text)) == many


def test_personal_words_are_told_once_in_the_letter_or_where_they_stand_without_it() -> None:
    text = "Ms Jane Sample is the lead. Ask Ms Jane Sample."
    quote = {"start": 0, "end": 14, "quote": "Ms Jane Sample"}
    one = answer(text=text, evidence=[quote], leads=[{"status": "answered", "team": "Ms Jane Sample"}])
    (fault,) = faults("personal-name", response(one, text=text))
    assert (fault.at, fault.letter) == (("source", "text"), (3, 14))
    (fault,) = faults("personal-name", response(one))
    assert (fault.at, fault.letter) == (("answers", 0, "text"), None)


def test_a_letter_that_was_masked_does_not_hide_what_stands_in_a_value() -> None:
    one = answer(text="██ ████ ██████ is the lead.", leads=[{"status": "answered", "team": "Ms Jane Sample's"}])
    (fault,) = faults("personal-name", response(one, text="██ ████ ██████ is the lead."))
    assert fault.at == ("answers", 0, "leads", 0, "team")


def test_nothing_is_found_across_two_fields() -> None:
    one = answer(text="Call 07700", leads=[{"status": "answered", "team": "900123"}])
    assert faults("personal-phone", response(one)) == []


@pytest.mark.parametrize(("coder", "many"), [("Jane Sample", 1), ("coder-a", 0), ("Coder A", 0), ("J. Sample", 0)])
def test_coders_are_called_by_a_label(coder: str, many: int) -> None:
    one = answer(coding={"state": "accepted", "coder": coder})
    assert len(faults("personal-name", response(one))) == many


def test_addresses_of_files_and_pages_are_no_words_of_a_person() -> None:
    source = SOURCE | {"url": "https://www.example.org/request-1234-abcdef12@example.org"}
    assert faults("personal-email", response(source=source)) == []
