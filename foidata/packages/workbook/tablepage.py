"""Write one sheet that holds a table."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from foidata.packages.loaded import Unwritable
from foidata.packages.workbook.forms import Form, forms
from foidata.packages.workbook.help import Help, help_on
from foidata.packages.workbook.layout import Field, Sheet, sheets, titled
from foidata.packages.workbook.looks import GREY, Looks, guarded, look_of, printed, put
from foidata.packages.workbook.texts import Texts

Row = Mapping[str, Any]

MOST_ROWS = 1 << 20
"""No sheet has more rows."""
SPARE = 500
"""So many rows below the last one have drop-downs and help too."""

_WIDEST_KEY = 26
_MAY = ("format_cells", "insert_rows", "delete_rows", "sort", "autofilter")
"""What a person may do although the header is protected."""


class TablePage:
    """A sheet that holds a table, as it is written."""

    def __init__(self, page: Worksheet, sheet: Sheet, rows: Sequence[Row], looks: Looks) -> None:
        if len(rows) >= MOST_ROWS:
            raise Unwritable(f"{sheet.name}: a sheet cannot hold {len(rows):,} rows; write JSON or a data package.")
        self._page = page
        self._sheet = sheet
        self._rows = rows
        self._looks = looks
        self._last = min(len(rows) + SPARE, MOST_ROWS - 1)
        self._widths: dict[str, float] = {}

    def write(self, texts: Texts, choices: Mapping[str, str], given: Sequence[str], *, single: bool) -> None:
        """Write it. `given` are columns on a tint; `single` is for a workbook with one response, or none yet."""
        self._header(choices, single=single)
        places = {field.name: at for at, field in enumerate(self._sheet.fields)}
        for number, row in enumerate(self._rows, 1):
            cells = forms(self._sheet, row, texts)
            self._page.set_row(number, self._height(cells))
            for name, form in (dict.fromkeys(given, "") | cells).items():
                at = places[name]
                look = "given" if name in given else look_of(self._sheet.fields[at], form)
                put(self._page, number, at, form, self._looks[look])
        self._mark_missing()
        self._finish()

    def hint(self, hints: Sequence[str]) -> None:
        """Give each row a note of its own, where the question or the first words stand."""
        at = self._still() - 1
        for number, words in enumerate(hints, 1):
            if words:
                self._page.write_comment(number, at, words, {"x_scale": 1.6, "y_scale": 0.6, "font_size": 10})

    def _header(self, choices: Mapping[str, str], *, single: bool) -> None:
        self._page.set_row(0, 48)
        for at, field in enumerate(self._sheet.fields):
            told = help_on(field, self._sheet)
            width = self._widths[field.name] = self._width(field, told)
            hidden = field.is_hidden or (single and self._tells_responses_apart(field))
            self._page.set_column(at, at, width, self._looks[look_of(field)], {"hidden": hidden})
            self._page.write_string(0, at, field.title, self._looks["needed" if field.is_needed else "header"])
            note = {"x_scale": 2.2, "y_scale": told.lines / 4, "font_size": 10}
            self._page.write_comment(0, at, told.note, note)
            rule = _answers() if single and field.name == "answer_id" else None
            check(self._page, field, told, (1, at, self._last, at), rule or choices.get(field.choice or ""))

    def _width(self, field: Field, told: Help) -> float:
        """The width of a column: keys as wide as the longest of the first of them."""
        if field.column.path and not field.is_made:
            return told.width
        longest = max((len(str(row.get(field.name) or "")) for row in self._rows[:100]), default=0)
        return max(told.width, min(longest + 2, _WIDEST_KEY))

    def _tells_responses_apart(self, field: Field) -> bool:
        return field.name == "response_id" or (self._sheet.name, field.name) == ("responses", "id")

    def _height(self, cells: Mapping[str, Form]) -> float:
        """High enough for the longest text of a row, but for no more than ten lines."""
        lines = 1
        for name, form in cells.items():
            if isinstance(form, str):
                broken = form[:2000].split("\n")
                lines = max(lines, sum(max(1, ceil(0.95 * len(line) / self._widths[name])) for line in broken))
        return 15.0 * min(lines, 10) + 3

    def _mark_missing(self) -> None:
        """Tint what must be filled in, in rows where something is."""
        width = len(self._sheet.fields) - 1
        for at, field in enumerate(self._sheet.fields):
            if field.is_needed:
                own, whole = xl_rowcol_to_cell(1, at, col_abs=True), xl_range_abs(1, 0, 1, width).replace("$2", "2")
                formula = f"=AND(LEN(TRIM({own}))=0,COUNTA({whole})>0)"
                mark = {"type": "formula", "criteria": formula, "format": self._looks["missing"]}
                self._page.conditional_format(1, at, self._last, at, mark)

    def _finish(self) -> None:
        page, sheet = self._page, self._sheet
        page.freeze_panes(1, self._still())
        page.autofilter(0, 0, max(len(self._rows), 1), len(sheet.fields) - 1)
        page.ignore_errors({"number_stored_as_text": xl_range(0, 0, MOST_ROWS - 1, len(sheet.fields) - 1)})
        page.repeat_rows(0)
        printed(page)
        guarded(page, *_MAY)
        if sheet.is_hidden:
            page.hide()
        if not sheet.is_filled_in:
            page.set_tab_color(GREY)

    def _still(self) -> int:
        """How many columns stay in sight when a person goes to the right: those that say what a row is about."""
        last = "question_text" if self._sheet.name == "answers" else self._sheet.table.key[-1]
        found = (at for at, field in enumerate(self._sheet.fields, 1) if field.name == last and not field.is_hidden)
        return next(found, 1)


def check(page: Worksheet, field: Field, told: Help, where: tuple[int, int, int, int], source: str | None) -> None:
    """Give cells their drop-down or their check, and the words that show when they are chosen."""
    rule: dict[str, Any] = {"validate": "any"}
    if source:
        rule = {"validate": "list", "source": source, "error_type": "information" if told.is_open else "stop"}
    elif field.column.type == "boolean":
        rule = {"validate": "list", "source": ["Yes", "No"]}
    elif field.column.type in ("integer", "number"):
        least, most = field.column.schema.get("minimum", -(10**12)), field.column.schema.get("maximum", 10**12)
        rule = {"validate": "integer" if field.column.type == "integer" else "decimal", "criteria": "between"}
        rule |= {"minimum": least, "maximum": most}
    words = {"input_title": titled(field.name)[:32], "input_message": told.prompt}
    words |= {"error_title": "Not like this", "error_message": told.error}
    page.data_validation(*where, rule | words)


def _answers() -> str:
    """The ids on the sheet of answers, from which facts choose theirs."""
    at = [field.name for field in sheets()["answers"].fields].index("id")
    return f"=answers!{xl_range_abs(1, at, SPARE, at)}"
