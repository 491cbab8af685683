"""Write a workbook."""

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import xlsxwriter
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from foidata.packages.labels import shown
from foidata.packages.table import DATASET
from foidata.packages.workbook.forms import forms
from foidata.packages.workbook.guidance import Line, Look, guidance
from foidata.packages.workbook.help import help_on
from foidata.packages.workbook.layout import GUIDANCE, LISTS, TEXTS, Field, Sheet, sheets, titled
from foidata.packages.workbook.looks import DEEP, GREY, guarded, look_of, looks, printed, put
from foidata.packages.workbook.tablepage import Row, TablePage, check
from foidata.packages.workbook.texts import COLUMNS, Texts

Rows = Mapping[str, Sequence[Row]]
"""The rows of each sheet, as `tables` gives them; those of responses may hold `source_text`."""

_GUIDE_COLUMNS, _GUIDE_WIDTH = 6, 22
"""The guidance stands in columns B to G, so many characters wide each."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person finds filled in already."""

    columns: Mapping[str, Sequence[str]]
    """The columns of each sheet that stand on a tint."""
    hints: Mapping[str, Sequence[str]]
    """A note for each row of a sheet, in its first column that is on a tint."""


def workbook(rows: Rows, given: Given | None = None) -> bytes:
    """The bytes of a workbook with these rows; equal rows give equal bytes."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_size(2400, 1400)
        title = str(rows[DATASET][0].get("title") or "")
        book.set_properties({"title": title, "created": datetime.datetime(2000, 1, 1)})  # noqa: DTZ001  # no clock
        _Writer(book, rows, given or Given({}, {})).write()
    return made.getvalue()


class _Writer:
    """A workbook as it is written."""

    def __init__(self, book: xlsxwriter.Workbook, rows: Rows, given: Given) -> None:
        self._book = book
        self._rows = rows
        self._given = given
        self._texts = Texts()
        self._looks = looks(book)
        self._sheets = [sheet for name, sheet in sheets().items() if sheet.is_filled_in or rows.get(name)]
        self._lists = _lists(self._sheets)
        self._choices = {
            title: f"={LISTS}!{xl_range_abs(1, 3 * at, len(field.choices), 3 * at)}"
            for at, (title, field) in enumerate(self._lists.items())
        }

    def write(self) -> None:
        """Write every sheet, in the order in which they are seen."""
        guide = self._book.add_worksheet(GUIDANCE)
        self._guide(guide)
        single = len(self._rows.get("responses", ())) <= 1
        for sheet in self._sheets:
            page = self._book.add_worksheet(sheet.name)
            if sheet.name == DATASET:
                self._upright(page, sheet)
            else:
                table = TablePage(page, sheet, self._rows.get(sheet.name, ()), self._looks)
                table.write(self._texts, self._choices, self._given.columns.get(sheet.name, ()), single=single)
                table.hint(self._given.hints.get(sheet.name, ()))
        self._all_choices(self._book.add_worksheet(LISTS))
        if self._texts.rows:
            self._long_texts(self._book.add_worksheet(TEXTS))
        guide.activate()

    def _guide(self, page: Worksheet) -> None:
        page.hide_gridlines(2)
        page.set_column(0, 0, 3)
        page.set_column(1, _GUIDE_COLUMNS, _GUIDE_WIDTH)
        for at, line in enumerate(guidance(self._sheets)):
            self._line(page, at, line)
        page.set_tab_color(DEEP)
        printed(page, landscape=False)
        guarded(page)

    def _line(self, page: Worksheet, at: int, line: Line) -> None:
        look = self._looks[line.look.value]
        *first, last = line.cells
        for across, text in enumerate(first, 1):
            if line.look is Look.NAME:
                page.write_url(at, across, f"internal:'{text}'!A1", look, text)
            else:
                page.write_string(at, across, text, look)
        plain = self._looks[Look.WORDS.value] if line.look is Look.NAME else look
        page.merge_range(at, len(first) + 1, at, _GUIDE_COLUMNS, last, plain)
        page.set_row(at, _height(line))

    def _upright(self, page: Worksheet, sheet: Sheet) -> None:
        """The sheet of the dataset: a field a row, its name, its value and what it is."""
        cells = forms(sheet, self._rows[DATASET][0], self._texts)
        page.set_column(0, 0, 20)
        page.set_column(1, 1, 60, self._looks["text"])
        page.set_column(2, 2, 70)
        for at, title in enumerate(("Field", "Value", "What it is")):
            page.write_string(0, at, title, self._looks["header"])
        for at, field in enumerate(sheet.fields, 1):
            told = help_on(field, sheet)
            page.write_string(at, 0, field.title, self._looks["needed" if field.is_needed else "header"])
            look = self._looks["given" if field.name in self._given.columns.get(DATASET, ()) else look_of(field)]
            if field.name in cells:
                put(page, at, 1, cells[field.name], look)
            page.write_string(at, 2, told.prompt, self._looks["meaning"])
            page.set_row(at, 20 if len(told.prompt) < 75 else 36)
            check(page, field, told, (at, 1, at, 1), self._choices.get(field.choice or ""))
        page.freeze_panes(1, 0)
        printed(page)
        guarded(page, "format_cells")

    def _all_choices(self, page: Worksheet) -> None:
        """What may be chosen, with its meaning and its code: a list beside the other."""
        for at, (title, field) in enumerate(self._lists.items()):
            label, meaning, code = range(3 * at, 3 * at + 3)
            page.set_column(label, label, 34)
            page.set_column(meaning, meaning, 50)
            page.set_column(code, code, 16)
            for across, words, look in (
                (label, title, "needed"),
                (meaning, "Meaning", "header"),
                (code, "Code", "header"),
            ):
                page.write_string(0, across, words, self._looks[look])
            for down, row in enumerate(field.choices, 1):
                page.write_string(down, label, shown(field.column.codelist or "", row["code"]), self._looks["meaning"])
                page.write_string(down, meaning, row["meaning"], self._looks["meaning"])
                page.write_string(down, code, row["code"], self._looks["code"])
        page.freeze_panes(1, 0)
        page.set_tab_color(GREY)
        printed(page)
        guarded(page)

    def _long_texts(self, page: Worksheet) -> None:
        page.set_column(0, 2, 10)
        page.set_column(3, 3, 120, self._looks["text"])
        for at, title in enumerate(COLUMNS):
            page.write_string(0, at, titled(title), self._looks["header"])
        for down, cells in enumerate(self._texts.rows, 1):
            for across, form in enumerate(cells):
                if form is not None:
                    put(page, down, across, form, self._looks["text" if isinstance(form, str) else "whole"])
        page.freeze_panes(1, 0)
        page.hide()


def _lists(there: Sequence[Sheet]) -> dict[str, Field]:
    """The lists that people choose from, each with a field that does, in the order of the sheets."""
    found: dict[str, Field] = {}
    for sheet in there:
        for field in sheet.fields:
            if field.choice and not (field.is_hidden or sheet.is_hidden):
                found.setdefault(field.choice, field)
    return found


def _height(line: Line) -> float:
    """The height of a line of the guidance: merged cells do not find it themselves."""
    *first, last = line.cells
    tall = {Look.TITLE: 36.0, Look.HEADING: 34.0}
    room = 1.1 * _GUIDE_WIDTH  # most letters are narrower than the figures by which a width is counted
    lines = [ceil(len(last) / room / (_GUIDE_COLUMNS - len(first))), *(ceil(len(text) / room) for text in first)]
    return tall.get(line.look, 5 + 15.0 * max(lines))
