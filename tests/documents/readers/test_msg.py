"""A message that Outlook saved reads like the same e-mail."""

import struct

import pytest
from compound import Tree, compound, message
from render import docx, paragraphs

from foidata.documents.document import Unreadable
from foidata.documents.outlook import unpacked
from foidata.documents.read import read_bytes

SENT = 133_547_112_000_000_000
"""12 March 2024, 10:00, as Windows counts."""


def drawn(properties: "dict[str, bytes | str | Tree]", numbers: dict[int, int] | None = None) -> str:
    return read_bytes(compound(message(properties, numbers)), "reply.msg").text


def test_the_heading_is_made_of_what_outlook_knows() -> None:
    properties: dict[str, bytes | str | Tree] = {
        "0C1A": "FOI Team",
        "5D01": "foi@exampleton.example",
        "0E04": "A Person",
        "0037": "FOI 12",
        "1000": "Dear Sir\r\n\r\nYes\r\n",
    }
    assert drawn(properties, {0x0039: SENT}) == (
        "From: FOI Team <foi@exampleton.example>\nTo: A Person\nDate: Tue, 12 Mar 2024 10:00:00 +0000\nSubject: FOI 12\n\nDear Sir\n\nYes"
    )


def test_the_heading_of_the_sent_mail_comes_first() -> None:
    headers = "From: foi@exampleton.example\r\nTo: x@example.org\r\nSubject: =?utf-8?q?Caf=C3=A9?=\r\n\r\n"
    assert drawn({"007D": headers, "0037": "other", "1000": "Yes"}) == (
        "From: foi@exampleton.example\nTo: x@example.org\nSubject: Café\n\nYes"
    )


def test_words_that_are_a_page_or_rich_text_are_drawn() -> None:
    assert drawn({"1013": "<p>£1 <b>or</b> so</p>".encode()}, {0x3FDE: 65001}) == "£1 or so"
    assert drawn({"1013": "<p>£1 or so</p>".encode("cp1252")}, {0x3FDE: 1252}) == "£1 or so"
    rich = rb"{\rtf1\ansi\ansicpg1252 {\b Dear} Sir\par \'a31}"
    stored = struct.pack("<II4sI", len(rich) + 12, len(rich), b"MELA", 0) + rich
    assert drawn({"1009": stored}) == "Dear Sir\n£1"


def test_packed_rich_text_is_unpacked_as_its_specification_shows() -> None:
    data = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(data) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@pytest.mark.parametrize("data", [b"", b"x" * 20, struct.pack("<II4sI", 0, 0, b"NONE", 0)])
def test_what_is_no_packed_rich_text_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"packed rich text|too short"):
        unpacked(data)


def test_attachments_follow_with_a_form_feed_between() -> None:
    letter = docx(paragraphs("Dear Sir"))
    picture = bytes.fromhex("89504e470d0a1a0a")
    attached: dict[str, bytes | str | Tree] = {
        "1000": "See attached",
        "__attach_version1.0_#00000000": message({"3707": "letter.docx", "3701": letter}, header=8),
        "__attach_version1.0_#00000001": message(
            {"3707": "logo.png", "370E": "image/png", "3712": "logo", "3701": picture}, header=8
        ),
        "__attach_version1.0_#00000002": message({"3707": "hidden.txt", "3701": b"hidden"}, {0x7FFE: 1}, header=8),
    }
    document = read_bytes(compound(message(attached)), "reply.msg")
    assert document.text == "Attachments: letter.docx\n\nSee attached\n\f\nDear Sir"
    assert [(part.name, document.text[part.start : part.end]) for part in document.parts] == [
        ("letter.docx", "Dear Sir")
    ]


def test_a_message_in_a_message_is_read_too() -> None:
    inner = message({"0037": "FOI 11", "1000": "The older reply"}, header=24)
    attached: dict[str, bytes | str | Tree] = {
        "1000": "Forwarded",
        "__attach_version1.0_#00000000": message({"3001": "FOI 11", "__substg1.0_3701000D": inner}, header=8),
    }
    document = read_bytes(compound(message(attached)), "reply.msg")
    assert document.text == "Attachments: FOI 11.eml\n\nForwarded\n\f\nSubject: FOI 11\n\nThe older reply"
    assert [part.name for part in document.parts] == ["FOI 11.eml"]


@pytest.mark.parametrize(
    ("stream", "reason"),
    [
        ("WordDocument", "a file of Word 97 to 2003"),
        ("EncryptedPackage", "locked with a password"),
        ("Workbook", "a spreadsheet, not a letter"),
        ("Other", "an office file of a kind that foidata does not read"),
    ],
)
def test_other_files_of_old_office_programs_say_what_to_do(stream: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"letter\.doc: {reason}"):
        read_bytes(compound({stream: b"x"}), "letter.doc")
