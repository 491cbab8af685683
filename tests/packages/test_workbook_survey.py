"""Workbooks that somebody made to do harm, or that are broken."""

import io
import re
import time
import zipfile
from collections.abc import Callable

import pytest
from workbooks import filled_in, parts_of, read, template

from foidata.packages import Unreadable, load_bytes
from foidata.packages.workbook import survey

FUNDING = "xl/worksheets/sheet8.xml"
CELLS = b"</sheetData>"


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def with_row(row: bytes) -> bytes:
    """The template with one more row on a sheet."""
    parts = parts_of(template())
    assert b"<f>" not in parts[FUNDING]
    parts[FUNDING] = parts[FUNDING].replace(CELLS, row + CELLS)
    return packed(parts)


def test_the_sheet_that_is_broken_here_is_that_of_the_funding() -> None:
    loaded = read(with_row(b'<row r="2"><c r="B2" t="inlineStr"><is><t>99</t></is></c></row>'))
    assert [str(fault.place) for fault in loaded.faults if fault.kind == "orphan_row"] == ["answers.xlsx funding!B2"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "reaches over 1,048,576 rows and 16,384 columns"),
        (b'<row r="2"><c><v>1</v></c></row>', "has cells without their place"),
        (b'<row r="2"><c x=">" r="XFD1048576"><v>1</v></c></row>', "has cells without their place"),
    ],
)
def test_cells_that_would_fill_the_memory_are_refused(row: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(with_row(row))


def test_a_far_cell_that_holds_nothing_does_no_harm() -> None:
    loaded = read(with_row(b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'))
    assert {fault.kind for fault in loaded.faults} == {"missing"}


def test_one_text_said_a_million_times_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "MOST_TEXT", 1_000_000)
    parts = parts_of(template())
    said = parts["xl/sharedStrings.xml"]
    count = len(re.findall(rb"<si>", said))
    parts["xl/sharedStrings.xml"] = said.replace(b"</sst>", b"<si><t>" + b"x" * 30_000 + b"</t></si></sst>")
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>' % (row, row, count) for row in range(2, 40))
    parts[FUNDING] = parts[FUNDING].replace(CELLS, rows + CELLS)
    with pytest.raises(Unreadable, match=r"answers\.xlsx: the sheet funding holds more than 1,000,000 characters"):
        read(packed(parts))


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "LARGEST", 100_000)
    with pytest.raises(Unreadable, match="is larger than 0 MiB when unpacked: use JSON or a data package"):
        read(template())


def test_a_size_that_is_a_lie_is_seen() -> None:
    data = bytearray(template())
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/sharedStrings.xml"))
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Unreadable, match="is a broken workbook"):
        read(bytes(data))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda parts: parts.pop("xl/_rels/workbook.xml.rels"), "broken workbook|no dataset"),
        (lambda parts: parts.update({"xl/workbook.xml": b"<workbook"}), "damaged"),
        (lambda parts: parts.update({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "document type"),
        (lambda parts: parts.update({FUNDING: parts[FUNDING].decode().encode("utf-16")}), "not written in UTF-8"),
        (lambda parts: parts.update({"xl/sharedStrings.xml": b"<sst"}), "broken workbook"),
    ],
    ids=["no relations", "cut short", "entities", "UTF-16", "no strings"],
)
def test_broken_parts_are_refused_in_one_line(change: Callable[[dict[str, bytes]], object], says: str) -> None:
    parts = parts_of(template())
    change(parts)
    with pytest.raises(Unreadable, match=says) as error:
        read(packed(parts))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"xl/workbook.bin": b""}, "is a binary workbook: save it as an Excel workbook, .xlsx"),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""},
            "is an OpenDocument file: save it as an Excel workbook, .xlsx",
        ),
        ({"word/document.xml": b""}, "is a ZIP archive, but no data package"),
    ],
)
def test_other_files_say_what_they_are(parts: dict[str, bytes], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        load_bytes(packed(parts), "answers.xlsx")


def test_an_old_or_locked_workbook_says_what_to_do() -> None:
    with pytest.raises(Unreadable, match="is locked with a password, or of old Excel: save it as .xlsx without a"):
        load_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "answers.xls")


def test_any_other_workbook_is_no_dataset() -> None:
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("Sheet1").write(0, 0, "x")
    with pytest.raises(Unreadable, match="is a workbook, but no dataset: make one to fill in with `foidata template`"):
        load_bytes(made.getvalue(), "other.xlsx")


def test_a_workbook_is_known_by_its_content() -> None:
    loaded = load_bytes(filled_in(), "answers.json")
    assert (loaded.format, loaded.faults) == ("xlsx", ())


def test_a_sheet_full_of_rows_is_looked_over_in_seconds() -> None:
    rows = b"".join(
        b'<row r="%d">%s</row>' % (row, b"".join(b'<c r="%c%d"><v>1</v></c>' % (letter, row) for letter in b"CDEFGHIJ"))
        for row in range(2, 20_000)
    )
    data, start = with_row(rows), time.perf_counter()
    survey.survey(data, "answers.xlsx")
    assert time.perf_counter() - start < 5
