"""Tables whose columns are periods, ruled by tabs or bars, or flattened to a cell a line."""

import pytest
from letters import letter

from foidata.documents.span import Span
from foidata.letters.convert import convert
from foidata.letters.finders.tables import period_table, rows_of

FLAT = "Item\n\n2019/20\n\n2020/21\n\nComments\n\nSupport\n\n0\n\n12,000\n\nLet in May\n\nTraining\n\n1,200\n\n \n\nTotal\n\n1,200\n\n12,000\n"
BARS = "| Item | 2019/20 | 2020/21 |\n|---|---|---|\n| Support | 0 | 12,000 |\n| Training | 1,200 | |\n| Total | 1,200 | 12,000 |"
TABS = "Item\t2019/20\t2020/21\nSupport\t0\t12,000\nTraining\t1,200\t\nTotal\t1,200\t12,000"
CELLS = [
    ("Support", "2019/20", "0"),
    ("Support", "2020/21", "12,000"),
    ("Training", "2019/20", "1,200"),
    ("Total", "2019/20", "1,200"),
    ("Total", "2020/21", "12,000"),
]


@pytest.mark.parametrize("text", [FLAT, BARS, TABS], ids=["flattened", "bars", "tabs"])
def test_a_table_gives_its_filled_cells_with_row_and_period(text: str) -> None:
    table = period_table(Span(text, 0, len(text)))
    assert table is not None
    assert [(row.label.text, dated.period.label, cell.text) for row, dated, cell in rows_of(table)] == CELLS
    assert table.flattened is (text is FLAT)


@pytest.mark.parametrize("text", ["2019\n2020\n2021", "Spend\n\n12,000\n\n2019", "No table at all, in 2019 or 2020."])
def test_lines_that_are_no_table_are_none(text: str) -> None:
    assert period_table(Span(text, 0, len(text))) is None


@pytest.mark.parametrize("text", [FLAT, BARS, TABS], ids=["flattened", "bars", "tabs"])
def test_a_blank_cell_is_no_line_of_funding(text: str) -> None:
    question = "1. How much did the council spend on supporting victims of modern slavery in 2019/20 and 2020/21?"
    (answer,) = convert(letter(f"{question}\n\nAnswer:\n\n{text}\n")).answers
    lines = [(line.purpose, line.period.label if line.period else "", line.status.value) for line in answer.funding]
    assert lines == [(label, year, "nil" if cell == "0" else "answered") for label, year, cell in CELLS]
    assert ("flattened_table" in [doubt.code.value for doubt in answer.doubts]) is (text is FLAT)
