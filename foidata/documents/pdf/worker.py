"""The process that takes PDF files apart: a file made to hang or to fill the memory ends it, not foidata.

Each file comes as its size, eight bytes, and its bytes; each answer goes back in the same way, as JSON with `text` or
`refused`.
"""

import json
import os
import struct
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from foidata.documents.pdf.layout import text
from foidata.documents.pdf.words import Drawn, drawn

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

SIZE = struct.Struct("<Q")
SECONDS = 30
"""What a file may take: a letter takes some thousandths, 500 pages a few."""
MEMORY = 2 * 2**30
"""Bytes."""
TOO_LONG = 3
"""How the process ends when a file takes longer."""
MOST_PAGES = 500
MOST_WORDS = 400_000


def reading(data: bytes) -> dict[str, str]:
    """The text of a PDF file, or why there is none."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower() and b"/Encrypt" in data:
            return {"refused": "locked with a password; print it to a PDF without one and try again"}
        return {"refused": "a damaged PDF file, perhaps cut short; get it again"}
    try:
        return _reading(document)
    except Exception:  # noqa: BLE001  # pdfium fails in many ways on damaged pages
        return {"refused": "a damaged PDF file; print it to a new PDF and try again"}
    finally:
        document.close()


def _reading(document: "PdfDocument") -> dict[str, str]:
    pages = len(document)
    if pages > MOST_PAGES:
        return {"refused": f"{pages:,} pages are more than a letter; the limit is {MOST_PAGES}"}
    found: list[Drawn] = []
    left = MOST_WORDS
    for number in range(pages):
        found.append(drawn(document, number))
        left -= len(found[-1].words)
        if left < 0:
            return {"refused": "far more words than a letter; split the file"}
    if not any(page.words or page.turned for page in found):
        return {"refused": "scanned pages without text; run character recognition first"}
    return {"text": text(found)}


def serve() -> None:
    """Answer until there is nothing more to read."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    questions, replies = sys.stdin.buffer, sys.stdout.buffer
    while head := questions.read(SIZE.size):
        data = questions.read(SIZE.unpack(head)[0])
        clock = threading.Timer(SECONDS, os._exit, (TOO_LONG,))
        clock.daemon = True
        clock.start()
        answer = json.dumps(reading(data)).encode()
        clock.cancel()
        replies.write(SIZE.pack(len(answer)) + answer)
        replies.flush()
