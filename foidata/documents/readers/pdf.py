"""PDF files: their words by place, so that lines, tables and paragraphs are as they are seen."""

from foidata.documents.file import File
from foidata.documents.readers import Content, Reader, seen

_MAGIC = b"%PDF-"
_WHERE = 1024
"""The mark of a PDF file stands among its first bytes, not always first."""


def _read(file: File) -> Content:
    from foidata.documents.pdf.apart import ask

    answer = ask(file.data)
    if "text" not in answer:
        raise file.refusal(answer["refused"])
    return Content(seen(answer["text"]))


portable = Reader(
    name="pdf",
    called="PDF",
    media_type="application/pdf",
    recognises=lambda data: _MAGIC in data[:_WHERE] and not data.startswith(b"PK"),
    read=_read,
)
