"""Tables in text: cells between tabs or bars, or one cell a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from foidata.documents.span import Span
from foidata.letters.finders.periods import Dated, periods
from foidata.standard.codes import PeriodKind
from foidata.standard.period import financial_year

_CELL = re.compile(r"[^\t|]+")
_BRACKET = re.compile(r"\([^()]{0,40}\)")
_RULE = re.compile(r"[\s|:=+-]+")
_NUMERIC = re.compile(
    r"(?:£\s?)?[0-9][0-9,.\u00a0 ]*[kKmM]?$|(?:nil|none|n/?a|-|–|—|\*|\[[a-z]\]|not held|[<≤]\s?[0-9]+)$", re.IGNORECASE
)


WIDEST = 12
"""No flattened table has more columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures: what they are for, and a cell for each period, in the order of the periods."""

    label: Span
    cells: tuple[Span, ...]
    """Empty where the table leaves a cell blank."""


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """A table whose columns are periods."""

    columns: tuple[Dated, ...]
    rows: tuple[Row, ...]
    flattened: bool
    """Whether its cells stood one a line, so that they were put together again by their number."""

    @property
    def span(self) -> Span:
        """The stretch of the text that the table takes, from its first period or label to its last cell."""
        parts = [column.span for column in self.columns]
        parts += [span for row in self.rows for span in (row.label, *row.cells) if span]
        return parts[0].to(min(span.start for span in parts), max(span.end for span in parts))


def period_table(span: Span) -> PeriodTable | None:
    """The table of a stretch with a figure for each period, if it has one: periods may head its columns or its rows.

    A table whose rows are periods is given turned, so that its columns are.
    """
    return _ruled(span) or _ruled_by_row(span) or _flattened(span) or _flattened_by_row(span)


def _period(cell: Span) -> Dated | None:
    """The period that is all of a cell."""
    found = list(periods(cell))
    whole = _BRACKET.sub("", cell.words)
    first = found[0] if found and len(found) <= 1 + cell.words.count("(") else None
    return first if first and len(whole) - len(first.span.words) <= 12 else None


def _ruled_rows(span: Span) -> list[list[Span]]:
    """The rows of cells between tabs or bars, without the lines that only rule them off."""
    ruled = (line for line in span.lines() if re.search(r"[\t|]", line.words) and not is_rule(line))
    return [cells_of(line) for line in ruled]


def _ruled_by_row(span: Span) -> PeriodTable | None:
    """Cells between tabs or bars, a period at the head of each of two rows or more."""
    rows = _ruled_rows(span)
    dated = [(found, row) for row in rows if row and (found := _period(row[0])) and len(row) > 1]
    if len(dated) < 2:
        return None
    head = rows[rows.index(dated[0][1]) - 1] if rows[0] is not dated[0][1] else []
    if head and head[0].search(_YEAR_END):
        dated = [(_ending_in_march(found), row) for found, row in dated]
    width = max(len(row) for _, row in dated)
    before = rows[: rows.index(dated[0][1])]
    header = next((row for row in reversed(before) if len(row) == width), None)
    nothing = span.to(span.end, span.end)
    turned = tuple(
        Row(
            header[column].stripped() if header else nothing,
            tuple(row[column].stripped() if column < len(row) else nothing for _, row in dated),
        )
        for column in range(1, width)
    )
    figures = tuple(row for row in turned if _figures(row.cells))
    return PeriodTable(tuple(found for found, _ in dated), figures, flattened=False) if figures else None


_YEAR_END = re.compile(r"\b(?:y/?e|years? (?:ending|ended|to))\s+(?:31(?:st)?\s+)?mar(?:ch)?\b", re.IGNORECASE)


def _ending_in_march(found: Dated) -> Dated:
    """The financial year that a bare year in a column headed `YE March` ends."""
    if found.period.kind is not PeriodKind.CALENDAR_YEAR or not found.period.start:
        return found
    return replace(found, period=financial_year(int(found.period.start) - 1, found.period.stated))


def _ruled(span: Span) -> PeriodTable | None:
    """Cells between tabs or bars: the header is the first row with two periods."""
    rows = _ruled_rows(span)
    for place, header in enumerate(rows):
        dated = [(column, found) for column, cell in enumerate(header) if (found := _period(cell))]
        if len(dated) < 2:
            continue
        body = [
            Row(
                row[0].stripped(),
                tuple(
                    row[column].stripped() if column < len(row) else span.to(span.end, span.end) for column, _ in dated
                ),
            )
            for row in rows[place + 1 :]
            if len(row) > dated[0][0] and row[0].stripped()
        ]
        if body:
            return PeriodTable(tuple(found for _, found in dated), tuple(body), flattened=False)
    return None


def is_rule(line: Span) -> bool:
    """Whether a line only rules a table off: `|---|---|`."""
    return _RULE.fullmatch(line.words) is not None


def cells_of(line: Span) -> list[Span]:
    """The cells of a line, between tabs or bars."""
    if "\t" not in line.words and "|" in line.words:
        line = line.stripped()
        line = line.to(line.start + line.words.startswith("|"), line.end - line.words.endswith("|"))
    cells, start = [], line.start
    for mark in line.matches(re.compile(r"[\t|]")):
        cells.append(line.to(start, mark.start()))
        start = mark.end()
    return [*cells, line.to(start, line.end)]


def _flattened(span: Span) -> PeriodTable | None:
    """One cell a line: a run of periods, then rows of a label and as many figures or blank lines with a space."""
    cells = [line for line in span.lines() if line.words]
    header = _header(cells)
    if header is None:
        return None
    first, columns = header
    rows, place = [], first + len(columns)
    while place < len(cells):
        label = cells[place].stripped()
        values = cells[place + 1 : place + 1 + len(columns)]
        if label and not _NUMERIC.match(label.words) and len(values) == len(columns) and _figures(values):
            rows.append(Row(label, tuple(value.stripped() for value in values)))
            place += len(columns)
        place += 1
    return PeriodTable(columns, tuple(rows), flattened=True) if rows else None


def _flattened_by_row(span: Span) -> PeriodTable | None:
    """One cell a line: a period and as many figures below it as there were columns, twice or more."""
    cells = [line.stripped() for line in span.lines() if line.words.strip()]
    heads = [(place, found) for place, cell in enumerate(cells) if (found := _period(cell))]
    width = heads[1][0] - heads[0][0] - 1 if len(heads) > 1 else 0
    if not 0 < width <= WIDEST:
        return None
    dated: list[tuple[Dated, list[Span]]] = []
    for place, found in heads:
        values = cells[place + 1 : place + 1 + width]
        if (dated and place != heads[0][0] + len(dated) * (width + 1)) or len(values) < width or not _figures(values):
            break
        dated.append((found, values))
    if len(dated) < 2:
        return None
    first = heads[0][0]
    labels = cells[first - width : first] if first >= width else []
    nothing = span.to(span.end, span.end)
    rows = tuple(
        Row(labels[column] if labels else nothing, tuple(values[column] for _, values in dated))
        for column in range(width)
    )
    return PeriodTable(tuple(found for found, _ in dated), rows, flattened=True)


def _header(cells: list[Span]) -> tuple[int, tuple[Dated, ...]] | None:
    for place in range(len(cells)):
        run: list[Dated] = []
        while place + len(run) < len(cells) and (found := _period(cells[place + len(run)])):
            run.append(found)
        if len(run) >= 2:
            return place, tuple(run)
    return None


def _figures(values: Sequence[Span]) -> bool:
    words = [value.stripped() for value in values]
    return any(words) and all(not word or _NUMERIC.match(word.words) for word in words)


def rows_of(table: PeriodTable) -> Iterator[tuple[Row, Dated, Span]]:
    """Each filled cell with its row and its period."""
    for row in table.rows:
        for dated, cell in zip(table.columns, row.cells, strict=True):
            if cell:
                yield row, dated, cell
