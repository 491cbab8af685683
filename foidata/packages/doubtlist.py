"""Doubts as a list for a person to work through, and the corrections that come back in it.

One row a doubt, with the words it is about. What the person decides goes into `decision` and `correction`; `foidata
correct` takes the file back.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from foidata.packages.replace import replace_file
from foidata.standard.answer import Answer, Coding
from foidata.standard.codes import CodingState, Status
from foidata.standard.dataset import Dataset
from foidata.standard.evidence import Doubt
from foidata.standard.response import Response

COLUMNS = (
    "response",
    "answer",
    "doubt",
    "meaning",
    "quote",
    "question",
    "text",
    "status",
    "decision",
    "correction",
    "note",
)
"""The columns of the list. The last three are for the person."""
DECISIONS = (CodingState.ACCEPTED, CodingState.CORRECTED, CodingState.REJECTED, CodingState.DISPUTED)


class NotACorrection(Exception):  # noqa: N818  # it says what the row is
    """A row of a list of doubts that cannot be carried out. The text says which and why."""


def save_doubts(dataset: Dataset, target: Path) -> None:
    """Write the doubts of a dataset as CSV."""
    page = io.StringIO()
    writer = csv.DictWriter(page, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(dataset))
    replace_file(target, [page.getvalue().encode()])


def _rows(dataset: Dataset) -> Iterator[dict[str, str]]:
    for response in dataset.responses:
        for doubt in response.conversion.doubts if response.conversion else ():
            yield {"response": response.id} | _about(doubt)
        for answer in response.answers:
            for doubt in answer.doubts:
                words = {"question": answer.question.text, "text": answer.text or "", "status": answer.status.value}
                yield {"response": response.id, "answer": answer.id} | _about(doubt) | words


def _about(doubt: Doubt) -> dict[str, str]:
    quote = doubt.evidence[0].quote if doubt.evidence else ""
    return {"doubt": doubt.code.value, "meaning": doubt.code.meaning, "quote": quote}


def corrected(dataset: Dataset, target: Path, *, coder: str = "reviewer") -> tuple[Dataset, int]:
    """The dataset with what a person decided in a list of doubts, and how many answers that were.

    `decision` is accepted, corrected, rejected or disputed; with corrected, `correction` is the right status of the
    answer. What the converter said stays in the note. Raises NotACorrection with the line that cannot be carried out.
    """
    decisions: dict[tuple[str, str], tuple[int, Mapping[str, str]]] = {}
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        if missing := [name for name in ("response", "answer", "decision") if name not in (rows.fieldnames or ())]:
            raise NotACorrection(f"{target}: has no column {missing[0]}; start from a list that --doubts wrote")
        for row in rows:
            if (row.get("decision") or "").strip():
                decisions[row["response"], row["answer"]] = (rows.line_num, row)
    unknown = decisions.keys() - {(one.id, answer.id) for one in dataset.responses for answer in one.answers}
    if unknown:
        name = min(unknown)
        raise NotACorrection(f"{target}:{decisions[name][0]}: there is no answer {name[1]} of {name[0]} in the dataset")
    responses = tuple(_response(one, decisions, target, coder) for one in dataset.responses)
    return dataset.but(responses=responses), len(decisions)


def _response(
    response: Response, decisions: Mapping[tuple[str, str], tuple[int, Mapping[str, str]]], target: Path, coder: str
) -> Response:
    answers = tuple(
        _answer(answer, *decisions[response.id, answer.id], target, coder)
        if (response.id, answer.id) in decisions
        else answer
        for answer in response.answers
    )
    return response.but(answers=answers)


def _answer(answer: Answer, line: int, row: Mapping[str, str], target: Path, coder: str) -> Answer:
    decision, correction = row["decision"].strip().lower(), (row.get("correction") or "").strip().lower()
    if decision not in DECISIONS:
        raise NotACorrection(f"{target}:{line}: decision is {decision}; write one of {', '.join(DECISIONS)}")
    notes = [(row.get("note") or "").strip()]
    changed = answer
    if decision == CodingState.CORRECTED:
        if correction not in list(Status):
            raise NotACorrection(
                f"{target}:{line}: correction is {correction or 'empty'}; write the answer's right status"
            )
        notes.append(f"the converter said {answer.status.value}")
        changed = answer.but(status=next(status for status in Status if status == correction))
    coding = Coding.make(state=decision, coder=coder, note="; ".join(note for note in notes if note) or None)
    return changed.but(coding=coding)
