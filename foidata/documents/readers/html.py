"""Web pages, drawn as a browser draws them: blocks, lists, tables; what it hides stays out."""

import codecs
import re
from typing import TYPE_CHECKING

from foidata.documents.file import File
from foidata.documents.labels import WEB, bullet, raised
from foidata.documents.links import shown, target
from foidata.documents.readers import Content, Reader, seen
from foidata.documents.sheet import Sheet

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode as Node

MOST_TAGS = 50_000
"""Parsing takes time with the square of the depth; no letter is made of so many."""
MOST_ATTRIBUTES = 500

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_START = re.compile(
    r"\s*(?:(?:<\?xml[^>]*>|<!--(?:(?!-->).)*-->)\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|style|link|div|p|table|main"
    r"|article|section|header|h[1-6]|ul|ol|dl|span|font|center|blockquote|br|b|strong|a)(?:\s[^<>]*)?/?>)",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{5000,}")
_RAISED = re.compile(r"\s*[0-9]{1,3}\s*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")

_WHITE = re.compile(r"[ \t\n\r\f]+")
_BARE = frozenset(
    "head script style template noscript svg iframe object audio video canvas select datalist input img".split()
)
_GAPS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr fieldset".split())
_LINES = frozenset(
    "html body div section article header footer main nav aside li dt dd address form figcaption caption legend details"
    " summary center dir menu tr option".split()
)
_CHROME = frozenset(("nav", "header", "footer"))
_HIDDEN = re.compile(r"display:none|visibility:hidden|mso-hide:all")
_MARGIN = re.compile(r"(?<![\w-])margin:([^;]+)")
_BELOW = re.compile(r"margin-bottom:([^;]+)")


def drawn(html: str, file: File) -> str:
    """What a browser draws of a page. Raises Unreadable when the page is made to stall it."""
    from selectolax.lexbor import LexborHTMLParser

    if html.count("<") > MOST_TAGS or any(_many_attributes(found[0]) for found in _LONG_TAG.finditer(html)):
        raise file.refusal("a page far larger than a letter; save the part with the letter as PDF or plain text")
    with file.refused("a damaged page; save it again from the browser"):
        root = LexborHTMLParser(html.replace("\x00", ""), scripting=True).root
        return "" if root is None else _Page(root, html).text


def _many_attributes(tag: str) -> bool:
    return len(_QUOTED.sub("", tag).split()) > MOST_ATTRIBUTES


class _Page:
    """A page on its way to the sheet."""

    def __init__(self, root: "Node", html: str) -> None:
        self.sheet = Sheet()
        self.base = _base(root, html)
        self.space = False
        self.chrome = 0
        self.preserved = 0
        self.lists: list[_List] = []
        self.tables: list[_Table] = []
        self.links: list[tuple[int, str | None]] = []
        self._walk(root)
        self.text = seen(self.sheet.text)

    def _walk(self, root: "Node") -> None:
        """Enter and leave every node in order; without recursion, since pages may be deep."""
        node: Node | None = root
        while node is not None:
            child = node.first_child if self._enter(node) else None
            while child is None:
                self._leave(node)
                child = node.next if node.parent is not None else None
                if child is None:
                    parent = node.parent
                    if parent is None or node.mem_id == root.mem_id or not parent.is_element_node:
                        return
                    node = parent
            node = child

    def _enter(self, node: "Node") -> bool:
        """Draw how a node begins; whether what stands in it is drawn too."""
        if node.is_text_node:
            self._flow(node.text_content or "")
            return False
        tag = node.tag or ""
        if tag in _BARE or not node.is_element_node or _hidden(node):
            return False
        if tag == "sup" and _digits(node):
            self._raise(node)
            return False
        self._begin(node, tag)
        self.chrome += tag in _CHROME
        self._block(node, tag)
        if tag == "li":
            self._item(node)
        elif tag == "tr" and self.tables:
            self.tables[-1].row()
        return True

    def _begin(self, node: "Node", tag: str) -> None:
        match tag:
            case "br":
                self.sheet.newline()
            case "ul" | "ol" | "menu" | "dir":
                self.lists.append(_List(node, len(self.lists)))
            case "table":
                self.tables.append(_Table())
            case "td" | "th" if self.tables:
                self._cell(node)
            case "pre" | "textarea":
                self.preserved += 1
            case "q":
                self._flow("“")
            case "a":
                leads = None if self.chrome else target(node.attributes.get("href") or "", self.base)
                self.links.append((self.sheet.mark, leads))

    def _leave(self, node: "Node") -> None:
        """Draw how a node ends, if it was entered."""
        tag = node.tag or ""
        if not node.is_element_node or tag in _BARE or _hidden(node):
            return
        match tag:
            case "a":
                mark, address = self.links.pop()
                if address:
                    self._flow(shown(self.sheet.since(mark), address))
            case "q":
                self._flow("”")
            case "pre" | "textarea":
                self.preserved -= 1
            case "tr" if self.tables and self.tables[-1].cells:
                self.sheet.row()
                return
        self._block(node, tag)
        self.chrome -= tag in _CHROME
        if tag in ("ul", "ol", "menu", "dir"):
            self.lists.pop()
        elif tag == "table":
            self.tables.pop()

    def _block(self, node: "Node", tag: str) -> None:
        """The breaks on both sides of a block."""
        if tag in _LINES or (tag in ("ul", "ol") and len(self.lists) > 1) or (tag == "p" and _tight(node)):
            self.sheet.line()
        elif tag in _GAPS:
            self.sheet.gap()

    def _flow(self, raw: str) -> None:
        """Words that fill the line: white space between them is one space, and none at the ends of a line."""
        if self.preserved:
            for number, line in enumerate(raw.replace("\r\n", "\n").split("\n")):
                if number:
                    self.sheet.newline()
                if line:
                    self.sheet.words(line)
            return
        words = _WHITE.sub(" ", raw)
        before = (words[:1] == " " or self.space) and not self.sheet.fresh
        words = words[1:] if words[:1] == " " else words
        self.space = before
        if words:
            self.space = words[-1] == " "
            self.sheet.words((" " if before else "") + words.removesuffix(" "))

    def _item(self, node: "Node") -> None:
        sign = self.lists[-1].sign(node) if self.lists else bullet(0)
        if sign:
            self.sheet.label(f"{sign} ")
            self.space = False

    def _cell(self, node: "Node") -> None:
        for first in self.tables[-1].cell(node):
            self.sheet.cell(first=first)
        self.space = False

    def _raise(self, node: "Node") -> None:
        self._flow(raised(_only_words(node).strip(), self.sheet.since(max(0, self.sheet.mark - 2))))


class _List:
    """A list and the numbers that its items get."""

    def __init__(self, node: "Node", level: int) -> None:
        attributes = node.attributes
        style = _style(node)
        kind = re.search(
            r"list-style(?:-type)?:[^;]*?(none|disc|circle|square|(?:lower|upper)-\w+|decimal[\w-]*)", style
        )
        self.numbered = node.tag == "ol"
        self.form = kind[1] if kind else (attributes.get("type") or ("1" if self.numbered else ""))
        self.level = level
        self.step = -1 if "reversed" in attributes else 1
        count = sum(1 for child in node.iter() if child.tag == "li") if self.step < 0 else 1
        self.next = _integer(attributes.get("start"), count)

    def sign(self, item: "Node") -> str:
        """What is drawn before an item."""
        number = self.next = _integer(item.attributes.get("value"), self.next) if self.numbered else self.next
        self.next += self.step
        form = item.attributes.get("type") or self.form
        if form == "none" or "list-style:none" in (style := _style(item)) or "list-style-type:none" in style:
            return ""
        signs = {"disc": bullet(0), "circle": bullet(1), "square": bullet(2)}
        if form in signs:
            return signs[form]
        write = WEB.get(form) or WEB.get(form.lower()) or (str if self.numbered else None)
        return f"{write(number)}." if write else bullet(self.level)


class _Table:
    """A table and the cells that reach over several columns or rows."""

    def __init__(self) -> None:
        self.cells = 0
        self._column = 0
        self._empty = 0
        self._below: dict[int, int] = {}

    def row(self) -> None:
        """A new row."""
        self.cells = self._column = self._empty = 0

    def cell(self, node: "Node") -> list[bool]:
        """A new cell: whether it, and each empty one before it that others reach over, is first in its row."""
        while self._below.get(self._column, 0) > 0:
            self._below[self._column] -= 1
            self._column += 1
            self._empty += 1
        wide = min(max(_integer(node.attributes.get("colspan"), 1), 1), 100)
        high = min(max(_integer(node.attributes.get("rowspan"), 1), 1), 1000)
        for column in range(self._column, self._column + wide):
            self._below[column] = high - 1
        self._column += wide
        signs = [self.cells == 0 and place == 0 for place in range(self._empty + 1)]
        self.cells += 1
        self._empty = wide - 1
        return signs


def _style(node: "Node") -> str:
    return "".join((node.attributes.get("style") or "").lower().split())


def _hidden(node: "Node") -> bool:
    attributes = node.attributes
    return "hidden" in attributes or ("style" in attributes and bool(_HIDDEN.search(_style(node))))


def _tight(node: "Node") -> bool:
    """Whether nothing stands between a paragraph and the next, as in what Outlook writes."""
    style = (node.attributes.get("style") or "").lower()
    below = _BELOW.search(style)
    margin = _MARGIN.search(style)
    if below or margin:
        sizes = below[1].split() if below else margin[1].split() if margin else []
        return bool(sizes) and not re.search("[1-9]", sizes[2] if len(sizes) > 2 else sizes[0])
    return (node.attributes.get("class") or "").startswith("MsoNormal")


def _digits(node: "Node") -> bool:
    return _RAISED.fullmatch(_only_words(node)) is not None


def _only_words(node: "Node") -> str:
    """The words of an element that holds nothing else, but perhaps a link around them."""
    child = node.first_child
    if child is not None and child.tag == "a" and child.next is None:
        child = child.first_child
    alone = child is not None and child.is_text_node and child.next is None
    return (child.text_content or "") if child is not None and alone else ""


def _integer(text: str | None, default: int) -> int:
    found = re.match(r"\s*([+-]?[0-9]{1,6})", text or "")
    return int(found[1]) if found else default


def _base(root: "Node", html: str) -> str:
    """The page's own address, where it says it."""
    for query, attribute in (
        ("base[href]", "href"),
        ("link[rel=canonical]", "href"),
        ("meta[property='og:url']", "content"),
    ):
        node = root.css_first(query)
        address = target((node.attributes.get(attribute) or "") if node is not None else "")
        if address:
            return address
    saved = _SAVED.search(html, 0, 2000)
    return (target(saved[1]) or "") if saved else ""


def _recognises(data: bytes) -> bool:
    head = data[:4096]
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "latin-1")
    return bool(_START.match(head.decode(encoding, "ignore").lstrip("\ufeff")))


def decoded(data: bytes, charset: str | None = None) -> str:
    """A page's bytes as text, in the encoding that it, or the message that brings it, says."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    said = charset or (found[1].decode() if (found := _CHARSET.search(data, 0, 4096)) else "")
    try:
        name = codecs.lookup(said).name
        name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, "utf-8" if name.startswith("utf-16") else name)
        return data.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


page = Reader(
    name="html",
    called="HTML",
    media_type="text/html",
    recognises=_recognises,
    read=lambda file: Content(drawn(decoded(file.data), file)),
)
