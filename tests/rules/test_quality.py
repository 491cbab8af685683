from typing import Any

import pytest
from judged import answer, answered, dataset, faults, letter, messages, response

from foidata.rules import Asked
from foidata.standard.answer import Coding
from foidata.standard.response import Response

PUBLISHED = Asked(for_publication=True)
LEADS = {
    "id": "leads",
    "title": "Leads",
    "questions": [
        {"id": name.replace("_", "-"), "text": "?", "topic": name}
        for name in ("lead_exists", "lead_team", "lead_start", "lead_contact", "charter")
    ],
}


def reply(*topics: str, **fields: Any) -> Response:
    """A reply to the questionnaire on leads that answers questions on these topics."""
    given = [
        answer(str(at), topic=topic, question={"text": "?", "id": topic.replace("_", "-")})
        for at, topic in enumerate(topics, start=1)
    ]
    return letter("reply", *given, **{"request": {"questionnaire": "leads"}} | fields)


ALL = ("lead_exists", "lead_team", "lead_start", "lead_contact", "charter")


def test_each_question_of_the_questionnaire_has_an_answer() -> None:
    rule = "questions-without-answer"
    assert not faults(rule, dataset(reply(*ALL), questionnaires=[LEADS]))
    assert messages(rule, dataset(reply(*ALL[1:]), questionnaires=[LEADS])) == [
        "1 of 5 questions of leads have no answer: lead-exists."
    ]
    assert messages(rule, dataset(reply("charter"), questionnaires=[LEADS])) == [
        "4 of 5 questions of leads have no answer: lead-exists, lead-team, lead-start and 1 more."
    ]


def test_an_answer_without_a_questions_id_is_known_by_its_topic() -> None:
    by_topic = reply(*ALL[1:]).answers[0].but(id="9", topic="lead_exists", question={"text": "Who leads?"})
    told = reply(*ALL[1:])
    whole = told.but(answers=(*told.answers, by_topic))
    assert not faults("questions-without-answer", dataset(whole, questionnaires=[LEADS]))


@pytest.mark.parametrize(
    "fields",
    [
        {"outcome": "cost_refusal"},
        {"kind": "acknowledgement"},
        {"kind": "internal_review"},
        {"request": {"questionnaire": "others"}},
        {"request": {"reference": "FOI 1"}},
    ],
)
def test_a_letter_that_does_not_go_through_the_questions_is_not_judged_by_them(fields: dict[str, Any]) -> None:
    assert not faults("questions-without-answer", dataset(reply("charter", **fields), questionnaires=[LEADS]))


def test_a_question_that_is_not_in_the_questionnaire_is_left_to_another_rule() -> None:
    wrong = reply("lead_exists", "funding_other")
    assert not faults("questions-without-answer", dataset(wrong, questionnaires=[LEADS]))
    assert faults("unknown-question", dataset(wrong, questionnaires=[LEADS]))


def test_an_answer_without_a_topic_is_named_once_until_it_is_reviewed() -> None:
    doubts = {"doubts": [{"code": "unmatched_question"}, {"code": "masked_words"}]}
    other = answer(topic="other", **doubts)
    assert faults("unmatched-topic", answered(**other))
    assert [fault.value for fault in faults("unreviewed-doubt", response(other))] == ["masked_words"]
    assert not faults("unmatched-topic", answered(**other, coding={"state": "accepted"}))
    assert faults("unmatched-topic", answered(**other, coding={"state": "proposed"}))
    assert not faults("unmatched-topic", answered(**other | {"question": {"text": "?", "id": "other"}}))
    assert len(faults("unreviewed-doubt", response(answer(topic="charter", **doubts)))) == 2


def test_a_letter_is_the_same_by_its_file_or_by_its_text() -> None:
    rule, one, other = "same-letter-twice", letter("one"), letter("other")
    assert not faults(rule, dataset(one, other))
    copied = other.but(source=other.source.but(sha256=one.source.sha256))
    assert messages(rule, dataset(one, copied)) == ["other was read from the same file as one."]
    as_pdf = other.but(source=other.source.but(text=one.source.text))
    assert messages(rule, dataset(one, as_pdf)) == ["other was read from the same text as one."]
    without = [each.but(source=each.source.but(text=None, text_sha256="1" * 64)) for each in (one, other)]
    assert [fault.at[-1] for fault in faults(rule, dataset(*without))] == ["text_sha256"]


def test_an_authority_replies_once_to_a_request() -> None:
    rule, own = "authority-replied-twice", {"authority": {"id": "x-example:a"}, "request": {"reference": "FOI 1"}}
    one, other = letter("one", **own), letter("other", **own)
    assert messages(rule, dataset(one, other)) == ["other is of the same authority and reference as one."]
    assert not faults(rule, dataset(one, other.but(supersedes="one")))
    assert not faults(rule, dataset(one, other.but(kind="internal_review")))
    assert not faults(rule, dataset(one, other.but(authority={"id": "x-example:b"})))
    assert not faults(rule, dataset(one, other.but(request={"reference": "FOI 2"})))
    assert not faults(rule, dataset(one.but(authority=None), other.but(authority=None)))
    assert not faults(rule, dataset(one, other.but(id="one")))


@pytest.mark.parametrize("state", ["proposed", "disputed", "rejected"])
def test_a_reading_is_settled_before_it_is_published(state: str) -> None:
    open_reading = answered(coding={"state": state})
    assert messages("coding-not-settled", open_reading, PUBLISHED) == [f"The reading of Q1 is still {state}."]
    assert not faults("coding-not-settled", open_reading)
    assert not faults("coding-not-settled", answered(coding={"state": "final"}), asked=PUBLISHED)
    assert not faults("coding-not-settled", answered(), asked=PUBLISHED)


def test_only_a_correction_needs_a_note() -> None:
    assert faults("correction-without-note", Coding.model_validate({"state": "corrected"}))
    assert not faults(
        "correction-without-note", Coding.model_validate({"state": "corrected", "note": "For two years."})
    )
    assert not faults("correction-without-note", Coding.model_validate({"state": "accepted"}))


def test_versions_of_one_program_are_compared_as_numbers() -> None:
    def read_by(name: str, version: str, tool: str = "foidata") -> Response:
        return letter(name, conversion={"tool": tool, "version": version})

    old, new = read_by("old", "0.9.1"), read_by("new", "0.10.0")
    assert messages("older-conversion", dataset(old, new)) == [
        "The letter was read by foidata 0.9.1, others by 0.10.0."
    ]
    assert not faults("older-conversion", dataset(old, read_by("other", "2.0", tool="another")))
    assert not faults("older-conversion", dataset(new, read_by("branch", "main")))
    assert not faults("older-conversion", dataset(letter("by-hand"), new))


@pytest.mark.parametrize(("unread", "found"), [(20, False), (30, True)])
def test_much_of_a_letter_is_more_than_its_greetings(unread: int, found: bool) -> None:  # noqa: FBT001  # a row
    text = "x" * 100
    evidence = [{"start": 0, "end": unread, "quote": text[:unread]}]
    conversion = {"tool": "foidata", "version": "0.1.0", "unread": evidence}
    source = {"name": "a.txt", "media_type": "text/plain", "sha256": "0" * 64, "text": text}
    told = response(answer(), source=source, conversion=conversion)
    assert bool(faults("much-unread", told)) is found
    assert not faults("much-unread", told.but(answers=()))
