"""Tables as spreadsheets, R and people write them: what is meant is read, and each habit is a finding at its place."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaged import Package, descriptor, met, rows_of

from foidata.packages.csvform import form_of
from foidata.packages.days import day_first_in
from foidata.packages.fault import Fault
from foidata.packages.mends import Clear, Delimit, DropColumns, DropRows, Mend, Recode, Write
from foidata.standard.dataset import Dataset

POST = "/responses/0/answers/0/posts/0"
Rows = list[list[str]]


def text_of(rows: Rows, delimiter: str = ",", end: str = "\n") -> bytes:
    page = io.StringIO(newline="")
    csv.writer(page, delimiter=delimiter, lineterminator=end).writerows(rows)
    return page.getvalue().encode()


def rewritten(package: Package, table: str, change: Callable[[Rows], Rows], **how: str) -> None:
    path = f"{table}.csv"
    package.files[path] = text_of(change(rows_of(package.files[path])), **how)


@pytest.mark.parametrize(
    ("where", "cell", "means", "kind", "pointer"),
    [
        ("posts 1 annual_cost_value", "£50,000", "50000", "bad_cell", f"{POST}/annual_cost/value"),
        ("posts 1 annual_cost_value", "50,000.00", "50000", "bad_cell", f"{POST}/annual_cost/value"),
        ("posts 1 annual_cost_value", "5e+04", "50000", "bad_cell", f"{POST}/annual_cost/value"),
        ("posts 1 annual_cost_value", " 50000", "50000", "bad_cell", f"{POST}/annual_cost/value"),
        ("posts 1 delivers_directly", "FALSE", "false", "bad_cell", f"{POST}/delivers_directly"),
        ("posts 1 delivers_directly", "No", "false", "bad_cell", f"{POST}/delivers_directly"),
        ("posts 1 period_kind", "Range", "range", "enum", f"{POST}/period/kind"),
        ("evidence 1 end", "74.0", "74", "bad_cell", "/responses/0/evidence/0/end"),
        ("evidence 1 of", "['legal_basis']", '["legal_basis"]', "bad_cell", "/responses/0/evidence/0/of"),
        ("answers 2 status", "In an attachment", "in_attachment", "enum", "/responses/0/answers/1/status"),
        ("answers 2 status", "“Not held”", "not_held", "enum", "/responses/0/answers/1/status"),
        ("answers 2 status", "NOT_HELD", "not_held", "enum", "/responses/0/answers/1/status"),
        ("responses 1 sent", "25/03/2024", "2024-03-25", "string_pattern_mismatch", "/responses/0/sent"),
        ("responses 1 sent", "12-Mar-24", "2024-03-12", "string_pattern_mismatch", "/responses/0/sent"),
        ("responses 1 sent", "2024-03-12 00:00:00", "2024-03-12", "string_pattern_mismatch", "/responses/0/sent"),
        (
            "responses 1 authority_id",
            "Leicester City Council",
            "LCE",
            "string_pattern_mismatch",
            "/responses/0/authority/id",
        ),
        ("answers 1 position", " 1 ", "1", "bad_cell", ""),
        ("answers 1 response_id", "000-4c2c9d30c976f435 ", "000-4c2c9d30c976f435", "bad_cell", ""),
        ("evidence 20 item", "1.0", "1", "bad_cell", ""),
    ],
)
def test_a_cell_that_means_one_thing_is_read_and_says_what_to_write(  # each is one line
    where: str, cell: str, means: str, kind: str, pointer: str, seeds: Dataset
) -> None:
    table, row, column = where.split()
    right, package = Package(seeds), Package(seeds)
    if table == "evidence" and column == "item":
        row = next(str(number) for number, cells in enumerate(right.table(table)) if cells[3] == "1")
    right.set(table, int(row), column, means)
    package.set(table, int(row), column, cell)
    expected, _ = met(right)
    loaded, _ = met(package)
    assert loaded.dataset == expected.dataset
    (fault,) = [one for one in loaded.faults if one.read]
    assert (fault.kind, fault.pointer) == (kind, pointer)
    assert fault.place is not None
    assert (fault.place.file, str(fault.place.row), fault.place.field) == (f"p/{table}.csv", row, column)
    assert fault.mend == Write(means, right.table(table)[0].index(column))
    assert fault.context["fix"] == f"Write {means}."


def test_where_day_and_month_could_be_either_another_cell_of_the_file_may_tell(seeds: Dataset) -> None:
    package = Package(seeds)
    package.set("responses", 1, "sent", "12/03/2024")
    loaded, faults = met(package)
    assert [fault[:2] for fault in faults] == [("string_pattern_mismatch", "/responses/0/sent")]
    assert loaded.faults[0].context["fix"].startswith("Write 2024-03-12 for 12 March 2024 or 2024-12-03")
    assert not loaded.faults[0].read
    package.set("responses", 2, "sent", "25/12/2023")
    loaded, _ = met(package)
    assert [str(one.sent) for _, one in loaded.responses] == ["2024-03-12", "2023-12-25"]
    package.set("responses", 2, "sent", "12/25/2023")
    assert [str(one.sent) for _, one in met(package)[0].responses] == ["2024-12-03", "2023-12-25"]


def test_cells_that_disagree_tell_nothing_of_day_and_month() -> None:
    assert day_first_in(["12/03/2024", "2024-05-25", "x"]) is None
    assert day_first_in(["12/03/2024", "25/03/2024 00:00", "1.2.2024"]) is True
    assert day_first_in(["25/03/2024", "03/25/2024"]) is None


def test_derived_days_in_another_form_say_the_same(seeds: Dataset) -> None:
    package = Package(seeds)
    index = package.table("posts")[0].index("period_first_day")
    assert package.table("posts")[1][index] == "2020-03-01"
    package.set("posts", 1, "period_first_day", "01/03/2020")
    loaded, _ = met(package)
    assert [(one.kind, one.read, one.mend) for one in loaded.faults] == [("bad_cell", True, Write("2020-03-01", index))]
    package.set("posts", 1, "period_first_day", "02/03/2020")
    assert [one.kind for one in met(package)[0].faults] == ["derived_differs"]


def blank_after(row: int, count: int = 1, fill: str = "") -> Callable[[Rows], Rows]:
    return lambda rows: [*rows[: row + 1], *([[fill] * len(rows[0])] * count), *rows[row + 1 :]]


def with_header(change: Callable[[str], str]) -> Callable[[Rows], Rows]:
    return lambda rows: [[change(name) for name in rows[0]], *rows[1:]]


def spoken(name: str) -> str:
    return name.replace("_", " ").title().replace("Id", "ID")


FORMS: dict[str, tuple[Callable[[Package], object], list[tuple[str, str, Mend]]]] = {
    "semicolons": (
        lambda p: rewritten(p, "leads", list, delimiter=";"),
        [("not_csv", "p/leads.csv line 1", Delimit())],
    ),
    "tabs": (
        lambda p: rewritten(p, "leads", list, delimiter="\t"),
        [("not_csv", "p/leads.csv line 1", Delimit())],
    ),
    "the line that tells Excel the delimiter": (
        lambda p: p.files.update({"leads.csv": b"sep=;\r\n" + p.files["leads.csv"].replace(b",", b";")}),
        [("not_csv", "p/leads.csv line 1", Delimit())],
    ),
    "a byte-order mark and CRLF": (
        lambda p: p.files.update({"leads.csv": b"\xef\xbb\xbf" + p.files["leads.csv"].replace(b"\n", b"\r\n")}),
        [("byte_order_mark", "p/leads.csv:1:1", Recode())],
    ),
    "an empty row": (
        lambda p: rewritten(p, "leads", blank_after(1)),
        [("blank_row", "p/leads.csv line 3", DropRows(1))],
    ),
    "rows of spaces at the end": (
        lambda p: rewritten(p, "leads", lambda rows: blank_after(len(rows), 3, " ")(rows)),
        [("blank_row", "p/leads.csv line 3", DropRows(3))],
    ),
    "empty lines at the end": (
        lambda p: p.files.update({"leads.csv": p.files["leads.csv"] + b"\n\n"}),
        [("blank_row", "p/leads.csv line 3", DropRows(2))],
    ),
    "an empty line before the header": (
        lambda p: p.files.update({"leads.csv": b"\n" + p.files["leads.csv"]}),
        [("blank_row", "p/leads.csv line 1", DropRows(1))],
    ),
    "empty columns": (
        lambda p: rewritten(p, "leads", lambda rows: [[*row, "", ""] for row in rows]),
        [("blank_column", "p/leads.csv line 1", DropColumns(13, 2))],
    ),
    "names of rows": (
        lambda p: rewritten(p, "leads", lambda rows: [[str(n or ""), *row] for n, row in enumerate(rows)]),
        [("row_numbers", "p/leads.csv line 1", DropColumns(0))],
    ),
    "the header among the rows": (
        lambda p: rewritten(p, "leads", lambda rows: [*rows, rows[0]]),
        [("repeated_header", "p/leads.csv line 3", DropRows(1))],
    ),
    "a name in capitals": (
        lambda p: rewritten(p, "leads", with_header(lambda name: name.replace("response_id", "Response ID"))),
        [("column_spelling", "p/leads.csv line 1 column Response ID", Write("response_id", 0))],
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_table_in_another_form_is_read_and_is_a_finding_with_its_mend(name: str, seeds: Dataset) -> None:
    change, expected = FORMS[name]
    package = Package(seeds)
    change(package)
    loaded, faults = met(package)
    assert loaded.dataset == seeds
    assert [(kind, place) for kind, _, place in faults] == [(kind, place) for kind, place, _ in expected]
    assert [(one.read, one.mend) for one in loaded.faults] == [(True, mend) for _, _, mend in expected]


@pytest.mark.parametrize("change", [str.upper, spoken, lambda name: name.replace("_", "."), lambda name: f" {name} "])
def test_every_name_of_a_column_may_be_written_otherwise(change: Callable[[str], str], whole: Dataset) -> None:
    package = Package(whole)
    for path in [path for path in package.files if path.endswith(".csv") and "/" not in path and "wide" not in path]:
        rewritten(package, path.removesuffix(".csv"), with_header(change))
    loaded, faults = met(package)
    assert loaded.dataset == whole
    assert {kind for kind, _, _ in faults} == {"column_spelling"}


def test_the_right_name_of_a_column_goes_before_another_spelling(seeds: Dataset) -> None:
    package = Package(seeds)
    rewritten(package, "leads", lambda rows: [["Status", *rows[0]], *(["nil", *row] for row in rows[1:])])
    loaded, faults = met(package)
    assert [kind for kind, _, _ in faults] == ["unknown_column"]
    assert loaded.dataset == seeds


def test_columns_in_another_order_than_declared_are_a_finding_and_read(seeds: Dataset) -> None:
    package = Package(seeds)
    rewritten(package, "leads", lambda rows: [row[::-1] for row in rows])
    loaded, faults = met(package)
    assert (loaded.dataset, faults) == (seeds, [("column_order", "", "p/leads.csv line 1")])
    descriptor(
        package,
        lambda whole: next(one for one in whole["resources"] if one["name"] == "leads")["schema"]["fields"].reverse(),
    )
    assert met(package)[1] == []


def filled(word: str, *, texts: bool) -> Callable[[Rows], Rows]:
    """Every empty cell filled with a word, also those of text or not."""
    columns = {"team", "service"}

    def change(rows: Rows) -> Rows:
        header = rows[0]
        return [
            header,
            *(
                [
                    word if not cell and (texts or name not in columns) else cell
                    for name, cell in zip(header, row, strict=True)
                ]
                for row in rows[1:]
            ),
        ]

    return change


@pytest.mark.parametrize("word", ["NA", "NULL", "NaN", "#N/A"])
def test_what_a_program_writes_for_no_value_is_no_value_also_in_text(word: str, seeds: Dataset) -> None:
    package = Package(seeds)
    rewritten(package, "leads", filled(word, texts=True))
    loaded, faults = met(package)
    assert loaded.dataset == seeds
    assert {kind for kind, _, _ in faults} == {"bad_cell"}
    assert all(isinstance(one.mend, Clear) and one.mend.words == word for one in loaded.faults)
    assert len(loaded.faults) == sum(not cell for cell in Package(seeds).table("leads")[1])


def test_what_people_write_for_no_value_is_left_to_them(seeds: Dataset) -> None:
    package = Package(seeds)
    package.set("posts", 1, "annual_cost_low", "n/a")
    package.set("posts", 1, "currency", "-")
    loaded, _ = met(package)
    assert loaded.dataset is not None
    assert [(one.message, one.read, one.mend) for one in loaded.faults] == [
        ("'n/a' stands for no value", True, None),
        ("'-' stands for no value", True, None),
    ]
    assert all("let the status say why" in one.context["fix"] for one in loaded.faults)


def test_na_may_be_a_text(seeds: Dataset) -> None:
    package = Package(seeds)
    package.set("leads", 1, "team", "NA")
    loaded, faults = met(package)
    assert faults == []
    assert loaded.responses[0][1].answers[0].leads[0].team == "NA"


def test_a_bound_in_a_cell_of_a_number_says_where_it_belongs_and_is_not_guessed(whole: Dataset) -> None:
    package = Package(whole)
    package.set("counts", 1, "quantity_value", "<5")
    loaded, faults = met(package)
    assert faults[0][0] == "bad_cell"
    fix = "Leave quantity_value empty; write 4 under quantity_high, at_most under quantity_qualifier."
    assert loaded.faults[0].context["fix"] == fix
    assert not loaded.faults[0].read


def test_a_comma_too_many_is_not_read_though_an_empty_cell_falls_off_the_end(seeds: Dataset) -> None:
    package = Package(seeds)
    rewritten(package, "leads", lambda rows: [rows[0], [*rows[1][:4], "", *rows[1][4:]]])
    assert rows_of(package.files["leads.csv"])[1][-1] == ""
    loaded, faults = met(package)
    assert faults[0] == ("wrong_width", "/responses/0", "p/leads.csv row 1 line 2")
    assert [number for number, _ in loaded.responses] == [1]


def test_curly_quotes_hold_no_cell_together(seeds: Dataset) -> None:
    package = Package(seeds)
    package.files["notes.csv"] += "000-4c2c9d30c976f435,1,4,caveat,“one, two”,,\n".encode()
    faults: list[Fault] = list(met(package)[0].faults)
    assert [one.kind for one in faults] == ["wrong_width"]
    assert "curly quotes" in faults[0].message


@given(st.lists(st.sampled_from(["a,b", "c;d", "e\tf", "g|h", 'i"j', "k\nl", ""]), min_size=3, max_size=3))
def test_the_delimiter_is_that_which_gives_the_names(cells: list[str]) -> None:
    names = ["response_id", "answer_id", "item"]
    for delimiter in ",;\t|":
        text = text_of([names, cells], delimiter).decode()
        assert form_of(text, names).delimiter == delimiter
        assert rows_of(text_of(list(csv.reader(io.StringIO(text), delimiter=delimiter)))) == [names, cells]
