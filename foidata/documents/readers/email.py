"""E-mails, as mail programs save them."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import Compat32
from typing import Any

from foidata.documents.bundle import Enclosed
from foidata.documents.file import DEEPEST, File
from foidata.documents.message import message
from foidata.documents.readers import Content, Reader
from foidata.documents.readers.html import decoded, drawn

_HEADING = ("From", "To", "Cc", "Date", "Subject")
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t\r\n]")
_ENDS = re.compile(rb"\r?\n")
_ONLY_EMAILS = re.compile(
    rb"(?:mime-version|message-id|received|return-path|delivered-to|content-type|content-transfer-encoding|x-[a-z-]+"
    rb"|dkim-signature|thread-topic|thread-index)$",
    re.IGNORECASE,
)
_ENOUGH = 2
_LONGEST_HEADER = 4_000
_MOST_BOUNDARIES = 10_000
_QUOTES = re.compile(r">*")


def _recognises(data: bytes) -> bool:
    """Whether it begins with the headers of an e-mail: letters, too, may begin with `From:` and `To:`."""
    head = data[:16_384].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if head.startswith(b"From "):
        head = head[head.find(b"\n") + 1 :]
    names: list[bytes] = []
    for line in _ENDS.split(head):
        if not line:
            break
        if line[:1] in b" \t" and names:
            continue
        found = _HEADER.match(line + b"\n")
        if not found:
            break
        names.append(found[1])
    return len(names) >= _ENOUGH and any(_ONLY_EMAILS.match(name) for name in names)


class _Policy(Compat32):
    """How headers are kept: as they are written, but no longer than a header is; parsing takes the square of it."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def _read(file: File) -> Content:
    if file.data.count(b"\n--") > _MOST_BOUNDARIES:
        raise file.refusal("an e-mail of far more parts than a letter; send the letter alone")
    with file.refused("a damaged e-mail; save it again from the mail program and try once more"):
        mail = message_from_bytes(file.data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), policy=_Policy())
        heading = [(name, _header(mail, name)) for name in _HEADING]
        words: list[str] = []
        enclosed: list[Enclosed] = []
        for part in _parts(mail):
            if _is_words(part):
                text = _words(part, file)
                words.append(text) if text.strip() else None
            elif not _is_picture_in_the_text(part):
                enclosed.append(_enclosed(part))
    return message(file, heading, "\n\n".join(one.strip("\n") for one in words), enclosed)


def _header(mail: Message, name: str) -> str:
    """A header's words; as they stand where they are coded wrongly."""
    raw: Any = next((value for key, value in mail.raw_items() if key.lower() == name.lower()), "")
    return header_words(str(raw))


def header_words(raw: str) -> str:
    """The words of a header as it is written: `=?utf-8?q?Caf=C3=A9?=` is `Café`."""
    plain = raw
    try:
        plain = raw if raw.isascii() else decoded(raw.encode("utf-8", "surrogateescape"))
        return str(make_header(decode_header(plain))) if "=?" in plain else plain
    except (HeaderParseError, LookupError, ValueError):
        return plain


def _parts(mail: Message, depth: int = 0) -> Iterator[Message]:
    """The parts that are drawn, in order: of alternatives the plain one, where it says something."""
    kind = mail.get_content_type()
    if not mail.is_multipart() or kind == "message/rfc822" or depth > 10 * DEEPEST:
        yield mail
        return
    parts = [part for part in mail.get_payload() if isinstance(part, Message)]
    if kind != "multipart/alternative":
        for part in parts:
            yield from _parts(part, depth + 1)
        return
    drawings = [list(_parts(part, depth + 1)) for part in parts]
    yield from next((one for one in drawings if _plain(one)), drawings[-1] if drawings else ())


def _plain(parts: list[Message]) -> bool:
    return any(part.get_content_type() == "text/plain" and _bytes(part).strip() for part in parts)


def _is_words(part: Message) -> bool:
    kind = part.get_content_type()
    named = part.get_content_disposition() == "attachment" or part.get_filename()
    return kind in ("text/plain", "text/html", "text/enriched") and not named


def _is_picture_in_the_text(part: Message) -> bool:
    """Whether a part is only drawn inside the words, as a logo is."""
    placed = "content-id" in part or "content-location" in part or part.get_content_disposition() == "inline"
    return part.get_content_maintype() == "image" and placed and part.get_content_disposition() != "attachment"


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _words(part: Message, file: File) -> str:
    data, charset = _bytes(part), part.get_content_charset()
    if part.get_content_type() == "text/html":
        return drawn(decoded(data, charset), file)
    text = decoded(data, charset).replace("\r\n", "\n")
    return _reflowed(text, delete=part.get_param("delsp") == "yes") if part.get_param("format") == "flowed" else text


def _reflowed(text: str, *, delete: bool) -> str:
    """Text whose lines were broken on the way, with a space at the end of each, as RFC 3676 has it."""
    lines: list[str] = []
    open_quotes: str | None = None
    for line in text.split("\n"):
        quotes = str(_QUOTES.match(line)[0])  # type: ignore[index]  # always matches
        words = line[len(quotes) :].removeprefix(" ")
        if open_quotes == quotes and words != "-- ":
            lines[-1] = (lines[-1][:-1] if delete else lines[-1]) + words
        else:
            lines.append(f"{quotes} {words}" if quotes else words)
        open_quotes = quotes if words.endswith(" ") and words != "-- " else None
    return "\n".join(line.rstrip(" ") if line != "-- " else line for line in lines)


def _enclosed(part: Message) -> Enclosed:
    """A part as a file of its own."""
    name = header_words(part.get_filename() or "")
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        mail = inner[0] if isinstance(inner, list) and inner and isinstance(inner[0], Message) else part
        subject = _header(mail, "Subject")
        return Enclosed(name or f"{subject or 'e-mail'}.eml", mail.as_bytes(), "message/rfc822")
    return Enclosed(name, _bytes(part), part.get_content_type())


mail = Reader(name="email", called="e-mail (.eml)", media_type="message/rfc822", recognises=_recognises, read=_read)
