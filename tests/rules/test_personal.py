import pytest

from foidata.rules.personal import emails, phones

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
