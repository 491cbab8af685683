"""Bytes become one text, or an error of one line that says what to do."""

import codecs
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidata.documents.document import Document, Unreadable, digest
from foidata.documents.opened import LARGEST_FILE, LONGEST_TEXT
from foidata.documents.read import read, read_bytes

WORDS = "Dear Sir\n\nThe Council’s budget was £1,150 – see café note.\n\nNil\n"
WELSH = "Annwyl Syr\n\nNid oes cyllideb benodol, tŷ neu ŵyl.\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001")
PICTURE = "letter.txt: a picture; run character recognition first and save the letter as PDF or plain text"
UNKNOWN = (
    "letter.txt: of no format that foidata reads, which are: e-mail (.eml), HTML, OpenDocument (.odt), Outlook message"
    " (.msg), PDF, plain text, rich text (.rtf), Word (.docx), zip; save it as one of them and try again"
)


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, "letter.txt")
    return str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
        WORDS.replace("\n", "\r\n").encode("cp1252"),
        codecs.BOM_UTF16_LE + WORDS.replace("\n", "\r\n").encode("utf-16-le"),
        unicodedata.normalize("NFD", WORDS).encode(),
    ],
    ids=[
        *("utf-8", "utf-8 mark", "utf-16 le mark", "utf-16 be mark", "utf-16 le", "utf-16 be", "windows-1252"),
        *("crlf", "cr", "windows-1252 crlf", "utf-16 crlf", "decomposed"),
    ],
)
def test_every_encoding_and_line_break_gives_the_same_text(data: bytes) -> None:
    assert read_bytes(data, "letter.txt") == Document("letter.txt", "text/plain", digest(data), "text", WORDS)


def test_the_text_is_composed() -> None:
    assert read_bytes(unicodedata.normalize("NFD", WELSH).encode(), "letter.txt").text == WELSH


def test_nothing_else_of_the_text_is_changed() -> None:
    text = "  Q1.\u00a0How much?\t\t£1\u202f000 \u200b\n \n\n\x0cPage 2\u2011end  "
    assert read_bytes(text.encode(), "letter.txt").text == text


def test_a_form_feed_stands_between_pages() -> None:
    document = read_bytes(b"one\x0ctwo\x0cthree", "letter.txt")
    assert [page.text for page in document.pages] == ["one", "two", "three"]


def test_a_file_is_read_with_its_own_name_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "FOI 123.txt"
    path.write_bytes(WORDS.encode())
    document = read(path)
    assert (document.name, document.digest) == ("FOI 123.txt", digest(WORDS.encode()))


@pytest.mark.parametrize("broken", [b"\x92", b"\xc3(", b"\xe2\x82", b"\xff"])
def test_utf8_with_a_few_broken_bytes_is_refused_rather_than_read_as_something_else(broken: bytes) -> None:
    message = refusal(WORDS.encode() + b"The Council" + broken + b"s reply\n")
    assert message == "letter.txt: line 6 is not UTF-8; save the letter as plain text in UTF-8 and try again"


def test_utf8_cut_short_within_a_character_is_refused() -> None:
    assert "line 3 is not UTF-8" in refusal(WORDS.encode()[: WORDS.encode().index(b"\xa3")])


def test_windows_1252_full_of_signs_is_still_windows_1252() -> None:
    text = "“No” – the Council’s funds: £0; a café, 20€ …\n" * 50
    assert read_bytes(text.encode("cp1252"), "letter.txt").text == text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "letter.txt: empty; there is nothing to read"),
        (b" \r\n\t\n", "letter.txt: empty; there is nothing to read"),
        (codecs.BOM_UTF8, "letter.txt: holds no words; if it is a scan, run character recognition first"),
        (
            "\u00a0\n\u2003\n".encode(),
            "letter.txt: holds no words; if it is a scan, run character recognition first",
        ),
        (PNG, PICTURE),
        (PNG + WORDS.encode() * 300, PICTURE),
        (WORDS.encode() * 300 + b"\x00\x01\x02", UNKNOWN),
        (WORDS.encode() * 300 + b"\x07", UNKNOWN),
        (
            codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00",
            "letter.txt: line 1 is not UTF-16; save the letter as plain text in UTF-8 and try again",
        ),
        (
            codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le") + b"\x00",
            "letter.txt: line 6 is not UTF-16; save the letter as plain text in UTF-8 and try again",
        ),
        (
            codecs.BOM_UTF16_LE + "Dear\x00Sir".encode("utf-16-le"),
            "letter.txt: holds NUL characters, so it is not plain text; save it as UTF-8 and try again",
        ),
        (
            b"The Council\x81s reply\n",
            "letter.txt: line 1 is not Windows-1252; save the letter as plain text in UTF-8 and try again",
        ),
        (
            b"x" * (LONGEST_TEXT + 1),
            "letter.txt: 1,000,001 characters are more than a letter; split the file",
        ),
        (b"x" * (LARGEST_FILE + 1), "letter.txt: 40 MB is more than a letter; the limit is 40 MB"),
    ],
    ids=[
        *("nothing", "white space", "only a mark", "only spaces", "picture", "picture with text", "nul at the end"),
        *("control at the end", "lone surrogate", "odd utf-16", "nul in utf-16", "no windows-1252"),
        *("too long", "too large"),
    ],
)
def test_what_is_no_letter_is_refused_in_one_line_that_says_why(data: bytes, expected: str) -> None:
    assert refusal(data) == expected


def test_a_file_far_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    with pytest.raises(Unreadable, match=r"large\.txt: 50 MB is more than a letter; the limit is 40 MB$"):
        read(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"a folder, not a letter; name the files in it, or let convert walk it$"):
        read(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"gone\.txt: no such file; check its name and folder$"):
        read(tmp_path / "gone.txt")


def test_a_file_under_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(WORDS)
    with pytest.raises(Unreadable, match=r"page\.txt: not a directory$"):
        read(tmp_path / "letter.txt" / "page.txt")


def outcome(data: bytes) -> str:
    """The text, or what the refusal says."""
    try:
        return read_bytes(data, "letter.txt").text
    except Unreadable as refused:
        return f"letter.txt refused in {len(str(refused).splitlines())} line"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_a_refusal_of_one_line(data: bytes) -> None:
    text = outcome(data)
    assert text == "letter.txt refused in 1 line" or text.strip()
    assert unicodedata.is_normalized("NFC", text)
    assert not {"\r", "\x00"} & set(text)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_every_text_in_utf8_is_read_as_it_stands(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        assert read_bytes(text.encode(), "letter.txt").text == unicodedata.normalize("NFC", text)
