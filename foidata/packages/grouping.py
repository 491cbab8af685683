"""The rows of a package by what they belong to."""

import re
from functools import cache

from foidata.packages.csvfile import CsvFile, Row, read_csv
from foidata.packages.descriptor import Descriptor, Files
from foidata.packages.fault import Fault, short
from foidata.packages.packageplaces import PackagePlaces
from foidata.packages.table import Table, abouts, tables_of_standard

_ORDER = re.compile("[1-9][0-9]{0,8}")

_LOSES_NOTHING = ("unknown_table", "byte_order_mark", "missing_resource", "weakened_schema", "off_profile")
"""Faults of a descriptor that leave its tables as they are."""

_Problem = tuple[str, str | None, str]
"""The kind of a fault, its column and its message."""


class Grouping:
    """Reads the tables of a package, and finds for each record the rows that belong to it, in their order."""

    def __init__(self, files: Files, descriptor: Descriptor) -> None:
        self.places = PackagePlaces(files, descriptor.places)
        self.faults = list(descriptor.faults)
        self.whole = all(fault.kind in _LOSES_NOTHING for fault in descriptor.faults)
        """Whether every table could be read to its end: otherwise no response is known to be complete."""
        self.numbers: dict[str, int] = {}
        """The number of each response, from 0, by its id."""
        self._ids: set[tuple[str, ...]] = set()
        for name, table in tables_of_standard().items():
            if name in descriptor.tables:
                self._read(files, table, descriptor)
        for file in self.places.files.values():
            self._group(file)

    def _group(self, file: CsvFile) -> None:
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
            self._note(file, row, "wrong_width", None, f"the row has {len(row.cells)} cells, unlike the header")
        for rows in groups.values():
            self._check_order(file, rows)

    def _read(self, files: Files, table: Table, descriptor: Descriptor) -> None:
        path = descriptor.tables[table.name]
        kind, message = "missing_table", f"the file {short(path)} of the table {table.name} is not there"
        try:
            data = files.read(path)
        except ValueError:
            data, kind, message = None, "unsafe_path", f"the path {short(path)} leads out of the package"
        if data is None:
            self.whole = False
            place = descriptor.places.find(descriptor.pointers[table.name])
            self.faults.append(Fault(kind, "", message, table.name, place))
            return
        file = read_csv(table, files.named(path), data)
        self.places.files[table.name] = file
        self.faults += file.faults
        self.whole = self.whole and file.whole

    def _problem(self, file: CsvFile, row: Row, key: tuple[str, ...]) -> "_Problem | None":
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

    def _check_order(self, file: CsvFile, rows: list[Row]) -> None:
        """Note two rows at one place; and items that are not there, since others may point at them by their number."""
        name = file.table.order
        for number, row in enumerate(rows, 1):
            if number > 1 and row.order == rows[number - 2].order:
                return self._note(file, row, "duplicate_position", name, f"a second row has the {name} {row.order}")
            if row.order != number and name == "item":
                return self._note(file, row, "position_gap", name, f"item {row.order} is there, but not item {number}")
        return None

    def note_orphan(self, file: CsvFile, row: Row) -> str:
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

    def _note(self, file: CsvFile, row: Row, kind: str, column: str | None, message: str) -> None:
        value = short(file.cell(row, column)) if column else None
        context = {"known": abouts()} if kind == "enum" else {}
        self.faults.append(
            Fault(kind, self._pointer(file, row), message, value or None, file.place(row, column), context)
        )

    def _pointer(self, file: CsvFile, row: Row) -> str:
        """The pointer of the response that a row belongs to, or of the questionnaires."""
        if "questionnaires" in (file.table.name, (file.table.parent or ("",))[0]):
            return "/questionnaires"
        number = self.numbers.get(file.cell(row, "id" if file.table.name == "responses" else "response_id"))
        return "" if number is None else f"/responses/{number}"


@cache
def _needed(table: Table) -> tuple[str, ...]:
    """The columns without which a row belongs to nothing."""
    names = (*table.keys, *(["id"] if table.has_id else []), table.order)
    return tuple(column.name for column in table.columns if column.name in names and column.required)
