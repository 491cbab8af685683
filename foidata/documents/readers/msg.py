"""Messages that Outlook saved."""

import datetime
import re
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email import message_from_bytes
from email.parser import HeaderParser
from email.utils import format_datetime
from typing import TYPE_CHECKING

from foidata.documents.bundle import Enclosed
from foidata.documents.file import DEEPEST, MOST_FILES, File
from foidata.documents.message import message
from foidata.documents.outlook import unpacked
from foidata.documents.readers import Content, Reader
from foidata.documents.readers.email import header_words
from foidata.documents.readers.html import decoded, drawn
from foidata.documents.readers.rtf import words_of

if TYPE_CHECKING:
    from olefile import OleFileIO

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EMAIL = "message/rfc822"
_ATTACHED = "__attach_version1.0_"
_PROPERTIES = "__properties_version1.0"
_OTHERS = (
    ("EncryptedPackage", "locked with a password; take the password off and try again"),
    ("WordDocument", "a file of Word 97 to 2003; open it, save it as .docx or PDF and try again"),
    ("Workbook", "a spreadsheet, not a letter; save the letter as PDF, Word or plain text"),
    ("Book", "a spreadsheet, not a letter; save the letter as PDF, Word or plain text"),
    ("PowerPoint Document", "a presentation, not a letter; save the letter as PDF, Word or plain text"),
)
_HEADING = ("From", "To", "Cc", "Date", "Subject")
_SUBJECT, _HEADERS, _BODY, _HTML, _RTF = "0037", "007D", "1000", "1013", "1009"
_SENDER, _ADDRESSES, _TO, _CC = "0C1A", ("5D01", "5D02", "0C1F"), "0E04", "0E03"
_SENT, _RECEIVED, _CODEPAGE, _WEB_CODEPAGE, _UNDRAWN = 0x0039, 0x0E06, 0x3FFD, 0x3FDE, 0x7FFE
_DATA, _EMBEDDED, _NAMES, _KIND, _PLACED = "37010102", "3701000D", ("3707", "3704", "3001"), "370E", "3712"
_LONGEST_HEADERS = 20_000
_MOST_PROPERTIES = 64_000
_TICKS = 10_000_000
_FIRST = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class _Folder:
    """A message or one of its files inside the compound file."""

    ole: "OleFileIO"
    path: tuple[str, ...] = ()
    header: int = 32

    def bytes(self, name: str) -> bytes:
        """What one stream holds; nothing when it is not there."""
        path = [*self.path, name]
        if self.ole.get_type(path) != 2:
            return b""
        with closing(self.ole.openstream(path)) as stream:
            found: bytes = stream.read()
            return found

    def text(self, tag: str) -> str:
        """A property that is text."""
        wide = self.bytes(f"__substg1.0_{tag}001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        return decoded(self.bytes(f"__substg1.0_{tag}001E"), self._charset(_CODEPAGE)).rstrip("\x00")

    def number(self, tag: int) -> int | None:
        """A property that is a number."""
        properties = self.bytes(_PROPERTIES)[:_MOST_PROPERTIES]
        for place in range(self.header, len(properties) - 15, 16):
            if struct.unpack_from("<H", properties, place + 2)[0] == tag:
                value: int = struct.unpack_from("<Q", properties, place + 8)[0]
                return value
        return None

    def page(self, file: File) -> str:
        """The words as a web page, drawn."""
        data = self.bytes(f"__substg1.0_{_HTML}0102") or self.text(_HTML).encode()
        return drawn(decoded(data, self._charset(_WEB_CODEPAGE)), file) if data else ""

    def files(self) -> Iterator["_Folder"]:
        """The files that came with a message."""
        depth = len(self.path)
        names = {
            entry[depth]
            for entry in self.ole.listdir()
            if len(entry) == depth + 2 and tuple(entry[:depth]) == self.path and entry[depth].startswith(_ATTACHED)
        }
        return (_Folder(self.ole, (*self.path, name), header=8) for name in sorted(names)[: MOST_FILES + 1])

    def message(self) -> "_Folder | None":
        """The message that this file is; none when it is another file."""
        path = (*self.path, f"__substg1.0_{_EMBEDDED}")
        return _Folder(self.ole, path, header=24) if self.ole.get_type(list(path)) == 1 else None

    def _charset(self, tag: int) -> str | None:
        page = (self.number(tag) or 0) & 0xFFFFFFFF
        return {0: None, 65001: "utf-8", 28591: "cp1252", 20127: "cp1252"}.get(page, f"cp{page}")


def _read(file: File) -> Content:
    from olefile import OleFileIO

    with (
        file.refused("a damaged Outlook message; save it again from Outlook and try once more"),
        OleFileIO(file.data) as ole,
    ):
        for name, reason in _OTHERS:
            if ole.exists(name):
                raise file.refusal(reason)
        if not ole.exists(_PROPERTIES):
            raise file.refusal(
                "an office file of a kind that foidata does not read; save the letter as PDF or plain text"
            )
        mail = _Folder(ole)
        heading, words, enclosed = _heading(mail), _words(mail, file), list(_enclosed(mail, file, 0))
    return message(file, heading, words, enclosed)


def _heading(mail: _Folder) -> list[tuple[str, str]]:
    """Who wrote to whom, when, about what: as it was sent, where Outlook kept that."""
    sent = HeaderParser().parsestr(mail.text(_HEADERS)[:_LONGEST_HEADERS].lstrip())
    address = next((found for tag in _ADDRESSES if "@" in (found := mail.text(tag))), "")
    name = mail.text(_SENDER)
    own = {
        "From": f"{name} <{address}>" if name and address and name != address else name or address,
        "To": mail.text(_TO),
        "Cc": mail.text(_CC),
        "Date": _date(mail.number(_SENT) or mail.number(_RECEIVED)),
        "Subject": mail.text(_SUBJECT),
    }
    return [(name, header_words(str(sent.get(name, ""))) or own[name]) for name in _HEADING]


def _date(ticks: int | None) -> str:
    try:
        return format_datetime(_FIRST + datetime.timedelta(seconds=ticks // _TICKS)) if ticks else ""
    except OverflowError:
        return ""


def _words(mail: _Folder, file: File) -> str:
    plain = mail.text(_BODY).replace("\r\n", "\n")
    if plain.strip():
        return plain
    packed = mail.bytes(f"__substg1.0_{_RTF}0102")
    return mail.page(file) or (words_of(unpacked(packed)) if packed else "")


def _enclosed(mail: _Folder, file: File, depth: int) -> Iterator[Enclosed]:
    """The files that came with a message, without the pictures in its words."""
    for one in mail.files():
        name = next((found for tag in _NAMES if (found := one.text(tag))), "")
        kind = one.text(_KIND).lower()
        if one.number(_UNDRAWN) or (one.text(_PLACED) and kind.startswith("image/")):
            continue
        inner = one.message()
        if inner is not None and depth < DEEPEST:
            yield Enclosed(f"{name or 'message'}.eml", _as_email(inner, file, depth + 1), _EMAIL)
        else:
            yield Enclosed(name, one.bytes(f"__substg1.0_{_DATA}"), kind or "application/octet-stream")


def _as_email(mail: _Folder, file: File, depth: int) -> bytes:
    """A message inside another one, which is no file by itself, as an e-mail."""
    from email.message import EmailMessage
    from email.policy import default

    whole = EmailMessage()
    for name, value in _heading(mail):
        if value:
            whole[name] = re.sub(r"\s+", " ", value)
    whole.set_content(_words(mail, file))
    for one in _enclosed(mail, file, depth):
        if one.media_type == _EMAIL:
            whole.add_attachment(message_from_bytes(one.data, policy=default))
            continue
        main, _, kind = one.media_type.partition("/")
        plain = main in ("message", "multipart") or not kind
        whole.add_attachment(
            one.data,
            maintype="application" if plain else main,
            subtype="octet-stream" if plain else kind,
            filename=one.name,
        )
    return whole.as_bytes()


outlook = Reader(
    name="msg",
    called="Outlook message (.msg)",
    media_type="application/vnd.ms-outlook",
    recognises=lambda data: data.startswith(_MAGIC),
    read=_read,
)
