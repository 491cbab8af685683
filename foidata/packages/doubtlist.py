"""Doubts as a list for a person to work through, and the corrections that come back in it.

One row a doubt, with the words it is about. What the person decides goes into `decision`, `field` and `correction`;
`foidata correct` takes the file back.
"""

import copy
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from foidata.packages.replace import replace_file
from foidata.standard.answer import Answer, Coding
from foidata.standard.codes import CodingState
from foidata.standard.dataset import Dataset
from foidata.standard.evidence import Doubt
from foidata.standard.json import canonical, plain

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
    "field",
    "correction",
    "note",
)
"""The columns of the list. The last four are for the person."""
DECISIONS = (CodingState.ACCEPTED, CodingState.CORRECTED, CodingState.REJECTED, CodingState.DISPUTED)

_WEIGHT = (CodingState.CORRECTED, CodingState.DISPUTED, CodingState.REJECTED, CodingState.ACCEPTED)


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


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on one doubt, or on one value: a row of the list."""

    at: str
    """The file and the line of the row."""
    state: CodingState
    field: str
    """The value that the correction is for, from the answer down; items of lists count from 1."""
    correction: str
    note: str


def corrected(dataset: Dataset, target: Path, *, coder: str = "reviewer") -> tuple[Dataset, int]:
    """The dataset with what a person decided in a list of doubts, and how many answers that were.

    `decision` is accepted, corrected, rejected or disputed. With corrected, `field` names the value (`topic`,
    `funding.2.amount.value`; the status when it is empty) and `correction` is the right one; an empty correction takes
    the value away. What the converter said stays in the note. Raises NotACorrection with the line that cannot be
    carried out.
    """
    decisions = _decisions(target)
    unknown = decisions.keys() - {(one.id, answer.id) for one in dataset.responses for answer in one.answers}
    if unknown:
        name = min(unknown)
        raise NotACorrection(f"{decisions[name][0].at}: there is no answer {name[1]} of {name[0]} in the dataset")
    responses = tuple(
        one.but(
            answers=tuple(
                _reviewed(answer, decisions[one.id, answer.id], coder) if (one.id, answer.id) in decisions else answer
                for answer in one.answers
            )
        )
        for one in dataset.responses
    )
    return dataset.but(responses=responses), len(decisions)


def _decisions(target: Path) -> dict[tuple[str, str], list[Decision]]:
    """The rows in which something was decided, by response and answer."""
    found: dict[tuple[str, str], list[Decision]] = {}
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        if missing := [name for name in ("response", "answer", "decision") if name not in (rows.fieldnames or ())]:
            raise NotACorrection(f"{target}: has no column {missing[0]}; start from a list that --doubts wrote")
        for row in rows:
            decision = _decision(
                {name: (words or "").strip() for name, words in row.items() if name}, target, rows.line_num
            )
            if decision:
                found.setdefault((row["response"], row["answer"]), []).append(decision)
    return found


def _decision(row: Mapping[str, str], target: Path, line: int) -> Decision | None:
    said, at = row["decision"].lower(), f"{target}:{line}"
    if not said:
        return None
    state = next((state for state in DECISIONS if state == said), None)
    if state is None:
        raise NotACorrection(f"{at}: decision is {said}; write one of {', '.join(DECISIONS)}")
    if not row["answer"]:
        raise NotACorrection(f"{at}: this doubt is about the whole letter; say what you know in convert's --manifest")
    return Decision(at, state, row.get("field") or "status", row.get("correction", ""), row.get("note", ""))


def _reviewed(answer: Answer, decisions: Sequence[Decision], coder: str) -> Answer:
    """The answer with its corrections, and a coding that says what the converter had said."""
    notes: list[str] = []
    value = plain(answer)
    for one in decisions:
        notes += [one.note] if one.note else []
        if one.state is CodingState.CORRECTED:
            answer, before = _corrected(value, one)
            value = plain(answer)
            notes.append(f"the converter said {before}" if one.field == "status" else f"{one.field} was {before}")
    state = min((one.state for one in decisions), key=_WEIGHT.index)
    return answer.but(coding=Coding.make(state=state, coder=coder, note="; ".join(notes) or None))


def _corrected(value: Mapping[str, Any], one: Decision) -> tuple[Answer, str]:
    """The answer with one value put right, and what stood there before."""
    steps = one.field.split(".")
    why = ""
    for said in _readings(one.correction):
        changed = copy.deepcopy(dict(value))
        try:
            before = _put(changed, steps, said)
            return Answer.model_validate_json(canonical(_filled(changed)), strict=True), before
        except LookupError:
            raise NotACorrection(
                f"{one.at}: the answer has no {one.field}; write a field such as funding.1.amount.value"
            ) from None
        except ValidationError as error:
            why = why or error.errors()[0]["msg"].lower()
    if one.field == "status":
        raise NotACorrection(f"{one.at}: correction is {one.correction or 'empty'}; write the answer's right status")
    raise NotACorrection(f"{one.at}: {one.correction or 'nothing'} cannot stand as {one.field}: {why}")


def _readings(correction: str) -> Iterator[Any]:
    """What the words of a correction may mean: a number or yes and no, the words themselves, or a code by its label."""
    if not correction:
        yield None
        return
    try:
        yield orjson.loads(correction.replace(",", "").lstrip("£"))
    except orjson.JSONDecodeError:
        if correction.lower() in ("yes", "no"):
            yield correction.lower() == "yes"
    yield correction
    yield re.sub(r"\W+", "_", correction.lower()).strip("_")


def _put(value: Any, steps: Sequence[str], said: Any) -> str:
    """Put a value where the steps lead, or take away what stands there; what stood there before, as text."""
    *way, last = (int(step) - 1 if step.isdigit() else step for step in steps)
    for step in way:
        value = value[step] if isinstance(step, int) else value.setdefault(step, {})
    before = value[last] if isinstance(last, int) else value.get(last)
    if said is None:
        del value[last]
    else:
        value[last] = said
    return (
        "absent"
        if before is None
        else before
        if isinstance(before, str)
        else canonical(before, line=True).decode().strip()
    )


def _filled(value: Any) -> Any:
    """A value without the objects and lists that a removal left empty."""
    if isinstance(value, dict):
        return {name: inner for name, one in value.items() if (inner := _filled(one)) not in ({}, [])}
    if isinstance(value, list):
        return [inner for one in value if (inner := _filled(one)) not in ({}, [])]
    return value
