"""A letter becomes one record, always the same one."""

from pathlib import Path

import pytest
from letters import EXAMPLES, SEEDS, converted, evidence, whole

from foidata.documents.read import read, read_bytes
from foidata.letters.convert import convert, gather, questionnaires
from foidata.standard.codes import DoubtCode, ResponseKind, Status
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical
from foidata.standard.slug import slug

LETTERS = [*sorted(SEEDS.glob("*.txt")), *sorted(EXAMPLES.glob("*.txt"))]
ASKED = "1. What do you do against modern slavery?\n\nNothing special.\n\n2. Who does it?\n\nNobody.\n"


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_the_same_letter_gives_the_same_bytes(path: Path) -> None:
    assert canonical(converted(path)) == canonical(converted(path))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_record_read_back_is_the_record(path: Path) -> None:
    response = converted(path)
    assert type(response).model_validate_json(canonical(response), strict=True) == response


def test_the_same_words_in_any_encoding_give_the_same_record() -> None:
    text = read(EXAMPLES / "money-by-year.txt").text
    documents = [read_bytes(text.encode(encoding), "letter.txt") for encoding in ("utf-8", "utf-16", "cp1252")]
    one, *others = (convert(document) for document in documents)
    assert [other.answers for other in others] == [one.answers] * 2
    assert [(other.evidence, other.source.text) for other in others] == [(one.evidence, one.source.text)] * 2


def test_an_acknowledgement_has_no_answers_and_says_so() -> None:
    response = converted(EXAMPLES / "acknowledgement.txt")
    assert response.kind is ResponseKind.ACKNOWLEDGEMENT
    assert response.answers == ()
    assert response.conversion is not None
    assert DoubtCode.NO_QUESTIONS_FOUND in [doubt.code for doubt in response.conversion.doubts]


def test_a_text_that_is_no_letter_is_of_another_kind() -> None:
    response = convert(whole("Flour, eggs and milk. Stir well and bake for an hour."))
    assert (response.kind, response.answers, response.authority) == (ResponseKind.OTHER, (), None)
    assert response.conversion is not None
    assert [one.quote for one in response.conversion.unread] == [
        "Flour, eggs and milk. Stir well and bake for an hour."
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Dear Sir\n\nHere is our reply.", ResponseKind.REPLY),
        ("INTERNAL REVIEW - Modern slavery", ResponseKind.INTERNAL_REVIEW),
        ("Thank you for your request for an internal review. We have considered your request for an internal review.",
         ResponseKind.INTERNAL_REVIEW),
        ("You may ask for an internal review of this reply.", ResponseKind.REPLY),
        ("This letter replaces our reply of 3 May 2022.", ResponseKind.REPLACEMENT),
        ("Freedom of Information disclosure log", ResponseKind.LOG_ENTRY),
    ],
)  # fmt: skip
def test_the_kind_of_a_reply_shows_in_its_heading(heading: str, kind: ResponseKind) -> None:
    assert convert(whole(f"{heading}\n\n{ASKED}")).kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thank you for your request, which we have received. We will reply by 3 May.", ResponseKind.ACKNOWLEDGEMENT),
        ("Please could you clarify which years you mean.", ResponseKind.CLARIFICATION_REQUEST),
        (
            "We have received your request. If we need clarification we will write again.",
            ResponseKind.ACKNOWLEDGEMENT,
        ),
    ],
)
def test_the_kind_of_a_letter_without_answers_shows_in_its_words(text: str, kind: ResponseKind) -> None:
    assert convert(whole(text)).kind is kind


def test_a_question_left_blank_is_not_answered() -> None:
    response = convert(
        whole("Request\n1. What do you do?\n2. Who does it?\n3. Where?\n\nResponse\n1. Nothing\n3. Here\n")
    )
    assert [(answer.id, answer.status, answer.text) for answer in response.answers][1] == (
        "2",
        Status.NOT_ANSWERED,
        None,
    )


def test_what_nothing_was_read_from_comes_back_unread() -> None:
    text = f"Dear Sir\n\nThe moon is made of cheese, as everybody knows.\n\n{ASKED}"
    response = convert(whole(text))
    assert response.conversion is not None
    assert [one.quote for one in response.conversion.unread] == ["The moon is made of cheese, as everybody knows."]


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_no_letter_leaves_anything_of_meaning_unread(path: Path) -> None:
    conversion = converted(path).conversion
    assert conversion is not None
    assert [one.quote for one in conversion.unread] == UNREAD.get(path.stem, [])


UNREAD = {
    "clarification": [
        (
            "You ask for everything that we have on slavery, with all the figures broken down. Section 1(3) of the Act allows us"
            " to ask you for more detail, and it would be useful to know:"
        )
    ],
    "acknowledgement": ["If we need to clarify your request, or if a fee is payable, we will write to you again."],
    "budget-force": ["Freedom of Information Unit"],
    "reply-above-request": ["Please tell us:"],
}


def test_unread_words_and_doubts_have_their_evidence_in_the_text() -> None:
    for path in LETTERS:
        response = converted(path)
        text = response.source.text or ""
        assert response.conversion is not None
        assert [one for one in evidence(response.conversion) if text[one.start : one.end] != one.quote] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("letter.txt", "letter"),
        ("FOI 24/0312.txt", "0312"),
        ("000_4c2c9d30c976f435.txt", "000-4c2c9d30c976f435"),
        ("Réponse – No. 5 (final).docx", "r-ponse-no-5-final"),
        ("…", "letter"),
        ("x" * 200 + ".txt", "x" * 100),
    ],
)
def test_a_records_id_is_made_of_the_files_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_given_name_is_the_records_id() -> None:
    assert convert(whole(ASKED), name="foi-1").id == "foi-1"


def test_gathered_responses_bring_the_questionnaires_that_they_name() -> None:
    dataset = gather([converted(path) for path in LETTERS], "Examples")
    assert isinstance(dataset, Dataset)
    named = {one.request.questionnaire for one in dataset.responses if one.request and one.request.questionnaire}
    assert {one.id for one in dataset.questionnaires} == named
    assert len(named) >= 4


def test_the_toolkit_brings_the_questionnaires_of_the_seeds_and_their_variants() -> None:
    known = {one.id: one for one in questionnaires()}
    assert {"leads-funding-training", "anti-trafficking-budget"} <= {one for one in known if not known[one].variant_of}
    assert {one.variant_of for one in known.values()} == {None, "leads-funding-training", "anti-trafficking-budget"}
