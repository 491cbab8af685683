"""A mend changes what is at fault and no other byte."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from foidata.packages.csvmend import _lines, _value, mended_csv
from foidata.packages.jsontext import Scan
from foidata.packages.mended import Due, mended
from foidata.packages.mends import Clear, Delimit, DropColumns, DropRows, Recode, Write
from foidata.packages.overwrite import overwritten
from foidata.packages.place import Place, pointer_to
from foidata.packages.table import tables_of_standard

LEADS = tables_of_standard()["leads"]
HEADER = "response_id,answer_id,item,status,team\n"


def due(mend: object, line: int, column: int | None = None, table: str | None = "leads") -> Due:
    return Due(Place("leads.csv", line, column, table), mend)  # type: ignore[arg-type]


@given(st.text(st.sampled_from('ab",;\r\n é'), max_size=40), st.sampled_from(",;"))
def test_rows_are_taken_as_readers_take_them(text: str, delimiter: str) -> None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    expected, before = [], 0
    try:
        for cells in reader:
            expected.append((before + 1, cells or [""]))
            before = reader.line_num
    except csv.Error:
        return
    found = list(_lines(text, 0, 1, delimiter))
    assert [(line.number, [_value(cell) for cell in line.cells]) for line in found] == expected
    assert "".join(delimiter.join(line.cells) + line.end for line in found) == text


@given(st.text(max_size=60))
def test_a_table_without_mends_stays_as_it_is(text: str) -> None:
    assert mended_csv(text, LEADS, []) == text


def test_a_cell_is_written_and_all_else_stays() -> None:
    text = HEADER + 'a,1,1,"Not, held","x ""y"""\r\nb,1,1,nil,\n\n c ,"1",1,NIL,"two\nlines"'
    after = mended_csv(text, LEADS, [(2, Write("not_held", 3)), (5, Write("nil", 3)), (1, Write("team", 4))])
    assert after == HEADER + 'a,1,1,not_held,"x ""y"""\r\nb,1,1,nil,\n\n c ,"1",1,nil,"two\nlines"'


def test_a_row_in_which_all_cells_have_quotes_keeps_them() -> None:
    text = '"response_id","answer_id","item","status"\n"a","1","1","Not held"\n"a","1","2",\n'
    assert mended_csv(text, LEADS, [(2, Write("not_held", 3))]) == text.replace("Not held", "not_held")


def test_rows_and_columns_are_taken_away() -> None:
    text = ",response_id,answer_id,item,status,,\n1,a,1,1,nil,,\n,,,,,,\n\n2,a,1,2,nil\n"
    mends = [(3, DropRows(2)), (1, DropColumns(0)), (1, DropColumns(5, 2))]
    assert mended_csv(text, LEADS, mends) == "response_id,answer_id,item,status\na,1,1,nil\na,1,2,nil\n"


def test_words_for_no_value_are_taken_out_of_one_column() -> None:
    text = HEADER + 'a,1,1,NA,NA\na,1,2,"NA",NA\n'
    assert mended_csv(text, LEADS, [(2, Clear("NA", 3))]) == HEADER + "a,1,1,,NA\na,1,2,,NA\n"


def test_commas_are_put_between_cells_and_quotes_where_cells_hold_some() -> None:
    text = 'sep=;\nresponse_id;answer_id;item;status;team\na;1;1;nil;"x;y"\na;1;2;nil;x, y\n'
    assert mended_csv(text, LEADS, [(1, Delimit())]) == HEADER + 'a,1,1,nil,"x;y"\na,1,2,nil,"x, y"\n'


def test_a_file_keeps_its_encoding_unless_that_is_mended() -> None:
    text = HEADER + "a,1,1,Nil,Jos\u00e9\r\n"
    right = text.replace("Nil", "nil")
    write, recode = due(Write("nil", 3), 2), due(Recode(), 1)
    for encoding in ("utf-8", "cp1252", "utf-8-sig", "utf-16"):
        assert mended(text.encode(encoding), [write]).decode(encoding) == right
        assert mended(text.encode(encoding), [write]).startswith(text.encode(encoding)[:2])
        assert mended(text.encode(encoding), [write, recode]) == right.encode()
        assert mended(text.encode(encoding), [recode]) == text.encode()


def test_json_lines_are_mended_each_in_its_own_encoding() -> None:
    lines = ['{"a": "é"}'.encode(), b'{"a": "\xe9", "b": "Nil"}', '{"a": "é"}\r'.encode()]
    data = b"\n".join([*lines, b""])
    write, recode = due(Write("nil"), 2, 17, None), due(Recode(), 2, 8, None)
    assert mended(data, [write]) == data.replace(b"Nil", b"nil")
    assert mended(data, [write, recode]) == data.replace(b"Nil", b"nil").replace(b'\xe9"', '\u00e9"'.encode())


@given(st.dictionaries(st.text(max_size=3), st.text(max_size=4), min_size=1), st.data())
def test_a_text_in_json_is_written_over_whatever_is_around_it(values: dict[str, str], data: st.DataObject) -> None:
    text = json.dumps(values, ensure_ascii=data.draw(st.booleans()), indent=data.draw(st.sampled_from([None, 1])))
    key = data.draw(st.sampled_from(sorted(values)))
    new = data.draw(st.text(max_size=4))
    offsets = Scan(text, lambda _: Place("")).offsets
    assert json.loads(overwritten(text, {offsets[pointer_to(key)]: new})) == values | {key: new}
