"""Rules on what the answers of one letter say together, and on several letters."""

from typing import Any

import pytest
from judged import answer, dataset, faults, letter, messages, response

from foidata.rules import Asked, Unjudged, Within, rules
from foidata.standard.facts import Lead, Reference

SEE = {"status": "see_other_answer", "text": "See above."}
YES, NO = {"status": "answered", "exists": True}, {"status": "answered", "exists": False}
LONG = "Do you have a specialist lead on modern slavery?"


def test_references_that_arrive_somewhere_may_lead_over_others() -> None:
    one, two, three = answer("1"), answer("2", **SEE, refers_to=["1"]), answer("3", **SEE, refers_to=["2", "9"])
    assert not faults("references-in-a-circle", response(one, two, three))


def test_references_in_a_circle_arrive_nowhere() -> None:
    one, two = answer("1", **SEE, refers_to=["2"]), answer("2", **SEE, refers_to=["1"])
    into, alone = answer("3", **SEE, refers_to=["1"]), answer("4", **SEE, refers_to=["4"])
    found = faults("references-in-a-circle", response(one, two, into, alone))
    assert [fault.at for fault in found] == [("answers", at, "refers_to") for at in range(3)]
    assert not faults("references-in-a-circle", response(one | {"status": "answered"}, two, into))


def test_a_post_may_be_the_same_as_one_that_stands_on_its_own() -> None:
    named, again = {"title": "Coordinator"}, {"title": "Coordinator", "same_as": "1"}
    assert not faults("references-in-a-circle", response(answer("1", posts=[named]), answer("2", posts=[again])))
    circle = response(answer("1", posts=[named | {"same_as": "2"}]), answer("2", posts=[again]))
    assert len(faults("references-in-a-circle", circle)) == 2


WITHHELD = {"status": "withheld", "text": "Withheld."}


@pytest.mark.parametrize(
    ("outcome", "answers", "clash"),
    [
        ("answered_in_full", [{}, WITHHELD], "Q2 is withheld"),
        ("answered_in_full", [{}, {"status": "not_held"}], None),
        ("answered_in_part", [{}, WITHHELD], None),
        ("answered_in_part", [{}, {}], "every answer is given in full"),
        ("answered_in_part", [{}, {"documents": [{"access": "withheld"}]}], None),
        ("answered_in_part", [], None),
        ("cost_refusal", [{"status": "cost_limit"}], None),
        ("cost_refusal", [{"status": "cost_limit"}, {}], "Q2 is answered"),
        (None, [{}, WITHHELD], None),
    ],
)
def test_an_outcome_is_that_of_the_answers(
    outcome: str | None, answers: list[dict[str, Any]], clash: str | None
) -> None:
    given = [answer(str(at), **fields) for at, fields in enumerate(answers, start=1)]
    found = messages("outcome-against-answers", response(*given, **({"outcome": outcome} if outcome else {})))
    assert found == ([f"The letter's outcome is {outcome}, but {clash}."] if clash else [])


@pytest.mark.parametrize(
    ("holding", "statuses", "clash"),
    [
        ("held", "not_held not_held", "no answer holds anything"),
        ("held", "not_held answered", None),
        ("not_held", "not_held other_body", None),
        ("not_held", "not_held nil", "Q2 is nil"),
        ("not_held", "withheld", "Q1 is withheld"),
        ("partly_held", "answered", None),
    ],
)
def test_what_is_held_is_what_the_answers_hold(holding: str, statuses: str, clash: str | None) -> None:
    given = [answer(str(at), status=status) for at, status in enumerate(statuses.split(), start=1)]
    found = messages("holding-against-answers", response(*given, holding=holding))
    said = holding.replace("_", " ")
    assert found == ([f"The letter says that the information is {said}, but {clash}."] if clash else [])


def test_a_question_is_answered_once() -> None:
    rule = "question-answered-twice"

    def asked(name: str, **question: Any) -> dict[str, Any]:
        return answer(name, question={"text": LONG} | question)

    assert messages(rule, response(asked("1", id="lead-exists"), asked("5", id="lead-exists"))) == [
        "Q5 answers the same question as Q1."
    ]
    assert faults(rule, response(asked("1", number="1"), asked("1-2", number="1")))
    assert not faults(rule, response(asked("1", number="1"), asked("2", number="2")))
    assert not faults(rule, response(asked("1", section="Adults"), asked("1-2", section="Children")))
    assert not faults(rule, response(asked("1"), asked("1-2") | {"text": "Something else."}))
    short = {"text": "Please give details."}
    assert not faults(rule, response(answer("1", question=short), answer("2", question=short)))


def test_a_lead_that_is_not_there_has_no_details() -> None:
    rule = "details-without-lead"
    year = {"status": "answered", "start_year": 2016}
    assert [fault.at for fault in faults(rule, response(answer(leads=[NO]), answer("2", leads=[year])))] == [
        ("answers", 1, "leads", 0, "start_year")
    ]
    assert not faults(rule, response(answer(leads=[YES]), answer("2", leads=[year])))
    assert faults(rule, response(answer(leads=[YES, NO | {"fte": 0.5}])))
    contact = {"status": "answered", "role": "point_of_contact"}
    assert not faults(rule, response(answer(leads=[NO, contact]), answer("2", leads=[year])))


def test_a_lead_is_there_or_not() -> None:
    rule = "lead-contradicted"
    assert messages(rule, response(answer(leads=[YES]), answer("5", leads=[NO]))) == [
        "Under Q5 there is no lead, but under Q1 there is a lead."
    ]
    contact = YES | {"role": "point_of_contact"}
    assert not faults(rule, response(answer(leads=[NO | {"role": "specialist"}, contact])))
    assert not faults(rule, response(answer(leads=[YES | {"audience": "adults"}, NO | {"audience": "children"}])))
    assert faults(rule, response(answer(leads=[YES | {"audience": "adults"}, NO])))
    assert not faults(rule, response(answer(leads=[YES | {"service": "Housing"}, NO | {"service": "Adults"}])))


def test_a_lead_began_before_the_letter() -> None:
    lead = Lead.model_validate(YES | {"start_year": 2025})
    (check,) = (rule for rule in rules() if rule.name == "start-year-in-the-future")
    dated, undated = response(sent="2024-03-12"), response()
    assert [*check.outcomes(lead.but(start_year=2024), Asked(), Within(dated, None, dated))] == []
    assert len([*check.outcomes(lead, Asked(), Within(dated, None, dated))]) == 1
    assert [type(one) for one in check.outcomes(lead, Asked(), Within(undated, None, undated))] == [Unjudged]


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        ({"sent": "2024-03-12", "published": "2024-03-12"}, []),
        ({"request": {"made": "2024-02-08", "received": "2024-02-08"}, "sent": "2024-03-12"}, []),
        (
            {"request": {"made": "2024-02-08"}, "sent": "2023-03-12"},
            ["Answered on 2023-03-12, but requested on 2024-02-08."],
        ),
        (
            {"request": {"received": "2024-02-08"}, "sent": "2024-03-12", "published": "2024-03-01"},
            ["Published on 2024-03-01, but answered on 2024-03-12."],
        ),
    ],
)
def test_dates_follow_each_other(dates: dict[str, Any], says: list[str]) -> None:
    assert messages("dates-out-of-order", response(**dates)) == says


def test_an_acknowledgement_may_repeat_the_questions() -> None:
    rule = "answers-in-acknowledgement"
    unanswered = {"id": "1", "question": {"text": "How much?"}, "topic": "other", "status": "not_answered"}
    assert not faults(rule, response(unanswered, kind="acknowledgement"))
    assert faults(rule, response(answer(), kind="acknowledgement"))
    assert not faults(rule, response(answer()))


@pytest.mark.parametrize(
    ("document", "wrong"),
    [
        ({"access": "linked"}, True),
        ({"access": "linked", "url": "https://example.org/"}, False),
        ({"access": "published", "url": "https://example.org/"}, True),
        ({"access": "not_held", "url": "https://example.org/"}, True),
        ({"access": "attached", "url": "https://example.org/"}, False),
        ({"access": "planned", "url": "https://example.org/"}, False),
    ],
)
def test_a_linked_document_has_an_address(document: dict[str, Any], wrong: bool) -> None:  # noqa: FBT001  # a row
    assert bool(faults("address-unlike-its-access", Reference.model_validate(document))) is wrong


def test_a_letter_takes_the_place_of_an_earlier_one_of_the_same_authority() -> None:
    rule, mine = "supersedes-by-mistake", {"authority": {"id": "x-example:a"}}
    old, new = letter("old", sent="2024-03-12", **mine), letter("new", sent="2024-05-02", **mine)
    assert not faults(rule, dataset(old, new.but(supersedes="old")))
    assert messages(rule, dataset(old.but(supersedes="new"), new)) == [
        "The response takes the place of new, which is of 2024-05-02 and so the later one."
    ]
    stranger = letter("stranger", supersedes="old", authority={"id": "x-example:b"})
    assert faults(rule, dataset(old, stranger))
    assert not faults(rule, dataset(old, letter("unknown", supersedes="old")))


def test_letters_that_take_each_others_place_are_in_a_circle() -> None:
    one, two, three = letter("one", supersedes="two"), letter("two", supersedes="one"), letter("three")
    found = faults("supersedes-in-a-circle", dataset(one, two, three.but(supersedes="one")))
    assert [fault.response for fault in found] == ["one", "two", "three"]
    assert not faults("supersedes-in-a-circle", dataset(one, two.but(supersedes="three"), three))
    assert not faults("supersedes-nowhere", dataset(one, two))
    assert faults("supersedes-nowhere", dataset(one, three))


def test_a_topic_is_that_of_the_questionnaire() -> None:
    rule = "topic-of-another-question"
    asked = [{"id": "leads", "title": "L", "questions": [{"id": "team", "text": LONG, "topic": "lead_team"}]}]
    own = {"question": {"text": LONG, "id": "team"}}
    right, wrong = answer(**own, topic="lead_team"), answer(**own, topic="lead_exists")
    named = {"request": {"questionnaire": "leads"}}
    assert messages(rule, dataset(letter("a", wrong, **named), questionnaires=asked)) == [
        "Q1 is question team, which is on lead_team, but its topic is lead_exists."
    ]
    assert not faults(rule, dataset(letter("a", right, **named), questionnaires=asked))
    assert not faults(rule, dataset(letter("a", wrong), questionnaires=asked))
