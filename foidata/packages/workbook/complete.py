"""Fill in what a person leaves to the toolkit: ids, what a row belongs to, its place in its list."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from foidata.packages.tableplaces import Key
from foidata.packages.workbook.sheetfile import SheetFile, SheetRow
from foidata.standard.slug import slug

_ASKED = re.compile(r"\s*(?:question|q)?[\s.:]*(.*)", re.IGNORECASE | re.DOTALL)
_MARKS = re.compile(r"[\s().,:;]+")
_DOTTED = re.compile(r"[0-9]\.[0-9]")


def complete(files: Mapping[str, SheetFile], name: str) -> None:
    """Fill in the keys that are empty in tables of a workbook of this name, and write the others in their one form."""
    for file in files.values():
        for row in file.rows:
            for key in {*file.table.keys, "id", file.table.order} & file.columns.keys():
                file.put(row, key, file.cell(row, key).strip())
    _name_response(files.get("responses"), name)
    _belong(files, "responses", "response_id")
    _belong(files, "questionnaires", "questionnaire_id")
    if "answers" in files:
        _name_answers(files["answers"])
    ids = {(file.cell(row, "response_id"), file.cell(row, "id")) for file, row in _rows(files, "answers")}
    for file in files.values():
        if "answer_id" in file.table.keys:
            _point_to_answers(file, ids)
        _number(file)


def answer_id(words: str) -> str:
    """The number of a question as the id of its answer.

    >>> answer_id("Q1"), answer_id("2 (b)(i)"), answer_id("Question 3"), answer_id("1a-2")
    ('1', '2bi', '3', '1a-2')
    """
    found = _ASKED.fullmatch(words)
    return _MARKS.sub("", found[1] if found and found[1] else words).lower()


def _rows(files: Mapping[str, SheetFile], name: str) -> Iterable[tuple[SheetFile, SheetRow]]:
    return ((files[name], row) for row in files[name].rows) if name in files else ()


def _name_response(file: SheetFile | None, name: str) -> None:
    """The only response may leave its id to the file's name."""
    if file is not None and len(file.rows) == 1 and not file.cell(file.rows[0], "id"):
        file.put(file.rows[0], "id", slug(name))


def _belong(files: Mapping[str, SheetFile], parent: str, key: str) -> None:
    """Where there is only one response, every row is its."""
    owners = [file.cell(row, "id") for file, row in _rows(files, parent)]
    if len(owners) == 1:
        for file in files.values():
            for row in file.rows if key in file.table.keys else ():
                if not file.cell(row, key):
                    file.put(row, key, owners[0])


def _name_answers(file: SheetFile) -> None:
    """An answer without an id takes that of its number, or its place; a repeated one takes -2, -3."""
    taken: dict[str, set[str]] = {}
    places: Counter[str] = Counter()
    for row in file.rows:
        response = file.cell(row, "response_id")
        places[response] += 1
        theirs = taken.setdefault(response, set())
        own = answer_id(file.cell(row, "id"))
        if not own:
            number = file.cell(row, "question_number")
            own = free(answer_id("" if _DOTTED.search(number) else number) or str(places[response]), theirs)
        theirs.add(own)
        file.put(row, "id", own)


def free(name: str, taken: Collection[str]) -> str:
    """An id, or the first of those with -2, -3 and so on that is not taken."""
    return next(one for one in (name, *(f"{name}-{times}" for times in range(2, len(taken) + 3))) if one not in taken)


def _point_to_answers(file: SheetFile, ids: set[tuple[str, str]]) -> None:
    """Write the id of an answer as the sheet of answers has it: `1a` for `Q1(a)`."""
    for row in file.rows:
        response, words = file.cell(row, "response_id"), file.cell(row, "answer_id")
        if words and (response, words) not in ids and (response, answer_id(words)) in ids:
            file.put(row, "answer_id", answer_id(words))


def _number(file: SheetFile) -> None:
    """Number the rows of each list that have no number: they follow those that have one, in their order."""
    order = file.table.order
    last: Counter[Key] = Counter()
    for row in file.rows:
        number = file.cell(row, order)
        if number.isdecimal():
            key = _key(file, row)
            last[key] = max(last[key], int(number))
    for row in file.rows:
        if not file.cell(row, order):
            key = _key(file, row)
            last[key] += 1
            file.put(row, order, str(last[key]))


def _key(file: SheetFile, row: SheetRow) -> Key:
    return tuple(file.cell(row, name) for name in file.table.keys)
