"""A zip archive reads as its files, one below the other."""

import io
import stat
import zipfile

import pytest
from render import FORMATS, packed, paragraphs

from foidata.documents.document import Unreadable, digest
from foidata.documents.file import LARGEST_EXPANSION, MOST_FILES
from foidata.documents.read import read_bytes


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, "reply.zip")
    return str(caught.value)


def test_the_files_stand_in_the_order_of_their_names() -> None:
    files = {"2 annex.csv": "Year,Spend\n", "1 letter.txt": "Dear Sir\n", "3/logo.png": b"\x89PNG\r\n\x1a\n"}
    document = read_bytes(packed(files), "reply.zip")
    assert document.text == "Dear Sir\n\f\nYear,Spend"
    assert [(part.name, part.media_type, document.text[part.start : part.end]) for part in document.parts] == [
        ("1 letter.txt", "text/plain", "Dear Sir"),
        ("2 annex.csv", "text/plain", "Year,Spend"),
        ("3/logo.png", "image/png", ""),
    ]
    assert document.parts[0].digest == digest(b"Dear Sir\n")


def test_files_of_every_format_are_read() -> None:
    letter = paragraphs("Dear Sir\n\nThe Council holds none.")
    document = read_bytes(packed({name: write(letter) for name, write in FORMATS.items()}), "reply.zip")
    read = [part for part in document.parts if "/" not in part.name]
    assert [part.name for part in read] == sorted(FORMATS)
    assert [part.name for part in read if "The Council holds none." not in document.text[part.start : part.end]] == []


def test_what_a_file_system_leaves_behind_is_not_read() -> None:
    files = {"__MACOSX/._a.txt": "x", "a/.DS_Store": "x", "Thumbs.db": "x", "a.txt": "Dear Sir", "folder/": ""}
    assert [part.name for part in read_bytes(packed(files), "reply.zip").parts] == ["a.txt"]


def test_links_are_not_followed() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert refusal(data.getvalue()) == "reply.zip: an archive without files; there is nothing to read"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\letters\\a.txt", "letters/a.txt"),
        ("a\x1b[31m.txt", "a[31m.txt"),
        ("..", "file-1"),
        ("", "file-1"),
    ],
)
def test_no_name_leads_out_of_the_archive(name: str, shown: str) -> None:
    assert [part.name for part in read_bytes(packed({name: "Dear Sir"}), "reply.zip").parts] == [shown]


def test_an_archive_that_unpacks_to_far_too_much_is_refused() -> None:
    steep = packed({"a.txt": b"a" * (8 * 2**20)})
    assert len(steep) < 20_000
    assert refusal(steep).endswith("unpacks to more than 128 MB; send the letter alone")
    flat = bytes(range(256)) * 2**14
    files = {f"{number}.bin": flat + b"\x00" * (number + 1) for number in range(LARGEST_EXPANSION // len(flat) + 1)}
    assert refusal(packed(files)).endswith("unpacks to more than 128 MB; send the letter alone")


def test_bombs_inside_archives_share_one_allowance() -> None:
    inner = packed({f"{n}.txt": bytes(range(1, 128)) * 2**15 for n in range(6)})
    outer = packed({f"{n}.zip": inner + bytes(n) for n in range(8)})
    assert len(outer) < 2**20
    assert refusal(outer).endswith("unpacks to more than 128 MB; send the letter alone")


def test_an_archive_of_very_many_files_is_refused() -> None:
    many = packed({f"{n}.txt": "x" for n in range(MOST_FILES + 1)})
    assert refusal(many) == f"reply.zip: holds more than {MOST_FILES} files; send the letter alone"
    assert refusal(packed({f"{n}.txt": "" for n in range(5001)})).endswith(
        "an archive of 5,001 files is no letter; send the letter alone"
    )


def test_archives_far_inside_each_other_are_refused() -> None:
    data = packed({"a.txt": "Dear Sir"})
    for _ in range(5):
        data = packed({"inner.zip": data})
    assert refusal(data).endswith("files more than 3 deep inside each other; take the letter out")


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(packed({"a.txt": "Dear Sir"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert refusal(bytes(data)) == "reply.zip: locked with a password; take the password off and try again"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "an archive without files; there is nothing to read"),
        ({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}, "a spreadsheet, not a letter"),
        ({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}, "a presentation, not a letter"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<x/>"},
            "an office file, not a letter",
        ),
        (
            {"a.png": b"\x89PNG\r\n\x1a\n"},
            "holds nothing that can be read; a.png: a picture; run character recognition first",
        ),
    ],
    ids=["empty", "spreadsheet", "presentation", "office", "pictures"],
)
def test_an_archive_without_a_letter_says_why(files: dict[str, str | bytes], reason: str) -> None:
    assert refusal(packed(files)).startswith(f"reply.zip: {reason}")
