"""People are taken out of a letter character by character, so that every place stays what it is."""

import hashlib
import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import EXAMPLES, converted, evidence, whole

from foidata.documents.span import Span
from foidata.letters.convert import convert
from foidata.letters.mask import BLOCK, FREE, is_role_mailbox, mask, personal
from foidata.standard.codes import DoubtCode
from foidata.standard.record import Record, record_in
from foidata.standard.response import Response
from foidata.standard.values import Text, Url

LETTER = """From: Synthetic Person <synthetic.person@exampleton.gov.uk>
Date: 9 May 2022

Dear Ms Madeup

1. Do you have a lead?

Yes, Mr Invented Fictional is the lead (01632 960123).

2. Which team is it in?

Safer Communities. Ask Invented Fictional.

For an internal review please write to foi@exampleton.gov.uk.

Yours sincerely

Synthetic Person
Information Officer
"""


def people(text: str) -> set[str]:
    """The words of a text that are masked."""
    return {span.text for span in personal(Span(text, 0, len(text)))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear Ms Madeup", {"Ms Madeup", "Madeup"}),
        ("Dear Synthetic Person,", {"Synthetic Person"}),
        ("Annwyl Synthetic Person", {"Synthetic Person"}),
        ("From: Synthetic Person <x@y.example>", {"Synthetic Person", "x@y.example"}),
        ("On 4 May 2022, Synthetic Person wrote:", {"Synthetic Person"}),
        ("Yours sincerely\n\nSynthetic Person\nInformation Officer", {"Synthetic Person"}),
        ("Kind regards,\nS. Person", {"S. Person"}),
        ("the budget holder is Mrs Fictional-Invented", {"Fictional-Invented"}),
        ("Cllr A. B. Fictional decides", {"A. B. Fictional"}),
        ("call 01632 960123", {"01632 960123"}),
        ("call (01632) 960123", {"(01632) 960123"}),
        ("call +44 (0)1632 960123", {"+44 (0)1632 960123"}),
        ("synthetic.person@exampleton.gov.uk", {"synthetic.person@exampleton.gov.uk"}),
        ("Dear Sir or Madam", set()),
        ("Dear Customer", set()),
        ("Yours faithfully\n\nInformation Governance Team", set()),
        ("foi@exampleton.gov.uk", set()),
        ("Information Commissioner, telephone 0303 123 1113", set()),
        ("Act 2000, section 12(1), £450, 18 hours, 2014/15", set()),
        ("request 101000250572", set()),
        ("from 01/04/2019 to 31/03/2020", set()),
    ],
)
def test_words_that_name_or_reach_a_person_are_found(text: str, expected: set[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "mailbox",
    [
        *(
            "foi",
            "FOI",
            "info.requests",
            "informationgovernance",
            "dpo",
            "freedomofinformation",
            "foi.officer",
            "enquiries",
        ),
        *(
            "rhyddidgwybodaeth",
            "internal.review",
            "request-123456-0a1b2c3d",
            "contact",
            "legal",
            "information.governance",
        ),
    ],
)
def test_a_role_mailbox_names_nobody(mailbox: str) -> None:
    assert is_role_mailbox(f"{mailbox}@exampleton.gov.uk")


@pytest.mark.parametrize("mailbox", ["synthetic.person", "sperson", "s.person2", "infoperson", "person.foi"])
def test_any_other_mailbox_is_a_persons(mailbox: str) -> None:
    assert not is_role_mailbox(f"{mailbox}@exampleton.gov.uk")


def test_every_place_of_a_letter_is_masked_and_the_role_mailbox_kept() -> None:
    masked = convert(whole(LETTER)).source.text or ""
    for name in ("Synthetic", "Person", "Madeup", "Invented", "Fictional", "01632", "960123", "synthetic.person"):
        assert name not in masked
    assert "foi@exampleton.gov.uk" in masked


def test_masking_keeps_every_length_and_every_blank() -> None:
    masked = convert(whole(LETTER)).source.text or ""
    assert [(len(line), [len(word) for word in line.split()]) for line in masked.split("\n")] == [
        (len(line), [len(word) for word in line.split()]) for line in LETTER.split("\n")
    ]


def test_quotes_and_texts_follow_the_masked_letter() -> None:
    response = convert(whole(LETTER))
    masked = response.source.text or ""
    assert [one.quote for one in evidence(response) if masked[one.start : one.end] != one.quote] == []
    assert [answer.text for answer in response.answers] == [
        "Yes, Mr ████████ █████████ is the lead (█████ ██████).",
        "Safer Communities. Ask ████████ █████████.",
    ]
    assert [[doubt.code for doubt in answer.doubts][-1] for answer in response.answers] == [DoubtCode.MASKED_WORDS] * 2


def test_the_hash_of_the_text_is_that_of_the_masked_text() -> None:
    source = convert(whole(LETTER)).source
    assert source.text_sha256 == hashlib.sha256((source.text or "").encode()).hexdigest()
    assert source.sha256 == hashlib.sha256(LETTER.encode()).hexdigest()


def test_names_are_kept_on_demand() -> None:
    response = convert(whole(LETTER), keep_names=True)
    assert response.source.text == LETTER
    assert response.answers[0].text == "Yes, Mr Invented Fictional is the lead (01632 960123)."


def test_a_letter_without_people_is_not_changed() -> None:
    path = EXAMPLES / "money-by-year.txt"
    assert converted(path) == converted(path, keep_names=True)


def test_a_figure_that_equals_a_part_of_a_telephone_number_stays() -> None:
    text = "1. How much did you spend on modern slavery in 2019?\n\n£5 in 2019. Call 01632 960019 or 02019 960123.\n"
    answer = convert(whole(text)).answers[0]
    assert answer.funding[0].period is not None
    assert answer.funding[0].period.start == "2019"


def test_every_field_of_free_words_is_masked() -> None:
    own = {"tool", "version", "reader"}
    assert words_of(Response, set()) - own == FREE


def words_of(kind: type[Record], seen: set[type[Record]]) -> set[str]:
    """The fields of a record, and of those inside it, that hold words; quotes are taken again from the text."""
    seen.add(kind)
    found: set[str] = set()
    for name, field in kind.model_fields.items():
        inner, _ = record_in(field.annotation)
        if inner and inner not in seen:
            found |= words_of(inner, seen)
        if name != "quote" and any(constrained(field.annotation, field.metadata, one) for one in (Text, Url)):
            found.add(name)
    return found


def constrained(annotation: object, metadata: list[object], like: object) -> bool:
    """Whether a field holds text of this kind, alone, or none, or in a list."""
    wanted = get_args(like)[1]
    inside = [*metadata, *(one for part in (annotation, *get_args(annotation)) for one in get_args(part)[1:])]
    return wanted in inside or any(constrained(part, [], like) for part in get_args(annotation) if part is not Ellipsis)


@given(st.text(alphabet="ab \n.█", max_size=40), st.data())
def test_a_mask_blocks_just_the_words_of_its_stretches(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    masked = mask(text, (Span(text, start, end),))
    assert masked == text[:start] + re.sub(r"\S", BLOCK, text[start:end]) + text[end:]
