"""Read a workbook."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from foidata.packages.descriptor import OWN
from foidata.packages.fault import Fault
from foidata.packages.file import File
from foidata.packages.grouping import Grouping
from foidata.packages.labels import alike
from foidata.packages.loaded import Loaded, Unreadable
from foidata.packages.place import Place
from foidata.packages.table import DATASET
from foidata.packages.workbook.complete import complete
from foidata.packages.workbook.layout import GUIDANCE, LISTS, TEXTS, Field, Sheet, sheets, titled
from foidata.packages.workbook.records import Records, SheetPlaces
from foidata.packages.workbook.sheetcells import ERROR, NO_VALUE, oddity, text_of
from foidata.packages.workbook.sheetfile import SheetFile, SheetRow, UprightFile, letter_of
from foidata.packages.workbook.survey import Cell, survey
from foidata.packages.workbook.texts import COLUMNS, gathered

NEEDED = (DATASET, "responses", "answers")
"""The sheets that every workbook of ours has."""

_HEADER_WITHIN = 20
"""The header stands in one of the first rows: people write a title above it."""

Values = Sequence[Sequence[Any]]


def read_workbook(file: File) -> Loaded:
    """Read a workbook. Raises Unreadable."""
    data = file.read()
    looked = survey(data, file.name)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(looked.data)) as book:
            reading = _Reading(file.name, looked.broken, book)
    except CalamineError as error:
        raise Unreadable(f"{file.name} is a broken workbook: save it again as .xlsx and try once more.") from error
    about, texts = reading.about(), reading.texts()
    tables = reading.tables()
    complete(tables, file.name)
    places = SheetPlaces(file.name, about)
    places.files |= tables
    grouping = Grouping(places, reading.faults, whole=reading.whole)
    return Records(grouping, about, texts, data).loaded(file.name, None, path=file.path, format="xlsx")


class _Reading:
    """The sheets of a workbook as they are read."""

    def __init__(self, name: str, broken: Mapping[str, Mapping[Cell, str]], book: CalamineWorkbook) -> None:
        self.faults: list[Fault] = []
        self.whole = True
        """Whether every sheet that there is could be read to its end."""
        self._name = name
        self._broken = broken
        self._values: dict[str, tuple[str, Values]] = {}
        """What stands on each of our sheets, by its name, with the name that the user has for it."""
        for one in book.sheets_metadata:
            if one.typ == SheetTypeEnum.WorkSheet:
                self._take(one.name, book)
        if not self._values.keys() & {*NEEDED}:
            raise Unreadable(f"{name} is a workbook, but no dataset: make one to fill in with `foidata template`.")
        for sheet in NEEDED:
            if sheet not in self._values:
                self.whole = False
                self._note("missing_table", f"the workbook has no sheet {sheet}", sheet, Place(name))

    def _take(self, name: str, book: CalamineWorkbook) -> None:
        """Take the values of a sheet of ours. Another that holds something is noted."""
        ours = {alike(one): one for one in (*sheets(), TEXTS)}
        which = ours.get(alike(name))
        if which is None and (alike(name) in (GUIDANCE, LISTS) or name.startswith(OWN)):
            return
        values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        place = Place(self._name, table=name, cell="A1")
        if which in self._values:
            self._note("duplicate_table", f"there are two sheets {which}", name, place)
        elif which is not None:
            self._values[which] = name, values
        elif any(text_of(value).strip() for row in values for value in row):
            there = {alike(one) for one in book.sheet_names}
            missing = tuple(one for one in sheets() if alike(one) not in there)
            fix = f"Delete the sheet, or let its name begin with {OWN} to keep it."
            self._note("unknown_table", f"the standard has no sheet {name}", name, place, known=missing, fix=fix)

    def _note(self, kind: str, message: str, value: str, place: Place, **more: object) -> None:
        self.faults.append(Fault(kind, "", message, value, place, more))

    def texts(self) -> dict[int, str]:
        """The texts that no cell can hold, by number."""
        name, values = self._values.get(TEXTS, (TEXTS, ()))
        at = {alike(text_of(title)): number for number, title in enumerate(values[0])} if values else {}
        rows = [[text_of(row[at[title]]) if title in at else "" for title in COLUMNS] for row in values[1:]]
        try:
            return gathered(rows)
        except ValueError as error:
            place = Place(self._name, table=name, cell=f"A{int(str(error)) + 2}")
            self._note("bad_cell", "this piece of a text is broken", name, place)
            self.whole = False
            return {}

    def about(self) -> UprightFile | None:
        """The sheet of the dataset, if it is there."""
        if DATASET not in self._values:
            return None
        name, values = self._values[DATASET]
        sheet = sheets()[DATASET]
        file = UprightFile(sheet.table, self._name, sheet=name)
        file.columns = {column.name: at for at, column in enumerate(sheet.table.columns)}
        row = SheetRow([""] * len(file.columns), 1, 1)
        for at, (title, *beside) in enumerate(values):
            field = sheet.field(text_of(title))
            if field is not None and beside and field.name not in file.lines:
                file.lines[field.name] = at + 1
                self._fill(row, file.columns[field.name], beside[0], (name, at, 1))
        file.rows.append(row)
        return file

    def tables(self) -> dict[str, SheetFile]:
        """The sheets of tables that are there, by name."""
        found = {}
        for name, sheet in sheets().items():
            if name in self._values and name != DATASET:
                file = self._table(sheet, *self._values.pop(name))  # to be kept once, not twice
                if file is not None:
                    found[name] = file
                    self.faults += file.faults
                    self.whole = self.whole and file.whole
        return found

    def _table(self, sheet: Sheet, name: str, values: Values) -> SheetFile | None:
        """A sheet with its header and rows; none when it is empty."""
        counts = [sum(sheet.field(text_of(cell)) is not None for cell in row) for row in values[:_HEADER_WITHIN]]
        if not any(text_of(value).strip() for row in values for value in row):
            return None
        file = SheetFile(sheet.table, self._name, sheet=name)
        file.columns = {column.name: at for at, column in enumerate(sheet.table.columns)}
        if max(counts) < 2:
            file.whole = False
            file.note("missing_column", f"the header of {sheet.name} is missing")
            return file
        top = counts.index(max(counts))
        file.header = top + 1
        below = values[top + 1 :]
        fields = self._header(file, sheet, values[top], below)
        for number, cells in enumerate(below, top + 1):
            row = SheetRow([""] * len(file.columns), len(file.rows) + 1, number + 1)
            for at, field in fields:
                self._fill(row, file.columns[field.name], cells[at], (name, number, at))
            if any(row.cells):
                file.rows.append(row)
        self._check_keys(file, sheet)
        return file

    def _header(self, file: SheetFile, sheet: Sheet, titles: Sequence[Any], below: Values) -> list[tuple[int, Field]]:
        """The columns of a sheet: where each stands and what it is. Others that hold something are noted."""
        found, others = [], []
        for at, value in enumerate(titles):
            title = text_of(value).strip()
            field = sheet.field(title)
            if field is not None and field.name not in file.letters:
                file.letters[field.name] = letter_of(at)
                found.append((at, field))
            elif any(text_of(row[at]).strip() for row in below):
                others.append((at, title, field))
        missing = [titled(field.name) for field in sheet.fields if field.name not in file.letters]
        fix = f"Is it {missing[0]}? That column is missing." if len(missing) == 1 else None
        for at, title, field in others:
            place = Place(self._name, table=file.sheet, field=title or None, cell=f"{letter_of(at)}{file.header}")
            if field is not None:
                self._note("duplicate_column", f"the column {title} stands twice", title, place)
            else:
                message = f"{sheet.name} has no column {title}" if title else "this column has no name"
                self._note("unknown_column", message, title, place, known=missing, fix=fix)
        return found

    def _fill(self, row: SheetRow, column: int, value: Any, where: tuple[str, int, int]) -> None:
        """Put what stands in a cell of a sheet into a row; cells of nothing but spaces are empty."""
        sheet, *cell = where
        broken = self._broken[sheet].get((cell[0], cell[1])) if sheet in self._broken else None
        if value == "" and broken is None:
            return
        text = text_of(value) if broken is None else broken
        odd = oddity(value) if broken is None else NO_VALUE if broken == "=" else ERROR
        row.cells[column] = text if text.strip() else ""
        if odd:
            row.odd[column] = odd

    def _check_keys(self, file: SheetFile, sheet: Sheet) -> None:
        """Note the columns without which rows belong to nothing, where those cannot be made."""
        made = {field.name for field in sheet.fields if field.is_made}
        for name in file.table.keys:
            if name not in file.letters and name not in made and file.rows:
                file.whole = False
                file.rows.clear()
                file.note("missing_column", f"{sheet.name} needs a column {titled(name)}", column=name)
