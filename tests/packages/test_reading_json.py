import json
from typing import Any

import pytest
from packaged import SEEDS

from foidata.packages import Loaded, Unreadable, load_bytes
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical

HEADER = '"standard":"foidata-1.0","title":"Invented"'
SHA = "0" * 64


def response(name: str, **more: Any) -> str:
    source = {"name": f"{name}.txt", "media_type": "text/plain", "sha256": SHA}
    return json.dumps({"id": name, "kind": "reply", "source": source} | more)


def met(text: str | bytes, name: str = "data.json") -> tuple[Loaded, list[tuple[str, str, str]]]:
    """What was loaded, and each fault as its kind, its pointer and its place."""
    loaded = load_bytes(text if isinstance(text, bytes) else text.encode(), name)
    return loaded, [
        (fault.kind, fault.pointer, str(fault.place or loaded.place(fault.pointer))) for fault in loaded.faults
    ]


def ids(loaded: Loaded) -> list[tuple[int, str]]:
    return [(position, one.id) for position, one in loaded.responses]


def test_one_broken_response_hides_no_other() -> None:
    text = f'{{{HEADER},"responses":[\n{response("a")},\n{response("b", sent="2024-02-30")},\n{response("c")}]}}'
    loaded, faults = met(text)
    column = text.splitlines()[2].index('"2024') + 1
    assert ids(loaded) == [(0, "a"), (2, "c")]
    assert faults == [("no_such_day", "/responses/1/sent", f"data.json:3:{column}")]
    assert loaded.dataset is not None
    assert [one.id for one in loaded.dataset.responses] == ["a", "c"]


@pytest.mark.parametrize(
    ("broken", "kind", "pointer", "column"),
    [
        ('{"id":"b","id":"c"}', "duplicate_key", "/responses/0/id", 11),
        ('{"id":"b","\\u0069d":"c"}', "duplicate_key", "/responses/0/id", 11),
        ('{"id":NaN}', "not_a_number", "/responses/0/id", 7),
        ('{"id":-Infinity}', "not_a_number", "/responses/0/id", 7),
        ('{"id":"\\ud800"}', "lone_surrogate", "/responses/0/id", 7),
        ('{"id":0.12345678901234567890}', "number_digits", "/responses/0/id", 7),
        ('{"id":1e-400}', "number_digits", "/responses/0/id", 7),
        ('{"id":' + "[" * 101 + "]" * 101 + "}", "too_deep", "/responses/0", 106),
        ('{"id":' + "[" * 5000 + "]" * 5000 + "}", "too_deep", "/responses/0", 106),
        ('{"id":"b",}', "not_json", "/responses/0", 10),
        ('{"id" "b"}', "not_json", "/responses/0", 7),
        ('{"id":"b" "kind":1}', "not_json", "/responses/0", 11),
        ('{id:"b"}', "not_json", "/responses/0", 2),
        ('{"id":b}', "not_json", "/responses/0", 7),
        ('{"id":01}', "not_json", "/responses/0", 8),
        ('{"id":"\t"}', "not_json", "/responses/0", 8),
        ('{"id":"\\x"}', "not_json", "/responses/0", 8),
        ('{"id":[1,]}', "not_json", "/responses/0", 9),
        ('{"id":"b"', "not_json", "/responses/0", 10),
    ],
)
def test_what_json_forbids_is_found_in_lines_and_in_one_object_alike(
    broken: str, kind: str, pointer: str, column: int
) -> None:
    lines, faults = met(f"{{{HEADER}}}\n{broken}\n{response('z')}\n", "data.jsonl")
    assert faults[0] == (kind, pointer, f"data.jsonl:2:{column}")
    assert ids(lines) == [(1, "z")]
    one, faults = met(f'{{{HEADER},"responses":[\n{broken}]}}')
    assert faults[0] == (kind, pointer, f"data.json:2:{column}")
    assert (one.header, ids(one)) == (lines.header, [])


def test_a_pointer_leads_to_every_value_of_the_seeds() -> None:
    text = SEEDS.read_bytes()
    loaded = load_bytes(text, "seeds.json")
    lines = text.decode().splitlines()
    for pointer, value in _scalars(json.loads(text), ""):
        place = loaded.place(pointer)
        assert place.line is not None
        assert place.column is not None
        assert lines[place.line - 1][place.column - 1 :].startswith(json.dumps(value, ensure_ascii=False)), pointer


def test_a_pointer_leads_to_every_value_of_the_seeds_in_lines(seeds: Dataset) -> None:
    text = b"".join(canonical(record, line=True) for record in (seeds.header, *seeds.responses))
    loaded = load_bytes(text, "seeds.jsonl")
    lines = text.decode().split("\n")
    for pointer, value in _scalars(json.loads(SEEDS.read_bytes()), ""):
        place = loaded.place(pointer)
        assert place.line is not None
        assert place.column is not None
        assert lines[place.line - 1][place.column - 1 :].startswith(json.dumps(value, ensure_ascii=False)), pointer


def _scalars(value: Any, pointer: str) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in _scalars(one, f"{pointer}/{key}")]
    if isinstance(value, list):
        return [found for key, one in enumerate(value) for found in _scalars(one, f"{pointer}/{key}")]
    return [(pointer, value)]


def test_what_is_missing_is_placed_at_the_object_around_it() -> None:
    loaded, faults = met(f'{{{HEADER},"responses":[\n  {{"id":"a","kind":"reply"}}]}}')
    assert faults == [("missing", "/responses/0/source", "data.json:2:3")]
    assert str(loaded.place("/responses/7/id")) == "data.json:1:58"


def test_a_fault_of_the_header_leaves_the_responses() -> None:
    loaded, faults = met(f'{{{HEADER},"title":"Again","colour":1,"responses":[{response("a")}]}}')
    assert loaded.header is None
    assert loaded.dataset is None
    assert ids(loaded) == [(0, "a")]
    assert [fault[:2] for fault in faults] == [("duplicate_key", "/title"), ("extra_forbidden", "/colour")]


def test_a_dataset_that_breaks_off_keeps_what_came_before() -> None:
    loaded, faults = met(f'{{{HEADER},"responses":[{response("a")},{response("b")}')
    assert ids(loaded) == [(0, "a"), (1, "b")]
    assert loaded.header is not None
    assert [fault[0] for fault in faults] == ["not_json"]


@pytest.mark.parametrize(
    ("text", "kind", "pointer"),
    [
        (f"{{{HEADER}}}", "missing", "/responses"),
        (f'{{{HEADER},"responses":[]}}', "empty", "/responses"),
        (f'{{{HEADER},"responses":{{}}}}', "tuple_type", "/responses"),
        (f'{{{HEADER},"responses":[{response("a")}]}}'.replace("1.0", "9.0"), "wrong_version", "/standard"),
        (f'{{"title":"T","responses":[{response("a")}]}}', "undeclared_version", "/standard"),
        (f'\ufeff{{{HEADER},"responses":[{response("a")}]}}', "byte_order_mark", ""),
        (b'{"standard":"\xc3\xa9\xe9"}', "not_utf8", ""),
    ],
)
def test_a_dataset_that_is_not_whole_is_read_with_one_fault(text: str | bytes, kind: str, pointer: str) -> None:
    assert [fault[:2] for fault in met(text)[1]] == [(kind, pointer)]


def test_bytes_of_no_sure_encoding_spoil_only_their_line() -> None:
    lines = [f"{{{HEADER}}}", response("a"), response("b", licence="e"), response("c")]
    data = [line.encode() for line in lines]
    data[2] = data[2].replace(b'"e"', '"é'.encode() + b'\xe9"')
    loaded, faults = met(b"\n".join(data), "data.jsonl")
    assert ids(loaded) == [(0, "a"), (2, "c")]
    assert [fault[:2] for fault in faults] == [("not_utf8", "/responses/1")]


@pytest.mark.parametrize("name", ["data.json", "data.jsonl"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_characters_are_read_and_are_a_fault_of_the_file(encoding: str, name: str, seeds: Dataset) -> None:
    text = SEEDS.read_text("utf-8")
    if name == "data.jsonl":
        text = "".join(canonical(one, line=True).decode() for one in (seeds.header, *seeds.responses))
    loaded, faults = met(text.encode(encoding), name)
    assert (loaded.dataset, faults) == (seeds, [("not_utf8", "", f"{name}:1:1")])
    at = load_bytes(text.encode(), name).place("/responses/1/answers/0/status")
    assert loaded.place("/responses/1/answers/0/status") == at
    assert loaded.faults[0].message.startswith(f"the file is saved as {encoding.upper()[:6]}")


def test_windows_1252_is_read_where_nothing_speaks_against_it() -> None:
    text = SEEDS.read_text("utf-8").replace("\u2010", "-")
    loaded, faults = met(text.encode("cp1252"))
    line = next(number for number, line in enumerate(text.splitlines(), 1) if not line.isascii())
    assert loaded.dataset == met(text)[0].dataset
    assert [fault[:2] for fault in faults] == [("not_utf8", "")]
    assert faults[0][2].startswith(f"data.json:{line}:")


def test_blank_lines_and_crlf_are_no_responses() -> None:
    loaded, faults = met(f"{{{HEADER}}}\r\n\r\n{response('a')}\r\n\r\n", "data.jsonl")
    assert (ids(loaded), faults) == ([(0, "a")], [])
    assert str(loaded.place("/responses/0/id")) == "data.jsonl:3:8"


@pytest.mark.parametrize("name", ["-", "data.json", "data.jsonl", "data.txt"])
def test_content_counts_more_than_the_name(name: str) -> None:
    as_lines = f"{{{HEADER}}}\n{response('a')}\n"
    as_object = f'{{\n{HEADER},"responses":[{response("a")}]}}'
    assert [met(text, name)[0].format for text in (as_lines, as_object)] == ["jsonl", "json"]
    assert [met(text, name)[1] for text in (as_lines, as_object)] == [[], []]


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.json", "a.json is empty"),
        (b" \n\n", "a.json", "a.json is empty"),
        (b"PDF\0\1\2", "a.json", "binary"),
        ("{}".encode("utf-16"), "a.json", "no `standard`"),
        (b"Dear requester,", "a.txt", "foidata convert"),
        (b"[]", "a.json", "holds a list"),
        (b"{}", "a.json", "no `standard`"),
        (b'{"id":"a","source":{}}', "a.json", "put it in the `responses`"),
        (b'{"resources":[]}', "a.json", "name its folder"),
        (b"PK\x03\x04broken", "a.zip", "broken"),
    ],
)
def test_a_file_that_is_no_dataset_is_refused_in_words(data: bytes, name: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        load_bytes(data, name)


def test_a_message_names_the_codes_and_fields_that_would_be_right() -> None:
    loaded, _ = met(f'{{{HEADER},"responses":[{response("a", holding="hold", colour=1)}]}}')
    known = {fault.pointer: fault.context["known"] for fault in loaded.faults}
    assert known["/responses/0/holding"] == ("held", "partly_held", "not_held")
    assert "holding" in known["/responses/0/colour"]
    assert [fault.message for fault in loaded.faults] == [
        "'hold' is not on the list of codes for holding",
        "there is no field colour here",
    ]


def test_curly_quotes_in_the_place_of_straight_ones_are_named() -> None:
    _, faults = met('{“standard”: "foidata-1.0", "responses": []}')
    assert faults == [("not_json", "", "data.json:1:2")]
    assert "JSON has straight quotes" in met("{“standard”: 1}")[0].faults[0].message
