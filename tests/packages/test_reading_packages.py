import json
from collections.abc import Callable

import pytest
from packaged import Package, descriptor, met, numbers, zipped

from foidata.packages import load_bytes
from foidata.packages.table import tables_of_standard
from foidata.standard.dataset import Dataset
from foidata.standard.json import plain

FIRST = "000-4c2c9d30c976f435"
SECOND = "001-283c351fd9f01035"


POST = "/responses/0/answers/0/posts/0"
CELLS = [
    ("posts 1 annual_cost_value", "50k or so", "bad_cell", f"{POST}/annual_cost/value"),
    ("posts 1 annual_cost_value", "1.2E+07", "bad_cell", f"{POST}/annual_cost/value"),
    ("evidence 1 end", "74 75", "bad_cell", "/responses/0/evidence/0/end"),
    ("posts 1 annual_cost_value", "0.12345678901234567", "number_digits", f"{POST}/annual_cost/value"),
    ("posts 1 annual_cost_value", "", "required_if", f"{POST}/annual_cost/value"),
    ("posts 1 annual_cost_low", "5", "forbidden_if", f"{POST}/annual_cost/low"),
    ("posts 1 period_kind", "decade", "enum", f"{POST}/period/kind"),
    ("evidence 1 of", '["legal basis"]', "string_pattern_mismatch", "/responses/0/evidence/0/of/0"),
    ("evidence 1 of", "[]", "empty", "/responses/0/evidence/0/of"),
    (
        "answers 6 question_periods_asked",
        '[{"kind":"month","kind":"date"}]',
        "duplicate_key",
        "/responses/0/answers/5/question/periods_asked",
    ),
    ("answers 2 status", "unknown", "enum", "/responses/0/answers/1/status"),
    ("answers 2 status", "", "missing", "/responses/0/answers/1/status"),
    ("responses 1 kind", "letter", "enum", "/responses/0/kind"),
    ("responses 1 sent", "12/03/2024", "string_pattern_mismatch", "/responses/0/sent"),
    ("responses 1 sent", "2024-02-30", "no_such_day", "/responses/0/sent"),
    ("questions 1 topic", "leads", "enum", "/questionnaires/0/questions/0/topic"),
    ("questionnaires 1 title", "", "missing", "/questionnaires/0/title"),
]


@pytest.mark.parametrize(("where", "cell", "kind", "pointer"), CELLS)
def test_a_wrong_cell_is_one_fault_at_its_place(where: str, cell: str, kind: str, pointer: str, seeds: Dataset) -> None:
    table, row, column = where.split()
    package = Package(seeds)
    package.set(table, int(row), column, cell)
    line = 2 + sum("".join(before).count("\n") + 1 for before in package.table(table)[1 : int(row)])
    loaded, faults = met(package)
    assert faults == [(kind, pointer, f"p/{table}.csv row {row} line {line} column {column}")]
    assert numbers(loaded) == ([1] if pointer.startswith("/responses") else [0, 1])
    assert (loaded.header is None) == pointer.startswith("/questionnaires")


def column(package: Package, table: str, name: str, new: str) -> None:
    rows = package.table(table)
    rows[0][rows[0].index(name)] = new
    package.put(table, rows)


def end(package: Package, table: str, text: bytes) -> None:
    package.files[f"{table}.csv"] += text


BROKEN: dict[str, tuple[Callable[[Package], object], list[tuple[str, str, str]], list[int]]] = {
    "a fact of no response": (
        lambda p: p.repeat("leads", 1, response_id="nobody"),
        [("orphan_row", "", "p/leads.csv row 2 line 3 column response_id")],
        [0, 1],
    ),
    "a fact of no answer": (
        lambda p: p.repeat("notes", 1, answer_id="99"),
        [("orphan_row", "/responses/0", "p/notes.csv row 4 line 5 column answer_id")],
        [1],
    ),
    "words about no item": (
        lambda p: p.repeat("evidence", 1, about="leads", answer_id="1", item="7"),
        [("orphan_row", "/responses/0", "p/evidence.csv row 77 line 109 column item")],
        [1],
    ),
    "words about nothing known": (
        lambda p: p.set("evidence", 1, "about", "letter"),
        [("enum", "/responses/0", "p/evidence.csv row 1 line 2 column about")],
        [1],
    ),
    "a question of no questionnaire": (
        lambda p: p.set("questions", 1, "questionnaire_id", "nobody"),
        [("orphan_row", "/questionnaires", "p/questions.csv row 1 line 2 column questionnaire_id")],
        [0, 1],
    ),
    "an empty key": (
        lambda p: p.repeat("doubts", 1, response_id=""),
        [("missing_key", "", "p/doubts.csv row 2 line 3 column response_id")],
        [0, 1],
    ),
    "no item": (
        lambda p: p.repeat("notes", 1, item=""),
        [("missing_key", "/responses/0", "p/notes.csv row 4 line 5 column item")],
        [1],
    ),
    "an item that is no number": (
        lambda p: p.repeat("notes", 1, item="2nd"),
        [("bad_cell", "/responses/0", "p/notes.csv row 4 line 5 column item")],
        [1],
    ),
    "a second response of the same id": (
        lambda p: p.repeat("responses", 1, position="3"),
        [("duplicate_row", "/responses/0", "p/responses.csv row 3 line 4 column id")],
        [1],
    ),
    "a second answer of the same id": (
        lambda p: p.repeat("answers", 9, position="3"),
        [("duplicate_row", "/responses/1", "p/answers.csv row 11 line 36 column id")],
        [0],
    ),
    "two answers at one position": (
        lambda p: p.set("answers", 10, "position", "1"),
        [("duplicate_position", "/responses/1", "p/answers.csv row 10 line 35 column position")],
        [0],
    ),
    "an item that others may point at is gone": (
        lambda p: p.repeat("notes", 1, item="3"),
        [("position_gap", "/responses/0", "p/notes.csv row 4 line 5 column item")],
        [1],
    ),
    "a column of another name": (
        lambda p: column(p, "posts", "purpose", "why"),
        [("unknown_column", "", "p/posts.csv line 1 column why")],
        [0, 1],
    ),
    "a column twice": (
        lambda p: column(p, "posts", "purpose", "title"),
        [("duplicate_column", "", "p/posts.csv line 1 column title")],
        [0, 1],
    ),
    "no key column": (
        lambda p: column(p, "notes", "item", "kind"),
        [
            ("duplicate_column", "", "p/notes.csv line 1 column kind"),
            ("missing_column", "", "p/notes.csv line 1 column item"),
        ],
        [],
    ),
    "a row that is too short": (
        lambda p: end(p, "leads", b"a,b\n"),
        [("wrong_width", "", "p/leads.csv row 2 line 3")],
        [0, 1],
    ),
    "quotes that do not close": (
        lambda p: end(p, "leads", b'"a\nb\n'),
        [("not_csv", "", "p/leads.csv line 4")],
        [],
    ),
    "an empty file": (lambda p: p.files.update({"leads.csv": b""}), [("not_csv", "", "p/leads.csv line 1")], []),
    "bytes that are not UTF-8": (
        lambda p: end(p, "leads", b"a\xc3\xa9\xe9"),
        [("not_utf8", "", "p/leads.csv:3:3")],
        [],
    ),
    "a file that is gone": (
        lambda p: p.files.pop("leads.csv"),
        [("missing_table", "", "p/datapackage.json:704:15")],
        [],
    ),
    "a table that is not listed": (
        lambda p: descriptor(p, lambda whole: whole["resources"].pop(2)),
        [("unlisted_table", "", "p/datapackage.json:1:209")],
        [],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_package_has_exactly_these_faults(name: str, seeds: Dataset) -> None:
    package = Package(seeds)
    breaks, expected, left = BROKEN[name]
    breaks(package)
    loaded, faults = met(package)
    assert faults == expected
    assert numbers(loaded) == left


def test_a_pointer_leads_to_every_cell_text_and_header_field(whole: Dataset) -> None:
    package = Package(whole)
    loaded = load_bytes(zipped(package.files), "p")
    for pointer, value in scalars(plain(whole), ""):
        place = loaded.place(pointer)
        path = place.file.removeprefix("p/")
        if place.table is None:
            text = package.files[path].decode()
            line = text.split("\n")[(place.line or 1) - 1].strip().rstrip(",")
            assert text == value or line.endswith(json.dumps(value)), pointer
            continue
        rows = package.table(place.table)
        assert place.row is not None
        assert place.field is not None
        cell = rows[place.row][rows[0].index(place.field)]
        array = tables_of_standard()[place.table].columns[rows[0].index(place.field)].type == "array"
        assert as_cell(value) in cell if array else cell == as_cell(value), pointer


def scalars(value: object, pointer: str) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in scalars(one, f"{pointer}/{key}")]
    if isinstance(value, list):
        return [found for key, one in enumerate(value) for found in scalars(one, f"{pointer}/{key}")]
    return [(pointer, value)]


def as_cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_derived_cells_may_be_empty_but_not_differ(seeds: Dataset) -> None:
    package = Package(seeds)
    package.set("posts", 1, "period_label", "")
    assert met(package)[1] == []
    package.set("posts", 1, "period_label", "2019/20")
    package.set("posts", 2, "period_last_day", "2023-03-31")
    loaded, faults = met(package)
    assert faults == [
        ("derived_differs", "/responses/0/answers/0/posts/0/period", "p/posts.csv row 1 line 2 column period_label"),
        ("derived_differs", "/responses/0/answers/4/posts/0/period", "p/posts.csv row 2 line 3 column period_last_day"),
    ]
    assert loaded.dataset == seeds


def test_columns_that_may_be_empty_may_be_left_out(seeds: Dataset) -> None:
    package = Package(seeds)
    rows = package.table("leads")
    empty = {name for name in rows[0] if not any(row[rows[0].index(name)] for row in rows[1:])}
    package.put("leads", [[cell for name, cell in zip(rows[0], row, strict=True) if name not in empty] for row in rows])
    assert {"role", "fte"} < empty
    loaded, faults = met(package)
    assert (faults, loaded.dataset) == ([], seeds)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_table_and_a_letter_in_another_encoding_are_read(encoding: str, seeds: Dataset) -> None:
    package = Package(seeds)
    for path in ("posts.csv", f"texts/{FIRST}.txt"):
        package.files[path] = package.files[path].decode().encode(encoding)
    loaded, faults = met(package)
    assert loaded.dataset == seeds
    assert [fault[:2] for fault in faults] == [("not_utf8", ""), ("not_utf8", "/responses/0/source/text")]


def test_the_text_of_a_letter_is_read_byte_for_byte_or_not_at_all(seeds: Dataset) -> None:
    package = Package(seeds)
    package.files[f"texts/{FIRST}.txt"] = b"\xc3\xa9\xe9"
    package.files["texts/nobody.txt"] = b"A letter."
    loaded, faults = met(package)
    assert faults == [
        ("not_utf8", "/responses/0/source/text", f"p/texts/{FIRST}.txt:1:2"),
        ("orphan_text", "", "p/texts/nobody.txt"),
    ]
    assert numbers(loaded) == [1]


def test_a_list_in_a_cell_may_hold_anything(seeds: Dataset) -> None:
    package = Package(seeds)
    package.set("evidence", 1, "of", f'[9{"0" * 30},{{"a":[null]}}]')
    loaded, _ = met(package)
    assert [(fault.kind, fault.pointer) for fault in loaded.faults] == [
        ("string_type", "/responses/0/evidence/0/of/0"),
        ("string_type", "/responses/0/evidence/0/of/1"),
    ]
