"""Workbooks as they are written, and as people fill them in."""

import datetime
import io
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from build_workbooks import FOLDER, faulty, values_of
from openpyxl.workbook import Workbook
from packaged import from_plain, whole_dataset
from workbooks import (
    FILLED,
    SAID,
    cell_of,
    changed,
    edited,
    filled_in,
    met,
    read,
    template,
    value_at,
    without_hash,
    written,
)

from foidata.packages import Unwritable, load, save
from foidata.packages.fieldschemas import property_schemas
from foidata.packages.table import tables_of_standard
from foidata.packages.workbook import tablepage
from foidata.packages.workbook.blank import blank
from foidata.packages.workbook.filled import filled
from foidata.packages.workbook.help import help_on
from foidata.packages.workbook.layout import DATASET, GUIDANCE, LISTS, TEXTS, sheets
from foidata.packages.workbook.texts import LONGEST, pieces
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical
from foidata.validate.validate import validate

FUNDING = "/responses/0/answers/5/funding"
LEADS = "/responses/0/answers"
MIDNIGHT = datetime.datetime(2024, 3, 12)  # noqa: DTZ001  # spreadsheets know no zones


def test_what_an_officer_fills_in_is_a_dataset_without_a_finding() -> None:
    loaded = read(filled_in())
    assert met(loaded) == []
    assert loaded.dataset is not None
    expected = Dataset.model_validate_json((FOLDER / "mended.json").read_bytes(), strict=True)
    assert canonical(without_hash(loaded.dataset)) == canonical(expected)
    report = validate(loaded)
    assert [(finding.code, str(finding.place.cell)) for finding in report.findings] == []
    assert {"FOI404", "FOI405", "FOI409"} <= {one.code for one in report.not_run}


def test_data_that_was_typed_in_has_the_workbook_for_its_source() -> None:
    data = filled_in()
    dataset = read(data, "folder/Exampleton FOI 1234.xlsx").dataset
    assert dataset is not None
    (response,) = dataset.responses
    assert response.id == "exampleton-foi-1234"
    assert (response.source.name, response.source.has_letter) == ("Exampleton FOI 1234.xlsx", False)
    assert response.source.media_type.endswith("spreadsheetml.sheet")


def test_a_template_asks_only_for_a_status_of_each_question() -> None:
    assert [place for _, _, place in met(read(template()))] == [f"answers!F{row}" for row in range(2, 10)]


def test_a_template_without_questions_lacks_nothing_but_an_answer(tmp_path: Path) -> None:
    loaded = read(blank("Title"))
    assert met(loaded) == []
    assert loaded.dataset is not None
    assert loaded.dataset.responses[0].answers == ()


def test_the_mistakes_of_the_example_are_found_where_they_are_and_mended_there() -> None:
    data = (FOLDER / "faulty.xlsx").read_bytes()
    found = sorted((one.code, f"{one.place.table}!{one.place.cell}") for one in validate(read(data)).findings)
    expected = [find.split(" ", 1) for mistake in SAID["mistakes"] for find in mistake["finds"]]
    assert found == sorted((code, cell_of(cell)) for code, cell in expected)
    mended = edited(data, {cell: value for mistake in SAID["mistakes"] for cell, value in mistake["mend"].items()})
    loaded = read(mended, "answers.xlsx")
    assert validate(loaded).findings == ()
    expected_dataset = read(filled_in()).dataset
    assert loaded.dataset is not None
    assert expected_dataset is not None
    assert without_hash(loaded.dataset) == without_hash(expected_dataset)


def test_the_example_is_as_its_script_writes_it() -> None:
    assert values_of((FOLDER / "faulty.xlsx").read_bytes()) == values_of(faulty())


@pytest.mark.parametrize(
    ("cell", "typed", "pointer", "means"),
    [
        ("responses 1 sent", datetime.date(2024, 3, 12), "/responses/0/sent", "2024-03-12"),
        ("responses 1 sent", MIDNIGHT, "/responses/0/sent", "2024-03-12"),
        ("responses 1 sent", " 12 March 2024 ", "/responses/0/sent", "2024-03-12"),
        ("dataset created", datetime.date(2024, 3, 12), "/created", "2024-03-12"),
        ("funding 1 period_label", 2022, f"{FUNDING}/0/period/kind", "calendar_year"),
        ("funding 1 period_label", "2022-23", f"{FUNDING}/0/period/start", "2022-04-01"),
        ("funding 1 amount_value", "£12,500", f"{FUNDING}/0/amount/value", 12500),
        ("funding 1 amount_value", "12500.50", f"{FUNDING}/0/amount/value", 12500.5),
        ("funding 1 amount_value", 0.1 + 0.2, f"{FUNDING}/0/amount/value", Decimal("0.3")),
        ("funding 1 amount_qualifier", "approximate", f"{FUNDING}/0/amount/qualifier", "approximate"),
        ("funding 1 answer_id", 6, f"{FUNDING}/0/status", "answered"),
        ("funding 1 answer_id", "Q6", f"{FUNDING}/0/status", "answered"),
        ("leads 3 start_year", 2016.0, f"{LEADS}/4/leads/0/start_year", 2016),
        ("leads 3 start_year", "2016", f"{LEADS}/4/leads/0/start_year", 2016),
        ("leads 1 exists", True, f"{LEADS}/0/leads/0/exists", True),
        ("leads 1 exists", "yes", f"{LEADS}/0/leads/0/exists", True),
        ("leads 1 role", "point_of_contact", f"{LEADS}/0/leads/0/role", "point_of_contact"),
        ("leads 1 role", " Point of  CONTACT", f"{LEADS}/0/leads/0/role", "point_of_contact"),
        ("leads 1 team", "  Adults\n", f"{LEADS}/0/leads/0/team", "Adults"),
        ("leads 1 team", 101, f"{LEADS}/0/leads/0/team", "101"),
        ("leads 1 team", "   ", f"{LEADS}/0/leads/0/team", None),
        ("responses 1 authority_id", "Leicester City Council", "/responses/0/authority/id", "LCE"),
        ("responses 1 legal_basis", "foia_2000; eir_2004", "/responses/0/legal_basis", ["foia_2000", "eir_2004"]),
        ("answers 3 refers_to", "Q1; 2", f"{LEADS}/2/refers_to", ["1", "2"]),
        ("training 1 formats", '["a; b"]', f"{LEADS}/6/training/0/formats", ["a; b"]),
        ("training 1 formats", "a\nb", f"{LEADS}/6/training/0/formats", ["a", "b"]),
    ],
)
def test_what_a_spreadsheet_makes_of_a_value_is_read(cell: str, typed: Any, pointer: str, means: Any) -> None:
    loaded = read(written((cell, typed)))
    assert met(loaded) == []
    assert value_at(loaded.dataset, pointer) == means


@pytest.mark.parametrize(
    ("cell", "typed", "kind", "fix"),
    [
        ("funding 1 amount_value", "=1/0", "bad_cell", "Open and save the workbook in Excel or LibreOffice, or"),
        ("funding 1 amount_value", "*", "bad_cell", "Leave Amount value empty, and let the status be Small number"),
        ("funding 1 amount_value", "about £50k", "bad_cell", "Write 50000 under Amount value, Approximate under"),
        ("funding 1 period_label", "2011-12", "bad_cell", "Write 2023/24 for the financial year"),
        ("funding 1 period_label", datetime.date(2022, 12, 1), "bad_cell", "Write 2023/24 for the financial year"),
        ("funding 1 status", "Answered in part", "enum", None),
        ("funding 1 part_of", "the first", "bad_cell", None),
        ("leads 1 team", datetime.date(2024, 3, 12), "bad_cell", "Format the cell as text, then write again"),
        ("leads 3 start_year", datetime.time(13, 5), "bad_cell", "Format the cell as text, then write again"),
        ("responses 1 sent", 45363, "bad_cell", "If 45363 stands for 12 March 2024, write 2024-03-12."),
        ("responses 1 sent", "31/02/2024", "string_pattern_mismatch", None),
        ("responses 1 authority_id", "Durham County Council", "enum", None),
        ("dataset created", "12/03/2024", "bad_cell", "Write 2024-03-12 for 12 March 2024 or 2024-12-03"),
        ("answers 1 text", "→ texts 7", "bad_cell", None),
    ],
)
def test_what_could_mean_more_than_one_thing_is_a_fault_in_its_cell(
    cell: str, typed: Any, kind: str, fix: str | None
) -> None:
    loaded = read(written((cell, typed)))
    assert [(one, place) for one, _, place in met(loaded)] == [(kind, cell_of(cell))]
    said = loaded.faults[0].context.get("fix")
    assert said is None if fix is None else said is not None and said.startswith(fix)


@pytest.mark.parametrize(
    ("formula", "cached", "found"),
    [("=1+1", 2, []), ("=Gone!A1", "#REF!", [("bad_cell", "Write the value itself, or empty the cell.")])],
)
def test_the_value_of_a_formula_is_read_and_its_error_is_a_fault(
    formula: str, cached: object, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    import xlsxwriter

    path = tmp_path / "answers.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, rows in {
            "dataset": [["Standard", "foidata-1.0"], ["Title", "Title"]],
            "responses": [["Kind", "Source name"], ["Reply"]],
            "answers": [["Id", "Question text", "Topic", "Status"], ["1", "How much?", "Money by year", "Answered"]],
            "funding": [["Answer", "Status", "Amount value"], ["1", "Answered"]],
        }.items():
            page = book.add_worksheet(name)
            for at, row in enumerate(rows):
                page.write_row(at, 0, row)
        page.write_formula("C2", formula, None, cached)
    loaded = load(path)
    assert [(fault.kind, fault.context["fix"]) for fault in loaded.faults] == found
    assert [place for _, _, place in met(loaded)] == ["funding!C2"] * len(found)
    value = value_at(loaded.dataset, "/responses/0/answers/0/funding/0/amount/value")
    assert value == (None if found else cached)


def move_columns(book: Workbook) -> None:
    page = book["funding"]
    page.move_range(f"A1:{page.cell(page.max_row, 12).coordinate}", cols=20)


def write_above(book: Workbook) -> None:
    book["funding"].insert_rows(1, 3)
    book["funding"]["A1"] = "Money, all years"


def blank_rows(book: Workbook) -> None:
    book["funding"].insert_rows(3, 2)
    book["funding"]["E3"] = "   "
    book["funding"]["E400"] = " "


def recase(book: Workbook) -> None:
    for cell in book["funding"][1]:
        cell.value = f" {str(cell.value).upper().replace(' *', '')} "
    book["funding"].title = "Funding "
    book["answers"].title = "other"
    book["other"].title = "ANSWERS"
    book["answer_parts"].title = "Answer parts"


def machine_names(book: Workbook) -> None:
    for cell, field in zip(book["funding"][1], sheets()["funding"].fields, strict=True):
        cell.value = field.name


def drop_hidden(book: Workbook) -> None:
    for name, page in ((page.title, page) for page in book):
        if name in sheets() and name != DATASET:
            for at, field in reversed(list(enumerate(sheets()[name].fields, 1))):
                if field.is_hidden and not field.name.startswith(("question_", "request_")):
                    page.delete_cols(at)


def own_sheets(book: Workbook) -> None:
    book.create_sheet("Empty")
    book.create_sheet("x-workings")["A1"] = "mine"
    book[GUIDANCE]["B40"] = "scribbled"
    del book[LISTS]


@pytest.mark.parametrize(
    "change",
    [move_columns, write_above, blank_rows, recase, machine_names, drop_hidden, own_sheets],
    ids=lambda change: change.__name__,
)
def test_what_people_do_to_sheets_changes_nothing(change: Any) -> None:
    data = filled_in()
    loaded, before = read(changed(data, change)), read(data).dataset
    assert met(loaded) == []
    assert before is not None
    assert loaded.dataset is not None
    assert canonical(without_hash(loaded.dataset)) == canonical(without_hash(before))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda book: book["funding"].__setitem__("K1", "Sum"), [("unknown_column", "funding!K1")]),
        (lambda book: book["funding"].__setitem__("K1", None), [("unknown_column", "funding!K1")]),
        (lambda book: book["funding"].__setitem__("L1", "Amount value"), [("duplicate_column", "funding!L1")]),
        (lambda book: book["funding"].__setitem__("B1", "Q"), [("missing_column", "funding!A1"), ("unknown_column", "funding!B1")]),
        (lambda book: book["funding"].delete_rows(1), [("missing_column", "funding!A1")]),
        (lambda book: book.__delitem__("answers"), [("missing_table", "None!None")]),
        (lambda book: book.__delitem__("dataset"), [("missing_table", "None!None")]),
        (lambda book: setattr(book["funding"], "title", "fundings"), [("unknown_table", "fundings!A1")]),
        (lambda book: book.copy_worksheet(book["funding"]).__setattr__("title", "Funding_"), [("duplicate_table", "Funding_!A1")]),
    ],
    ids=["renamed", "unnamed", "twice", "no key", "no header", "no answers", "no dataset", "misspelt sheet", "two sheets"],
)  # fmt: skip
def test_what_cannot_be_read_is_a_fault_at_its_place(change: Any, found: list[tuple[str, str]]) -> None:
    loaded = read(changed(filled_in(), change))
    kinds = [(kind, place) for kind, _, place in met(loaded)]
    assert sorted(one for one in kinds if one[0] != "orphan_row") == sorted(found)


def test_rows_that_a_person_adds_take_the_next_numbers() -> None:
    data = filled(from_plain(whole_dataset()).but(questionnaires=()))
    row = {"response_id": None, "answer_id": None, "item": None, "status": "Withheld"}
    at = next(at for at, one in enumerate(openpyxl_rows(data, "funding")) if one[1] is None)
    first = openpyxl_rows(data, "funding")[1]
    cells = {
        f"funding {at} {name}": value
        for name, value in (row | {"response_id": first[0], "answer_id": first[1]}).items()
    }
    before, after = read(data).dataset, read(edited(data, cells)).dataset
    assert before is not None
    assert after is not None
    old, new = (one.responses[0].answers[0].funding for one in (before, after))
    assert new[:-1] == old
    assert new[-1].status == "withheld"


def openpyxl_rows(data: bytes, sheet: str) -> list[list[Any]]:
    page = openpyxl.load_workbook(io.BytesIO(data))[sheet]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    return [*rows, [None] * len(rows[0])]


@pytest.mark.parametrize(
    "text", ["x" * 70_000, "é😀\f\r\n" * 20_000, " edges ", "→ texts 1", "\x00\ufffe_x000C_", '["a"]', '"', "=1+1"]
)
def test_a_text_that_no_cell_can_hold_survives(text: str) -> None:
    everywhere = len(text) < LONGEST
    said = from_plain(
        whole_dataset(lambda r, f, example: text if is_free(r, f) and (everywhere or f == "text") else example)
    )
    dataset, loaded = said, read(filled(said))
    assert loaded.faults == ()
    assert loaded.dataset == dataset


def is_free(record: type, field: str) -> bool:
    schema = property_schemas(record)[field]
    return schema.get("type") == "string" and not {"pattern", "enum", "const", "format"} & schema.keys()


@pytest.mark.parametrize("text", ["a", "\x00" * 20_000, "😀" * 20_000, "x" * LONGEST, "\r\n" * LONGEST])
def test_pieces_fit_a_cell_and_make_the_text(text: str) -> None:
    found = list(pieces(text))
    assert "".join(found) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= LONGEST for piece in found)


def test_a_sheet_that_cannot_hold_the_rows_is_not_written(
    monkeypatch: pytest.MonkeyPatch, seeds: Dataset, tmp_path: Path
) -> None:
    monkeypatch.setattr(tablepage, "MOST_ROWS", 3)
    with pytest.raises(Unwritable, match=r"answers: a sheet cannot hold 10 rows; write JSON or a data package\."):
        save(seeds, tmp_path / "seeds.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_every_column_of_every_table_is_on_its_sheet() -> None:
    for name, table in tables_of_standard().items():
        columns = [column.name for column in table.columns if column.derived in (None, "label")]
        fields = [field.name for field in sheets()[name].fields]
        assert sorted(fields) == sorted([*columns, *(["source_text"] if name == "responses" else [])])
        titles = [field.title for field in sheets()[name].fields]
        assert len({*titles}) == len(titles)
        assert all(sheets()[name].field(field.title) is field for field in sheets()[name].fields)


def test_no_help_is_longer_than_a_spreadsheet_takes() -> None:
    for sheet in sheets().values():
        for field in sheet.fields:
            told = help_on(field, sheet)
            assert len(told.prompt) <= 255
            assert len(told.error) <= 224
            assert told.prompt.endswith((".", "…"))


def test_headers_are_protected_and_cells_to_fill_in_are_not() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    assert book.sheetnames[:3] == [GUIDANCE, DATASET, "responses"]
    for name, sheet in sheets().items():
        page = book[name] if name in book.sheetnames else None
        if page is None:
            assert not sheet.is_filled_in
            continue
        assert page.protection.sheet
        assert page.protection.password is None
        if name == DATASET:
            assert page["A2"].protection.locked
            assert not page["B3"].protection.locked
            continue
        assert page.freeze_panes is not None
        for at, field in enumerate(sheet.fields, 1):
            cell = page.cell(1, at)
            assert (cell.value, cell.protection.locked) == (field.title, True)
            assert cell.comment is not None
            column = page.column_dimensions[cell.column_letter]
            assert not column.protection.locked if column.min == column.max == at else True


def test_a_choice_shows_the_labels_of_its_codes() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    status = cell_of("funding 1 status").split("!")[1]
    (rule,) = [one for one in book["funding"].data_validations.dataValidation if status in one.sqref]
    assert (rule.type, rule.errorStyle) == ("list", None)
    sheet, _, span = rule.formula1.partition("!")
    labels = [row[0].value for row in book[sheet][span.replace("$", "")]]
    assert labels[:3] == ["Answered", "Answered: none", "No dedicated budget, post or scheme"]
    assert "Answered in part" not in labels
    assert rule.prompt.startswith("Whether a sum is given, and if not, why.")


def test_texts_that_look_like_formulas_stay_texts() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(filled(from_plain(whole_dataset(lambda r, f, e: "=1+1" if is_free(r, f) else e))))
    )
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" and cell.value != "=1+1"] == []
    assert sum(cell.value == "=1+1" for cell in cells) > 20


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("which", ["officer", "seeds", "whole"])
def test_libreoffice_opens_and_saves_it_and_it_reads_the_same(
    which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    data = filled_in() if which == "officer" else filled(request.getfixturevalue(which))
    (tmp_path / "answers.xlsx").write_bytes(data)
    profile, out = (tmp_path / "profile").as_uri(), tmp_path / "out"
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(out),
    ]
    subprocess.run([*command, str(tmp_path / "answers.xlsx")], check=True, capture_output=True, timeout=180)
    loaded, before = load(out / "answers.xlsx"), read(data).dataset
    assert met(loaded) == []
    assert before is not None
    assert loaded.dataset is not None
    assert canonical(without_hash(loaded.dataset)) == canonical(without_hash(before))


def test_what_is_said_of_the_example_is_true() -> None:
    assert {*FILLED} >= {cell for mistake in SAID["mistakes"] for cell in mistake["mend"] if cell in FILLED}
    assert len({find for mistake in SAID["mistakes"] for find in mistake["finds"]}) == len(SAID["mistakes"])
    assert TEXTS not in values_of(template())
