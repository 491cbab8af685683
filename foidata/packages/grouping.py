"""The rows of tables by what they belong to."""

import re
from collections.abc import Iterable
from functools import cache

from foidata.packages.fault import Fault, short
from foidata.packages.table import Table, abouts
from foidata.packages.tablefile import Row, TableFile
from foidata.packages.tableplaces import TablePlaces

_ORDER = re.compile("[1-9][0-9]{0,8}")

_Problem = tuple[str, str | None, str]
"""The kind of a fault, its column and its message."""


class Grouping:
    """Finds for each record the rows that belong to it, in their order."""

    def __init__(self, places: TablePlaces, faults: Iterable[Fault], *, whole: bool) -> None:
        self.places = places
        self.faults = list(faults)
        self.whole = whole
        """Whether every table could be read to its end: otherwise no response is known to be complete."""
        self.numbers: dict[str, int] = {}
        """The number of each response, from 0, by its id."""
        self._ids: set[tuple[str, ...]] = set()
        for file in self.places.files.values():
            self._group(file)

    def _group(self, file: TableFile) -> None:
        groups = self.places.groups.setdefault(file.table.name, {})
        noted: list[tuple[Row, _Problem]] = []
        for row in file.rows:
            key = tuple([file.cell(row, name) for name in file.table.keys])
            problem = self._problem(file, row, key)
            if problem is None:
                groups.setdefault(key, []).append(row)
            else:
                noted.append((row, problem))
        for rows in groups.values():
            rows.sort(key=lambda row: row.order)
        if file.table.name == "responses":
            self.numbers = {file.cell(row, "id"): number for number, row in enumerate(groups.get((), []))}
        for row, problem in noted:
            self._note(file, row, *problem)
        for row in file.uneven:
            self._note(file, row, "wrong_width", None, _unlike_header(row))
        for rows in groups.values():
            self._check_order(file, rows)

    def _problem(self, file: TableFile, row: Row, key: tuple[str, ...]) -> "_Problem | None":
        """Why a row cannot be put with those that belong to the same record."""
        table = file.table
        own = file.cell(row, "id") if table.has_id else ""
        order = file.cell(row, table.order)
        row.order = int(order) if _ORDER.fullmatch(order) else 0
        missing = [name for name in _needed(table) if not file.cell(row, name)]
        if missing:
            return "missing_key", missing[0], f"{missing[0]} is empty, so the row belongs to nothing"
        if not row.order:
            return "bad_cell", table.order, f"{short(order)!r} is not a whole number from 1"
        if "about" in table.keys and key[table.keys.index("about")] not in abouts():
            return "enum", "about", f"{short(file.cell(row, 'about'))!r} is nothing that evidence can be about"
        if own and (table.name, *key, own) in self._ids:
            return "duplicate_row", "id", f"a second row of {table.name} has the id {short(own)}"
        self._ids.add((table.name, *key, own))
        return None

    def _check_order(self, file: TableFile, rows: list[Row]) -> None:
        """Note two rows at one place; and items that are not there, since others may point at them by their number."""
        name = file.table.order
        for number, row in enumerate(rows, 1):
            if number > 1 and row.order == rows[number - 2].order:
                return self._note(file, row, "duplicate_position", name, f"a second row has the {name} {row.order}")
            if row.order != number and name == "item":
                return self._note(file, row, "position_gap", name, f"item {row.order} is there, but not item {number}")
        return None

    def note_orphan(self, file: TableFile, row: Row) -> str:
        """Note a row that belongs to nothing, at the first key that leads nowhere; the pointer of its response."""
        cells = {name: file.cell(row, name) for name in file.table.keys}
        answers = self.places.groups.get("answers", {}).get((cells.get("response_id", ""),), [])
        answer = cells.get("answer_id", "")
        if "questionnaire_id" in cells:
            column, message = "questionnaire_id", f"no questionnaire has the id {short(cells['questionnaire_id'])}"
        elif cells["response_id"] not in self.numbers:
            column, message = "response_id", f"no response has the id {short(cells['response_id'])}"
        elif answer and all(self.places.files["answers"].cell(one, "id") != answer for one in answers):
            column, message = "answer_id", f"response {cells['response_id']} has no answer {short(answer)}"
        else:
            column = "item" if cells.get("item") else file.table.keys[-1]
            column = "about" if "about" in cells and not cells.get("item") else column
            message = f"there is no {' '.join(f'{name} {text}' for name, text in cells.items() if text)}"
        self._note(file, row, "orphan_row", column, message)
        return self._pointer(file, row)

    def _note(self, file: TableFile, row: Row, kind: str, column: str | None, message: str) -> None:
        value = short(file.cell(row, column)) if column else None
        context = {"known": abouts()} if kind == "enum" else {}
        self.faults.append(
            Fault(kind, self._pointer(file, row), message, value or None, file.place(row, column), context)
        )

    def _pointer(self, file: TableFile, row: Row) -> str:
        """The pointer of the response that a row belongs to, or of the questionnaires."""
        if "questionnaires" in (file.table.name, (file.table.parent or ("",))[0]):
            return "/questionnaires"
        number = self.numbers.get(file.cell(row, "id" if file.table.name == "responses" else "response_id"))
        return "" if number is None else f"/responses/{number}"


def _unlike_header(row: Row) -> str:
    """What is wrong with a row that has more or fewer cells than the header."""
    curly = any(text.startswith(("“", "”")) for text in row.cells)
    why = ": curly quotes hold no cell together" if curly else ""
    return f"the row has {len(row.cells)} cells, unlike the header{why}"


@cache
def _needed(table: Table) -> tuple[str, ...]:
    """The columns without which a row belongs to nothing."""
    names = (*table.keys, *(["id"] if table.has_id else []), table.order)
    return tuple(column.name for column in table.columns if column.name in names and column.required)
