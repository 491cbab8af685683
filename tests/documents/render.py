"""One letter in every format that the readers know, as the programs write them that people use."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape as mark_up

from compound import compound, message
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph as Set
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as Grid


@dataclass(frozen=True)
class Words:
    """A paragraph; `\\n` in it is a line break."""

    text: str


@dataclass(frozen=True)
class Numbered:
    """Items that the program numbers, `1.` and so on from `start`."""

    items: tuple[str, ...]
    start: int = 1


@dataclass(frozen=True)
class Bullets:
    """Items that the program draws bullets before."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table by its rows."""

    rows: tuple[tuple[str, ...], ...]


Block = Words | Numbered | Bullets | Table
Letter = tuple[Block, ...]


def paragraphs(text: str) -> Letter:
    """A plain letter as paragraphs: blank lines stand between them."""
    return tuple(
        Words(block.strip("\n"))
        for block in re.split(r"\n[ \u00a0]*\n(?:[ \u00a0]*\n)*", text.strip("\n"))
        if block.strip()
    )


def text(letter: Letter) -> bytes:
    blocks = []
    for block in letter:
        match block:
            case Words(words):
                blocks.append(words)
            case Numbered(items, start):
                blocks.append("\n".join(f"{number}. {item}" for number, item in enumerate(items, start)))
            case Bullets(items):
                blocks.append("\n".join(f"• {item}" for item in items))
            case Table(rows):
                blocks.append("\n".join("\t".join(row) for row in rows))
    return "\n\n".join(blocks).encode()


def html(letter: Letter) -> bytes:
    def items(found: Iterable[str]) -> str:
        return "".join(f"\n  <li>{mark_up(item)}</li>" for item in found)

    blocks = []
    for block in letter:
        match block:
            case Words(words):
                blocks.append(f"<p>{mark_up(words)}</p>".replace("\n", "<br>\n"))
            case Numbered(found, start):
                blocks.append(f'<ol start="{start}">{items(found)}</ol>')
            case Bullets(found):
                blocks.append(f"<ul>{items(found)}</ul>")
            case Table(rows):
                cells = ("".join(f"<td>{mark_up(cell)}</td>" for cell in row) for row in rows)
                blocks.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    head = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>FOI</title><style>p {}</style></head>'
    return f"{head}\n<body>\n{chr(10).join(blocks)}\n</body></html>\n".encode()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACED = f'<w:styles {W}><w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults></w:styles>'
_LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, stored)
    return data.getvalue()


def word(
    body: str, numbering: str = "", styles: str = SPACED, parts: dict[str, str] | None = None, links: str = ""
) -> bytes:
    """A Word file of this body. `parts` are more parts by name, `links` more relations of the letter."""
    names = {"styles": styles, "numbering": numbering and f"<w:numbering {W}>{numbering}</w:numbering>"}
    own = {f"word/{name}.xml": content for name, content in names.items() if content}
    more = {f"word/{name}.xml": content for name, content in (parts or {}).items()}
    related = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{re.sub("[0-9]", "", name)}" Target="{name}.xml"/>'
        for name in (*(name for name in names if names[name]), *(parts or {}))
    )
    wrap = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return packed(
        {
            "[Content_Types].xml": f'{wrap}<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'{wrap}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'{wrap}<Relationships xmlns="{_PACKAGE}/relationships">{related}{links}</Relationships>',
            "word/document.xml": f"{wrap}<w:document {W} {R}><w:body>{body}</w:body></w:document>",
            **{name: wrap + content for name, content in (own | more).items()},
        }
    )


def run(words: str) -> str:
    """A run of Word."""
    pieces = (f'<w:t xml:space="preserve">{mark_up(piece)}</w:t>' for piece in words.split("\n"))
    return f"<w:r>{'<w:br/>'.join(pieces)}</w:r>"


def docx(letter: Letter) -> bytes:
    body, lists = "", ""
    for number, block in enumerate(letter, start=1):
        match block:
            case Words(words):
                body += f"<w:p>{run(words)}</w:p>"
            case Numbered(items) | Bullets(items):
                about = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr><w:spacing w:after="0"/></w:pPr>'
                body += "".join(f"<w:p>{about}{run(item)}</w:p>" for item in items)
                body = body.removesuffix("</w:p>") + "</w:p>"
                level = _LEVEL.format(*(("decimal", "%1.") if isinstance(block, Numbered) else ("bullet", "\uf0b7")))
                start = block.start if isinstance(block, Numbered) else 1
                lists = f'<w:abstractNum w:abstractNumId="{number}">{level}</w:abstractNum>' + lists
                lists += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/><w:lvlOverride w:ilvl="0">'
                lists += f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            case Table(rows):
                cells = ("".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) for row in rows)
                body += f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    return word(body, lists)


_ODF = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{whole}:1.0"'
        for name, whole in (
            *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing")),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_ODT_STYLES = (
    '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.212cm"/></style:style>'
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)


def opendocument(body: str, styles: str = _ODT_STYLES, shared: str = "") -> bytes:
    """An OpenDocument letter of this body, its own styles and those it shares."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{head}<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"{head}<office:document-styles {_ODF}>{shared}</office:document-styles>",
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:x"/>',
        }
    )


def odt(letter: Letter) -> bytes:
    def words(found: str) -> str:
        spaced = re.sub("  +", lambda run: f' <text:s text:c="{len(run[0]) - 1}"/>', mark_up(found))
        return spaced.replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")

    body = ""
    for block in letter:
        match block:
            case Words(found):
                body += f'<text:p text:style-name="P">{words(found)}</text:p>'
            case Numbered(items) | Bullets(items):
                start = block.start if isinstance(block, Numbered) else 1
                inner = "".join(f"<text:list-item><text:p>{words(item)}</text:p></text:list-item>" for item in items)
                inner = inner.replace("<text:list-item>", f'<text:list-item text:start-value="{start}">', 1)
                body += (
                    f'<text:list text:style-name="{"N" if isinstance(block, Numbered) else "B"}">{inner}</text:list>'
                )
                body += '<text:p text:style-name="P"/>'
            case Table(rows):
                cells = (
                    "".join(f"<table:table-cell><text:p>{words(cell)}</text:p></table:table-cell>" for cell in row)
                    for row in rows
                )
                lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
                body += f"<table:table>{lines}</table:table>"
    return opendocument(body)


def rtf(letter: Letter) -> bytes:
    def words(found: str) -> str:
        plain = re.sub(r"([\\{}])", r"\\\1", found).replace("\n", "\\line ").replace("\t", "\\tab ")
        return "".join(
            char if char.isascii() else f"\\u{ord(char) - (65536 if ord(char) > 32767 else 0)}?" for char in plain
        )

    body = ""
    for block in letter:
        match block:
            case Words(found):
                body += f"\\pard\\sa160 {words(found)}\\par\n"
            case Numbered(items, start):
                body += "".join(
                    f"\\pard {{\\listtext {number}.\\tab}}{words(item)}\\par\n"
                    for number, item in enumerate(items, start)
                )
                body += "\\par\n"
            case Bullets(items):
                body += (
                    "".join(f"\\pard {{\\listtext\\f1 \\'b7\\tab}}{words(item)}\\par\n" for item in items) + "\\par\n"
                )
            case Table(rows):
                for row in rows:
                    sides = "".join(f"\\cellx{2000 * (place + 1)}" for place in range(len(row)))
                    cells = "".join(f"{words(cell)}\\cell " for cell in row)
                    body += f"\\trowd{sides}\\pard\\intbl {cells}\\row\n"
                body += "\\pard\\par\n"
    fonts = "{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fnil\\fcharset2 Symbol;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}{{\\*\\generator Test;}}\n{body}}}".encode("ascii")


def pdf(letter: Letter) -> bytes:
    plain = ParagraphStyle("plain", getSampleStyleSheet()["Normal"], fontSize=10.5, leading=13, spaceAfter=8)
    item = ParagraphStyle("item", plain, leftIndent=18, spaceAfter=0)

    def marked(words: str) -> str:
        return mark_up(words).replace("\n", "<br/>").replace("\u2010", "-")

    flow = []
    for block in letter:
        match block:
            case Words(words):
                flow.append(Set(marked(words), plain))
            case Numbered(items, start):
                flow += [Set(marked(words), item, bulletText=f"{number}.") for number, words in enumerate(items, start)]
                flow.append(Set("", plain))
            case Bullets(items):
                flow += [Set(marked(words), item, bulletText="•") for words in items]
                flow.append(Set("", plain))
            case Table(rows):
                cells = [[Set(marked(cell), item) for cell in row] for row in rows]
                flow.append(Grid(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)], spaceAfter=8))
    data = io.BytesIO()
    SimpleDocTemplate(data, invariant=True).build(flow)
    return data.getvalue()


def email(letter: Letter, *, only_html: bool = False) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "foi@exampleton.example", "request-1@example.org"
    mail["Date"], mail["Subject"] = "Tue, 12 Mar 2024 10:00:00 +0000", "FOI request"
    mail["Message-ID"], mail["MIME-Version"] = "<1@exampleton.example>", "1.0"
    if only_html:
        mail.set_content(html(letter).decode(), subtype="html")
    else:
        mail.set_content(text(letter).decode(), cte="quoted-printable")
        mail.add_alternative(html(letter).decode(), subtype="html")
    return mail.as_bytes()


def msg(letter: Letter) -> bytes:
    body = text(letter).decode().replace("\n", "\r\n")
    return compound(
        message({"0037": "FOI request", "0C1A": "FOI Team", "5D01": "foi@exampleton.example", "1000": body})
    )


def archive(letter: Letter) -> bytes:
    return packed({"reply/letter.txt": text(letter)})


FORMATS: dict[str, Callable[[Letter], bytes]] = {
    "text": text,
    "html": html,
    "docx": docx,
    "odt": odt,
    "rtf": rtf,
    "pdf": pdf,
    "email": email,
    "msg": msg,
    "zip": archive,
}
"""Every format by its reader's name."""
