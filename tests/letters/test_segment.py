"""Which words of a letter are a question and which answer it, for every layout that letters have."""

import pytest
from letters import whole

from foidata.letters.convert import questionnaires
from foidata.letters.passage import Segments
from foidata.letters.segment import segment
from foidata.standard.codes import DoubtCode

WHAT = "What support do you give to victims of modern slavery?"
HOW = "How many members of staff work on modern slavery?"
WHO = "Who leads this work in the Council?"


def cut(text: str) -> Segments:
    return segment(whole(text), questionnaires())


def passages(text: str) -> list[tuple[str, str, str]]:
    return [(one.id, one.question.text, one.answer.text) for one in cut(text).passages]


LAYOUTS = {
    "each question with its answer below": f"1. {WHAT}\n\nNone\n\n2. {HOW}\n\nTwo\n",
    "only a line break between": f"1. {WHAT}\nNone\n2. {HOW}\nTwo\n",
    "Q labels": f"Q1. {WHAT}\n\nNone\n\nQ2. {HOW}\n\nTwo\n",
    "Question labels": f"Question 1: {WHAT}\n\nNone\n\nQuestion 2: {HOW}\n\nTwo\n",
    "labels with a bracket": f"1) {WHAT}\n\nNone\n\n2) {HOW}\n\nTwo\n",
    "labels in brackets": f"(1) {WHAT}\n\nNone\n\n(2) {HOW}\n\nTwo\n",
    "labels glued to the text": f"1.{WHAT}\n\nNone\n\n2.{HOW}\n\nTwo\n",
    "Request labels": f"Request 1\n{WHAT}\n\nNone\n\nRequest 2\n{HOW}\n\nTwo\n",
    "answer marks": f"1. {WHAT}\n\nAnswer: None\n\n2. {HOW}\n\nAnswer: Two\n",
    "answer marks on their own line": f"1. {WHAT}\n\nResponse:\nNone\n\n2. {HOW}\n\nResponse:\nTwo\n",
    "short answer marks": f"Q1. {WHAT}\nA1. None\n\nQ2. {HOW}\nA2. Two\n",
    "answer marks on the line of the question": f"1. {WHAT} Answer: None\n2. {HOW} Answer: Two\n",
    "Welsh and English marks": f"C1 / Q1. {WHAT}\n\nAteb / Answer: None\n\nC2 / Q2. {HOW}\n\nAteb / Answer: Two\n",
    "answers on the line of the question": f"1. {WHAT} None\n2. {HOW} Two\n",
    "all questions, then all answers": f"You asked:\n\n1. {WHAT}\n2. {HOW}\n\nOur response:\n\n1. None\n2. Two\n",
    "all questions, then all answers, under a longer head": (
        f"Request\n1. {WHAT}\n2. {HOW}\n\nOur reply to your questions\n\n1. None\n\n2. Two\n"
    ),
    "the questions again with the answers": (
        f"Request\n\n1. {WHAT}\n2. {HOW}\n\nResponse\n\n1. {WHAT}\nNone\n2. {HOW}\nTwo\n"
    ),
    "quoted questions": f"> 1. {WHAT}\n\nNone\n\n> 2. {HOW}\n\nTwo\n",
    "boxed questions": f"| 1. {WHAT}\n\nNone\n\n| 2. {HOW}\n\nTwo\n",
    "a table": f"Question\tResponse\n1\t{WHAT}\tNone\n2\t{HOW}\tTwo\n",
    "questions run together": f"Q1. {WHAT} Q2. {HOW}\n\nResponse\n\nQ1. None\n\nQ2. Two\n",
    "narrow lines": (
        "1. What support do you give to victims of modern slavery in the whole of your\narea?\n\nNone\n\n"
        "2. How many members of staff work on modern slavery in the whole of your\narea?\n\nTwo\n"
    ),
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_gives_the_same_questions_and_answers(text: str) -> None:
    found = [(name, " ".join(question.split()), answer) for name, question, answer in passages(text)]
    in_area = " in the whole of your area?" if "area?" in text else "?"
    assert found == [
        ("1", WHAT.replace("?", in_area), "None"),
        ("2", HOW.replace("?", in_area), "Two"),
    ]


def test_questions_without_numbers_are_numbered_by_place() -> None:
    text = f"{WHAT}\n\nNone of our own.\n\n{HOW}\n\nTwo at present.\n"
    assert passages(text) == [("1", WHAT, "None of our own."), ("2", HOW, "Two at present.")]


def test_bulleted_questions_are_numbered_by_place() -> None:
    assert passages(f"• {WHAT}\n\nNone\n\n• {HOW}\n\nTwo\n") == [("1", WHAT, "None"), ("2", HOW, "Two")]


def test_what_still_asks_belongs_to_the_question() -> None:
    text = f"1. {WHAT} Please give examples.\n\nWhere possible please provide costs.\n\nNone\n\n2. {HOW}\n\nTwo\n"
    asked = f"{WHAT} Please give examples.\n\nWhere possible please provide costs."
    assert passages(text) == [("1", asked, "None"), ("2", HOW, "Two")]


def test_the_years_asked_for_belong_to_the_question() -> None:
    text = f"1. How much did you spend in each of these years?\n\n2021\n2022\n\n£0\n\n2. {HOW}\n\nTwo\n"
    assert passages(text)[0] == ("1", "How much did you spend in each of these years?\n\n2021\n2022", "£0")


def test_lettered_parts_are_questions_of_their_own() -> None:
    text = "1. How many children were\n\na) found to be trafficked\n\n12\n\nb) thought to be trafficked\n\nNone\n"
    assert passages(text) == [("1a", "found to be trafficked", "12"), ("1b", "thought to be trafficked", "None")]
    assert [one.lead_in[0].text for one in cut(text).passages] == ["How many children were"] * 2


def test_letters_in_an_answer_are_no_questions() -> None:
    text = f"1. {WHAT}\n\nWe do two things:\na) training\nb) posters\n\n2. {HOW}\n\nTwo\n"
    assert passages(text) == [("1", WHAT, "We do two things:\na) training\nb) posters"), ("2", HOW, "Two")]


def test_numbers_in_an_answer_are_no_questions() -> None:
    text = f"6. {WHAT}\n\nThe money paid for:\n1. a helpline\n2. posters\n3. a van\n\n7. {HOW}\n\nTwo\n\n8. {WHO}\n\nNobody\n"
    assert [name for name, _, _ in passages(text)] == ["6", "7", "8"]
    assert passages(text)[0][2] == "The money paid for:\n1. a helpline\n2. posters\n3. a van"


def test_an_answer_to_a_range_is_given_to_each_question() -> None:
    text = f"Request\n1. {WHAT}\n2. {HOW}\n3. {WHO}\n\nResponse\n1-2. There is none.\n3. The chief executive.\n"
    assert passages(text) == [
        ("1", WHAT, "There is none."),
        ("2", HOW, "There is none."),
        ("3", WHO, "The chief executive."),
    ]
    assert [[code for code, _ in one.doubts] for one in cut(text).passages] == [
        [DoubtCode.SHARED_ANSWER],
        [DoubtCode.SHARED_ANSWER],
        [],
    ]


def test_one_reply_serves_all_questions() -> None:
    reply = "We are a district council and hold none of this information."
    text = f"You asked:\n1. {WHAT}\n2. {HOW}\n\nOur response\n\n{reply}\n\nYours faithfully\n"
    assert passages(text) == [("1", WHAT, reply), ("2", HOW, reply)]


def test_a_reply_above_the_quoted_request_serves_all_questions() -> None:
    reply = "We are a district council and hold none of the information that you have asked for."
    text = f"Dear Sir\n\n{reply}\n\nKind regards\n\nOn 4 May 2022 you wrote:\n\n> 1. {WHAT}\n> 2. {HOW}\n"
    assert passages(text) == [("1", WHAT, reply), ("2", HOW, reply)]


def test_answers_given_out_of_order_find_their_questions() -> None:
    text = f"Request\n1. {WHAT}\n2. {HOW}\n3. {WHO}\n\nResponse\n1. None\n3. Nobody\n"
    assert passages(text) == [("1", WHAT, "None"), ("2", HOW, ""), ("3", WHO, "Nobody")]


def test_a_heading_applies_to_the_questions_under_it() -> None:
    text = f"1. {WHAT}\n\nNone\n\nStaff and Leads\n\n2. {HOW}\n\nTwo\n\n3. {WHO}\n\nNobody\n"
    assert passages(text) == [("1", WHAT, "None"), ("2", HOW, "Two"), ("3", WHO, "Nobody")]
    assert [one.section.text if one.section else None for one in cut(text).passages] == [None, *["Staff and Leads"] * 2]


def test_a_line_of_years_above_the_questions_belongs_to_all_of_them() -> None:
    text = f"Please answer for 2021/22 and 2022/23:\n\n1. {WHAT}\n\nNone\n\n2. {HOW}\n\nTwo\n"
    assert [[words.text for words in one.lead_in] for one in cut(text).passages] == [
        ["Please answer for 2021/22 and 2022/23:"]
    ] * 2


def test_the_day_of_the_request_belongs_to_no_question() -> None:
    text = f"Thank you for your request of 9 June 2023. You asked:\n\n1. {WHAT}\n\nNone\n\n2. {HOW}\n\nTwo\n"
    assert [one.lead_in for one in cut(text).passages] == [(), ()]


def test_a_number_that_comes_back_takes_a_second_name_and_a_doubt() -> None:
    text = f"1. {WHAT}\n\nNone\n\n1. {HOW}\n\nTwo\n\n1. {WHO}\n\nNobody\n"
    assert passages(text) == [("1", WHAT, "None"), ("1-2", HOW, "Two"), ("1-3", WHO, "Nobody")]
    assert [[code for code, _ in one.doubts] for one in cut(text).passages] == [
        [],
        [DoubtCode.NUMBERING_RESTARTS],
        [DoubtCode.NUMBERING_RESTARTS],
    ]


def test_questions_listed_in_an_answer_are_no_questions() -> None:
    answer = "We ask:\n1. Are you free to leave?\n2. Do you hold your passport?"
    text = f"1. {WHAT}\n\n{answer}\n\n2. {HOW}\n\nTwo\n"
    assert passages(text) == [("1", WHAT, answer), ("2", HOW, "Two")]


def test_the_closing_words_belong_to_no_answer() -> None:
    text = f"1. {WHAT}\n\nNone\n\nIf you are dissatisfied you may ask for an internal review.\n\nYours faithfully\n"
    found = cut(text)
    assert [one.answer.text for one in found.passages] == ["None"]
    assert [one.text for one in found.closing] == [
        "If you are dissatisfied you may ask for an internal review.\n\nYours faithfully"
    ]


def test_the_heading_ends_where_the_questions_begin() -> None:
    text = f"Exampleton City Council\n\nDear Sir\n\nYou asked:\n\n1. {WHAT}\n\nNone\n"
    assert cut(text).heading.text == "Exampleton City Council\n\nDear Sir"


def test_a_letter_without_questions_has_no_passages() -> None:
    text = "Dear Sir\n\nThank you for your request. You will receive a reply by 3 May 2022.\n"
    found = cut(text)
    assert (found.passages, [code for code, _ in found.doubts]) == ((), [DoubtCode.NO_QUESTIONS_FOUND])
    assert found.heading.text == text


def test_a_known_question_is_known_again_with_other_years_and_another_kind_of_authority() -> None:
    text = (
        "1. Budgets/funding or any other resources directly allocated by the Force towards anti-trafficking activities"
        " and/or activities to combat ‘modern slavery' in 2017/18 and 2018/19 financial years (i.e. dedicated projects,"
        " anti-trafficking operations, members of staff, information campaigns etc.) and what these activities are.\n\n"
        "None\n"
    )
    found = cut(text)
    assert [one.asked.id for one in found.passages if one.asked] == ["funding-and-activities"]
    assert found.questionnaire == "anti-trafficking-budget-force-2017-2019"


def test_a_question_of_no_questionnaire_is_not_known() -> None:
    found = cut(f"1. {WHAT}\n\nNone\n")
    assert ([one.asked for one in found.passages], found.questionnaire) == ([None], None)


def test_a_number_without_words_changes_nothing_of_the_other_questions() -> None:
    text = f"Request\n1. {WHAT}\n2. {HOW}\n3.\n\nResponse\n\n1. None\n2. Two\n3.\n"
    assert passages(text)[:2] == [("1", WHAT, "None"), ("2", HOW, "Two")]


def test_a_number_at_the_very_end_is_no_question() -> None:
    assert passages(f"1. {WHAT}\n\nNone\n\n2.\n") == [("1", WHAT, "None")]
