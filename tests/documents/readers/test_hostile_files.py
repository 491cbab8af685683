"""A damaged file of any format is read as far as it goes or refused in one line: nothing else ever happens."""

import io
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render import FORMATS, Bullets, Numbered, Table, Words, docx, odt, packed

from foidata.documents.document import Unreadable
from foidata.documents.read import read_bytes

LETTER = (
    Words("Exampleton Borough Council\nFOI 12 – “reply”"),
    Numbered(("How much?", "Why?")),
    Bullets(("one", "two")),
    Table((("Year", "£"), ("2018", "1"))),
    Words("You may re-use the information. " * 12),
)
FILES = {name: write(LETTER) for name, write in FORMATS.items()}
ZIPPED = {"docx": ("word/document.xml", docx), "odt": ("content.xml", odt)}


def check(data: bytes) -> None:
    """Read some bytes: a text in the one form that all readers give, or a refusal of one line."""
    document, reason = None, ""
    try:
        document = read_bytes(data, "letter")
    except Unreadable as refused:
        reason = str(refused)
    if document is None:
        assert reason.startswith("letter: ")
        assert len(reason.splitlines()) == 1
        return
    assert document.text.strip()
    assert unicodedata.is_normalized("NFC", document.text)
    assert not {"\r", "\x00"} & set(document.text)
    assert document.text.encode()
    for part in document.parts:
        assert 0 <= part.start <= part.end <= len(document.text)
        assert part.name


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("tenths", range(1, 10))
def test_a_file_cut_short_is_read_or_refused(format_: str, tenths: int) -> None:
    check(FILES[format_][: len(FILES[format_]) * tenths // 10])


@pytest.mark.parametrize("format_", FORMATS)
@settings(max_examples=60)
@given(st.data())
def test_a_file_with_other_bytes_in_it_is_read_or_refused(format_: str, data: st.DataObject) -> None:
    damaged = bytearray(FILES[format_])
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(damaged))


@pytest.mark.parametrize("format_", FORMATS)
@settings(max_examples=30)
@given(st.data())
def test_a_file_with_a_piece_missing_or_twice_is_read_or_refused(format_: str, data: st.DataObject) -> None:
    whole = FILES[format_]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    check(whole[:start] + whole[end:])
    check(whole[:end] + whole[start:])


@pytest.mark.parametrize("format_", ZIPPED)
@settings(max_examples=60)
@given(st.data())
def test_damaged_markup_in_a_whole_archive_is_read_or_refused(format_: str, data: st.DataObject) -> None:
    name, write = ZIPPED[format_]
    with zipfile.ZipFile(io.BytesIO(write(LETTER))) as archive:
        files: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    markup = bytearray(files[name])  # type: ignore[arg-type]
    for _ in range(data.draw(st.integers(1, 4))):
        markup[data.draw(st.integers(0, len(markup) - 1))] = data.draw(st.sampled_from(b'<>/"=: aw09&;'))
    check(packed(files | {name: bytes(markup)}))


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("kind", [ENTITIES, OUTSIDE, "<!DOCTYPE d>"], ids=["entities", "outside", "bare"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("format_", ZIPPED)
def test_a_document_type_in_an_office_file_is_refused(format_: str, encoding: str, kind: str) -> None:
    name, write = ZIPPED[format_]
    with zipfile.ZipFile(io.BytesIO(write(LETTER))) as archive:
        files: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    markup = bytes(files[name]).decode() if isinstance(files[name], bytes) else ""
    head, _, body = markup.partition("\n")
    files[name] = (
        f"{head.replace('UTF-8', encoding)}{kind}{body.replace('How much?', '&b;' if 'b' in kind else '&a;')}".encode(
            encoding
        )
    )
    with pytest.raises(Unreadable, match=f"letter: {name} in it (declares a document type|is damaged)"):
        read_bytes(packed(files), "letter")


@pytest.mark.parametrize("depth", [100, 250, 2_000])
def test_markup_however_deep_is_read_or_refused(depth: int) -> None:
    name, write = ZIPPED["docx"]
    with zipfile.ZipFile(io.BytesIO(write(LETTER))) as archive:
        files: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    markup = bytes(files[name]).decode() if isinstance(files[name], bytes) else ""
    deep = "<w:sdt><w:sdtContent>" * (depth // 2)
    files[name] = markup.replace("<w:body>", f"<w:body>{deep}").replace(
        "</w:body>", f"{deep[::-1] and '</w:sdtContent></w:sdt>' * (depth // 2)}</w:body>"
    )
    check(packed(files))
