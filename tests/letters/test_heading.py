"""What a letter says of itself: each reader alone, on a few lines."""

import datetime
from typing import Any

import pytest
from letters import whole

from foidata.letters.heading import Read, read_heading
from foidata.letters.segment import segment
from foidata.standard.codes import DoubtCode, Holding, Law, Outcome

QUESTIONS = "\n\n1. What do you do against modern slavery?\n\nNothing special.\n\n2. Who does it?\n\nNobody.\n"


def reads(heading: str = "", closing: str = "") -> tuple[Read, ...]:
    """What is read from a heading and a closing with two questions between them."""
    return read_heading(segment(whole(f"{heading}{QUESTIONS}\n{closing}")))


def read(field: str, heading: str = "", closing: str = "") -> Any:
    """The value of one field; a list of all values when there are several, None when there is none."""
    found = [one.value for one in reads(heading, closing) if one.field == field]
    return found[0] if len(found) == 1 else found or None


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# Authority


def test_an_authority_of_the_register_is_known_by_its_name() -> None:
    found = {one.field: one.value for one in reads("Rutland County Council\nDear Sir")}
    assert (found["authority.id"], found["authority.name_as_written"]) == ("RUT", "Rutland County Council")


def test_an_authority_of_no_register_is_kept_as_written_with_a_doubt() -> None:
    found = [one for one in reads("Exampleton City Council\nDear Sir") if one.field.startswith("authority")]
    assert [(one.field, one.value, one.doubt) for one in found] == [
        ("authority.name_as_written", "Exampleton City Council", DoubtCode.AUTHORITY_AMBIGUOUS)
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("Northmere Constabulary", "Northmere Police", "London Borough of Exampleham", "Cyngor Glanenghraifft"),
        *("Penhallow and Samplewick District Council", "Sample-upon-Mere Borough Council"),
    ],
)
def test_names_of_many_kinds_are_kept_as_written(name: str) -> None:
    assert read("authority.name_as_written", f"{name}\n\nDear Sir") == name


@pytest.mark.parametrize(
    "words", ["The Council has considered your request.", "Your County Council", "Dear Sir", "Customer Services Team"]
)
def test_words_that_name_no_authority_are_none(words: str) -> None:
    assert read("authority.name_as_written", words) is None


def test_an_authority_to_ask_instead_is_not_the_one_that_writes() -> None:
    heading = "Exampleton City Council\n\nPlease contact Rutland County Council for the rest."
    assert read("authority.name_as_written", heading) == "Exampleton City Council"


# Law


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Freedom of Information Act 2000", Law.FOIA_2000),
        ("FOIA", Law.FOIA_2000),
        ("Deddf Rhyddid Gwybodaeth 2000", Law.FOIA_2000),
        ("Freedom of Information (Scotland) Act 2002", Law.FOISA_2002),
        ("FOISA", Law.FOISA_2002),
        ("Environmental Information Regulations 2004", Law.EIR_2004),
        ("EIR", Law.EIR_2004),
        ("Environmental Information (Scotland) Regulations 2004", Law.EISR_2004),
        (
            "Freedom of Information Act 2000/Environmental Information Regulations 2004",
            [Law.FOIA_2000, Law.EIR_2004],
        ),
        ("Our ref: EIR 8841", None),
        ("Our ref: EIR-8841", None),
        ("Modern Slavery Act 2015", None),
    ],
)
def test_laws_are_read_by_their_names(words: str, expected: object) -> None:
    assert read("legal_basis", f"{words}\n\nDear Sir") == expected


def test_a_bare_foi_is_the_act_of_2000_with_a_doubt() -> None:
    found = [one for one in reads("Your FOI request\n\nDear Sir") if one.field == "legal_basis"]
    assert [(one.value, one.doubt) for one in found] == [(Law.FOIA_2000, DoubtCode.LAW_ASSUMED)]


# Dates


@pytest.mark.parametrize(
    ("words", "field", "expected"),
    [
        ("Date: 3 May 2022", "sent", "2022-05-03"),
        ("3 May 2022", "sent", "2022-05-03"),
        ("Tuesday 3rd May 2022", "sent", "2022-05-03"),
        ("Dyddiad / Date: 3 Mai / May 2022", "sent", "2022-05-03"),
        ("Date: 03/05/2022", "sent", "2022-05-03"),
        ("Date of response: 3 May 2022", "sent", "2022-05-03"),
        ("Date of decision\n3 May 2022", "sent", "2022-05-03"),
        ("Published 3 May 2022", "published", "2022-05-03"),
        ("Date received: 3 May 2022", "request.received", "2022-05-03"),
        ("Your request was received on 3 May 2022.", "request.received", "2022-05-03"),
        ("Thank you for your request of 3 May 2022.", "request.made", "2022-05-03"),
        ("Your request dated 3 May 2022", "request.made", "2022-05-03"),
        ("On 3 May 2022 the requester wrote:", "request.made", "2022-05-03"),
        ("We will reply by 3 May 2022.", "sent", None),
        ("The post began on 3 May 2022 in the north of the town", "sent", None),
        ("Date: 31 February 2022", "sent", None),
    ],
)
def test_dates_are_read_by_the_words_before_them(words: str, field: str, expected: str | None) -> None:
    assert read(field, f"{words}\n\nDear Sir") == (day(expected) if expected else None)


def test_a_letter_may_end_with_its_date() -> None:
    assert read("sent", "Dear Sir", "Yours faithfully\n\nExampleton City Council, 9 March 2021") == day("2021-03-09")


def test_no_letter_is_sent_before_its_request_came_in() -> None:
    found = {one.field for one in reads("Date received: 3 May 2022\nDate: 1 May 2022\n\nDear Sir")}
    assert not {"sent", "request.received"} & found


# Subject and reference


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("re: Modern Slavery Leads", "Modern Slavery Leads"),
        ("Subject: Modern slavery training", "Modern slavery training"),
        ("Freedom of Information Act 2000 – anti-trafficking budget", "anti-trafficking budget"),
        ("Subject: Freedom of Information request", None),
        ("Re: FOI 12345", None),
        ("Here: nothing of the kind", None),
    ],
)
def test_a_subject_says_more_than_that_it_is_a_request(words: str, expected: str | None) -> None:
    assert read("request.subject", f"{words}\n\nDear Sir") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Our ref: FOI 20417", "FOI 20417"),
        ("Our reference: 1123/19", "1123/19"),
        ("Reference: FOI-2024-0417", "FOI-2024-0417"),
        ("Request ID: REQ09377", "REQ09377"),
        ("Ein cyf / Our ref: RhG 2231", "RhG 2231"),
        ("Your ref: AB 123456", None),
        ("Our ref:", None),
    ],
)
def test_the_reference_is_the_authoritys_own(words: str, expected: str | None) -> None:
    assert read("request.reference", f"{words}\n\nDear Sir") == expected


# Holding and outcome


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Council holds the information requested.", Holding.HELD),
        ("I can confirm that we hold this information.", Holding.HELD),
        ("The Council does not hold the information.", Holding.NOT_HELD),
        ("The information is held in part.", Holding.PARTLY_HELD),
        ("We hold some of this information.", Holding.PARTLY_HELD),
        ("We thank you for this information request.", None),
    ],
)
def test_the_letter_says_whether_it_holds_the_information(words: str, expected: Holding | None) -> None:
    assert read("holding", f"Dear Sir\n\n{words}") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Your request is refused under section 12(1) of the Act.", Outcome.COST_REFUSAL),
        ("Section 12 lets us refuse a request on cost. Your request is therefore refused.", Outcome.COST_REFUSAL),
        ("Your request is refused as vexatious.", Outcome.VEXATIOUS_REFUSAL),
        ("Your request has been refused in full.", Outcome.REFUSED_IN_FULL),
        ("Outcome: granted in part", Outcome.ANSWERED_IN_PART),
        ("Your request was granted in full.", Outcome.ANSWERED_IN_FULL),
        ("Part of your request is refused.", None),
        ("Your request has now been considered.", None),
        ("We may refuse requests that are vexatious.", None),
    ],
)
def test_the_outcome_is_read_only_where_it_is_stated(words: str, expected: Outcome | None) -> None:
    assert read("outcome", f"Dear Sir\n\n{words}") == expected


# Licence


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("You may re-use the information under an Open Government Licence.", "OGL-unversioned"),
        ("Released under the Open Government Licence v3.0.", "OGL-UK-3.0"),
        ("Open Government Licence version 2", "OGL-UK-2.0"),
        ("Re-use of this information is under OGL v3.", "OGL-UK-3.0"),
        ("The copyright belongs to the Council.", None),
    ],
)
def test_the_licence_is_read_with_its_version(words: str, expected: str | None) -> None:
    assert read("licence", "Dear Sir", words) == expected


# Review


def test_the_address_for_a_review_is_team_address_and_mailbox() -> None:
    closing = (
        "If you are dissatisfied please write to:\n\nInformation Governance\nExampleton City Council\n12 Sample Square\n"
        "Exampleton EX1 2AB\nE-mail: foi@exampleton.gov.uk\n"
    )
    found = {one.field: one.value for one in reads("Dear Sir", closing) if one.field.startswith("review_contact")}
    assert found == {
        "review_contact.team": "Information Governance",
        "review_contact.address": "Exampleton City Council, 12 Sample Square, Exampleton EX1 2AB",
        "review_contact.email": "foi@exampleton.gov.uk",
    }


def test_the_regulators_address_is_not_the_authoritys() -> None:
    closing = "If you are unhappy you may complain to the Information Commissioner, casework@ico.org.uk."
    assert [one.field for one in reads("Dear Sir", closing) if one.field.startswith("review_contact")] == []


def test_every_value_of_a_heading_has_words_but_the_name_that_follows_from_another() -> None:
    heading = "Rutland County Council\nOur ref: FOI 20417\nDate: 3 May 2022\nFreedom of Information Act 2000\nRe: Slavery leads"
    found = reads(heading, "If you are unhappy please ask for an internal review from foi@rutland.gov.uk.\n")
    assert {one.field for one in found if one.span is None} == {"authority.name", "authority.name_as_written"}
    assert len(found) >= 8
