"""An e-mail reads as it is printed, with the files that came with it below."""

from email.message import EmailMessage

import pytest
from render import archive, docx, packed, paragraphs, pdf

from foidata.documents.document import Unreadable, digest
from foidata.documents.file import DEEPEST
from foidata.documents.read import read_bytes

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001")
HEAD = (
    b"From: foi@exampleton.example\r\nDate: Tue, 12 Mar 2024 10:00:00 +0000\r\nSubject: FOI 12\r\nMIME-Version: 1.0\r\n"
)
SHOWN = "From: foi@exampleton.example\nDate: Tue, 12 Mar 2024 10:00:00 +0000\nSubject: FOI 12\n"


def mail(words: str = "Dear Sir", **headers: str) -> EmailMessage:
    found = EmailMessage()
    for name, value in ({"From": "foi@exampleton.example", "Message-ID": "<1@x.example>"} | headers).items():
        found[name] = value
    found.set_content(words)
    return found


def test_the_heading_stands_above_the_words() -> None:
    document = read_bytes(HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\nDear Sir\r\n\r\nYes\r\n", "reply.eml")
    assert (document.reader, document.media_type, document.parts) == ("email", "message/rfc822", ())
    assert document.text == f"{SHOWN}\nDear Sir\n\nYes"


@pytest.mark.parametrize(
    ("headers", "body", "expected"),
    [
        (
            b"Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n",
            b"=A31 =96 x",
            "£1 – x",
        ),
        (
            b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n",
            b"wqMxIOKAkyB4",
            "£1 – x",
        ),
        (b"Content-Type: text/plain; charset=unknown-8bit\r\n", "£1 – x".encode(), "£1 – x"),
        (b"Content-Type: text/plain\r\n", "£1 – x".encode("cp1252"), "£1 – x"),
        (b"Content-Type: text/html; charset=utf-8\r\n", "<p>£1 <b>–</b> x</p>".encode(), "£1 – x"),
        (
            b"Content-Type: text/plain; format=flowed\r\n",
            b"one \r\ntwo\r\n> a \r\n> b\r\n from\r\n-- \r\nx",
            "one two\n> a b\nfrom\n-- \nx",
        ),
        (b"Content-Type: text/plain; format=flowed; delsp=yes\r\n", b"one \r\ntwo", "onetwo"),
    ],
    ids=["quoted-printable", "base64", "unknown charset", "undeclared", "html", "flowed", "flowed without spaces"],
)
def test_the_words_are_read_as_the_mail_says(headers: bytes, body: bytes, expected: str) -> None:
    assert read_bytes(HEAD + headers + b"\r\n" + body, "reply.eml").text == f"{SHOWN}\n{expected}"


def test_of_two_forms_the_plain_one_is_read_unless_it_is_empty() -> None:
    both = mail("plain words")
    both.add_alternative("<p>web words</p>", subtype="html")
    assert read_bytes(both.as_bytes(), "reply.eml").text.endswith("\n\nplain words")
    only = mail(" \n")
    only.add_alternative("<p>web words</p>", subtype="html")
    assert read_bytes(only.as_bytes(), "reply.eml").text.endswith("\n\nweb words")


def test_coded_and_folded_headers_are_shown_plainly() -> None:
    data = HEAD.replace(b"FOI 12", b"=?utf-8?q?Caf=C3=A9?=\r\n =?utf-8?q?_12?=") + b"To: =?broken?x?=\r\n\r\nYes"
    text = read_bytes(data, "reply.eml").text
    assert "Subject: Café 12\n" in text
    assert "To: =?broken?x?=\n" in text


def test_older_mails_in_the_words_stay_there() -> None:
    words = "Yes\n\nOn 1 March 2024 A wrote:\n> 1. How many?\n\n-----Original Message-----\nFrom: x\n\nHow much?\n"
    assert read_bytes(mail(words).as_bytes(), "reply.eml").text.endswith(words.strip("\n"))


def test_attachments_follow_with_a_form_feed_between() -> None:
    found = mail("Please see attached.")
    letter, annex = docx(paragraphs("Dear Sir\n\nNone")), b"Year,Spend\n2018,0\n"
    found.add_attachment(letter, maintype="application", subtype="octet-stream", filename="letter.docx")
    found.add_attachment(PNG, maintype="image", subtype="png", filename="scan.png")
    found.add_attachment(annex, maintype="text", subtype="csv", filename="annex.csv")
    document = read_bytes(found.as_bytes(), "reply.eml")
    head, first, second = document.text.split("\n\f\n")
    assert head == "From: foi@exampleton.example\nAttachments: letter.docx, scan.png, annex.csv\n\nPlease see attached."
    assert (first, second) == ("Dear Sir\n\nNone", "Year,Spend\n2018,0")
    told = [(part.name, part.media_type, document.text[part.start : part.end], part.digest) for part in document.parts]
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert told == [
        ("letter.docx", word, first, digest(letter)),
        ("scan.png", "image/png", "", digest(PNG)),
        ("annex.csv", "text/plain", second, digest(annex)),
    ]


def test_pictures_in_the_words_and_signatures_are_no_attachments() -> None:
    found = mail("Yes")
    found.add_related(PNG, maintype="image", subtype="png", cid="<logo>")
    found.make_mixed()
    found.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    document = read_bytes(found.as_bytes(), "reply.eml")
    assert (document.text, document.parts) == ("From: foi@exampleton.example\n\nYes", ())


def test_a_mail_in_a_mail_is_read_too() -> None:
    inner = mail("The older reply", Subject="FOI 11")
    inner.add_attachment(b"annex", maintype="text", subtype="plain", filename="annex.txt")
    outer = mail("Forwarded")
    outer.add_attachment(inner)
    document = read_bytes(outer.as_bytes(), "reply.eml")
    assert [page.text.strip().splitlines()[-1] for page in document.pages] == ["Forwarded", "The older reply", "annex"]
    assert [part.name for part in document.parts] == ["FOI 11.eml", "FOI 11.eml/annex.txt"]
    assert [document.text[part.start : part.end][-5:] for part in document.parts] == ["annex", "annex"]


def test_files_too_deep_inside_each_other_are_not_read() -> None:
    found = mail("deepest")
    for number in range(DEEPEST + 2):
        outer = mail(f"level {number}")
        outer.add_attachment(found)
        found = outer
    document = read_bytes(found.as_bytes(), "reply.eml")
    assert len(document.pages) == DEEPEST + 1
    assert document.parts[-1].start == document.parts[-1].end


def test_an_archive_in_a_mail_is_read() -> None:
    found = mail("See zip")
    files = packed({"a/letter.pdf": pdf(paragraphs("Dear Sir")), "b.zip": archive(paragraphs("Yes"))})
    found.add_attachment(files, maintype="application", subtype="zip", filename="all.zip")
    document = read_bytes(found.as_bytes(), "reply.eml")
    assert [part.name for part in document.parts] == [
        *("all.zip", "all.zip/a/letter.pdf", "all.zip/b.zip", "all.zip/b.zip/reply/letter.txt")
    ]
    assert document.text.split("\n\f\n")[1:] == ["Dear Sir", "Yes"]


@pytest.mark.parametrize(
    "text", ["From: the Council\nTo: you\n\nYes", "Subject: x\n\nMessage-ID: y", "Date: 1 May\nRef: 2\nYes"]
)
def test_a_letter_that_begins_like_a_mail_is_plain_text(text: str) -> None:
    assert read_bytes(text.encode(), "letter.txt").reader == "text"


def test_a_web_archive_is_read_as_its_page() -> None:
    data = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n'
    data += b"--b\r\nContent-Type: text/html\r\n\r\n<p>Dear Sir</p>\r\n--b\r\nContent-Type: image/png\r\nContent-Location: x\r\n\r\nx\r\n--b--\r\n"
    assert read_bytes(data, "page.mht").text.split("\n\n")[-1] == "Dear Sir"


def test_a_mail_without_anything_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"reply\.eml: holds no words"):
        read_bytes(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n \r\n", "reply.eml")
