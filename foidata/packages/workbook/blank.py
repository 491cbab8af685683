"""A workbook to be filled in."""

from collections.abc import Iterator
from typing import Any

from foidata.packages.table import DATASET
from foidata.packages.tables import plain_value, rows_of
from foidata.packages.workbook.complete import answer_id, free
from foidata.packages.workbook.write import Given, workbook
from foidata.standard.codes import ResponseKind
from foidata.standard.dataset import STANDARD, AskedQuestion, Questionnaire

_GIVEN = {
    DATASET: ("standard",),
    "responses": ("kind",),
    "answers": ("id", "question_text", "question_section", "topic"),
}
"""What is filled in for the person."""


def blank(title: str, questionnaire: Questionnaire | None = None) -> bytes:
    """The bytes of a workbook for one reply, with the questions of a questionnaire if there is one."""
    response = {"kind": ResponseKind.REPLY.value}
    rows: dict[str, list[dict[str, Any]]] = {DATASET: [{"standard": STANDARD, "title": title}], "responses": [response]}
    if questionnaire is None:
        return workbook(rows, Given(_GIVEN, {}))
    response["request_questionnaire"] = questionnaire.id
    rows |= rows_of("questionnaires", [questionnaire])
    rows["answers"] = list(_asked(questionnaire.questions))
    facts = [one.topic.matched("facts").split() for one in questionnaire.questions]
    hints = [f"Details go on: {', '.join(names)}." if names else "" for names in facts]
    return workbook(rows, Given(_GIVEN, {"answers": hints}))


def _asked(questions: tuple[AskedQuestion, ...]) -> Iterator[dict[str, Any]]:
    """A row of answers for each question."""
    taken: set[str] = set()
    for position, question in enumerate(questions, 1):
        own = free(answer_id(question.number or "") or str(position), taken)
        taken.add(own)
        yield {
            "id": own,
            "question_text": question.text,
            "question_number": question.number,
            "question_section": question.section,
            "question_id": question.id,
            "question_periods_asked": plain_value(question.periods_asked),
            "topic": question.topic.value,
        }
