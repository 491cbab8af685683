"""A web page reads as a browser draws it."""

import time

import pytest

from foidata.documents.document import Unreadable
from foidata.documents.read import read_bytes


def drawn(body: str, head: str = "") -> str:
    return read_bytes(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html").text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one\n  two</p><p>three</p>", "one two\n\nthree"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<h2>Title</h2>words<h3>More</h3>", "Title\n\nwords\n\nMore"),
        ("<p>one<br>two<br></p><p>three</p>", "one\ntwo\n\nthree"),
        ("<div>a</div><br><div>b</div>", "a\n\nb"),
        ("<p>a</p><p></p><p>b</p>", "a\n\nb"),
        ("<p> <b>bold</b> and <i>more</i> </p>", "bold and more"),
        ("<p>a&nbsp;&amp; b &pound;1 &#8211; c&shy;d</p>", "a\u00a0& b £1 – cd"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("<p>say <q>yes</q></p>", "say “yes”"),
        ("<blockquote>quoted</blockquote>after", "quoted\n\nafter"),
        ("<p>£5,000<sup>1</sup>, 20 m<sup>2</sup>, 1<sup>st</sup></p>", "£5,000[1], 20 m², 1st"),
        ('<p class="MsoNormal">a</p><p class="MsoNormal">b</p>', "a\nb"),
        ('<p style="margin:0">a</p><p style="margin:0">b</p>', "a\nb"),
        ('<p style="margin:0 0 8pt">a</p><p>b</p>', "a\n\nb"),
    ],
)
def test_blocks_stand_as_they_are_drawn(body: str, expected: str) -> None:
    assert drawn(body) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x {}</style>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<p hidden>x</p>",
        '<div style="display: none"><p>x</p></div>',
        '<span style="VISIBILITY:hidden">x</span>',
        "<select><option>x</option></select>",
        "<svg><text>x</text></svg>",
        "<!-- x -->",
    ],
)
def test_what_a_browser_hides_stays_out(hidden: str) -> None:
    assert drawn(f"<p>a</p>{hidden}<p>b</p>", head="<title>x</title>") == "a\n\nb"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ('<ol start="4"><li>a</li><li value="9">b</li><li>c</li></ol>', "4. a\n9. b\n10. c"),
        ('<ol type="a"><li>a</li><li>b</li></ol>', "a. a\nb. b"),
        ('<ol type="I"><li>a</li><li>b</li></ol>', "I. a\nII. b"),
        ('<ol style="list-style-type: lower-roman"><li>a</li><li>b</li></ol>', "i. a\nii. b"),
        ("<ol reversed><li>a</li><li>b</li></ol>", "2. a\n1. b"),
        ("<ol><li><p>a</p></li></ol>", "1. a"),
        ("<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>", "• a\n◦ b\n▪ c"),
        ("<ol><li>a<ol type=a><li>b</li></ol></li><li>c</li></ol>", "1. a\na. b\n2. c"),
        ('<ul style="list-style:none"><li>a</li></ul>', "a"),
        ("<dl><dt>Sent</dt><dd>1 May</dd></dl>", "Sent\n1 May"),
    ],
)
def test_lists_have_the_signs_that_are_drawn(body: str, expected: str) -> None:
    assert drawn(body) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><th>Year<th>£<tr><td>2018<td>1", "Year\t£\n2018\t1"),
        ("<tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3", "a\t\tb\n1\t2\t3"),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", "a\tb\n\tc"),
        ("<tr><td>a<td><td>", "a\t\t"),
        ("<tr><td><p>a</p><p>b</p><td>c", "a\n\nb\tc"),
        ("<tr><td><br>a<td>b", "a\tb"),
        ("<tr><td>a<td><table><tr><td>b<td>c</table>", "a\tb\tc"),
        ("<caption>Spend</caption><tr><td>a<td>b", "Spend\na\tb"),
    ],
)
def test_cells_are_parted_by_tabs_and_rows_by_newlines(rows: str, expected: str) -> None:
    assert drawn(f"<table>{rows}</table>") == expected
    assert drawn(f"<p>x</p><table>{rows}</table><p>y</p>") == f"x\n\n{expected}\n\ny"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="https://www.example.gov.uk/foi">our page</a>', "our page <https://www.example.gov.uk/foi>"),
        ('<a href="https://www.example.gov.uk/foi/">www.example.gov.uk/foi</a>', "www.example.gov.uk/foi"),
        ('<a href="mailto:foi@example.gov.uk?subject=FOI">write to us</a>', "write to us <foi@example.gov.uk>"),
        ('<a href="mailto:foi@example.gov.uk">foi@example.gov.uk</a>', "foi@example.gov.uk"),
        ('<a href="#top">top</a>', "top"),
        ('<a href="a.pdf">annex</a>', "annex"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<a href="http://[::1">x</a>', "x"),
        ('<a href="https://www.example.gov.uk/"><img src="logo.png"></a>x', "x"),
        ('<nav><a href="https://www.example.gov.uk/bins">Bins</a></nav>', "Bins"),
    ],
)
def test_links_say_where_they_lead(link: str, expected: str) -> None:
    assert drawn(link) == expected


@pytest.mark.parametrize(
    "head",
    [
        '<base href="https://www.example.gov.uk/foi/1">',
        '<link rel="canonical" href="https://www.example.gov.uk/foi/1">',
        '<meta property="og:url" content="https://www.example.gov.uk/foi/1">',
        "<!-- saved from url=(0033)https://www.example.gov.uk/foi/1 -->",
    ],
)
def test_relative_links_lead_on_from_the_pages_own_address(head: str) -> None:
    assert drawn('<a href="a.pdf">annex</a>', head) == "annex <https://www.example.gov.uk/foi/a.pdf>"


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset=utf-8><p>£1 – ‘x’".encode(),
        "<html><meta charset=windows-1252><p>£1 – ‘x’".encode("cp1252"),
        '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>£1 – ‘x’'.encode("cp1252"),
        "<html><p>£1 – ‘x’".encode(),
        "<html><p>£1 – ‘x’".encode("cp1252"),
        "\ufeff<html><p>£1 – ‘x’".encode("utf-16"),
        "\ufeff<p>£1 – ‘x’</p>".encode(),
        '<?xml version="1.0" encoding="utf-8"?><html><p>£1 – ‘x’'.encode(),
        "<!-- a --> <!-- b -->\n<HTML><p>£1 – ‘x’".encode(),
        "<html><meta charset=none><p>£1 – ‘x’".encode(),
    ],
    ids=[
        *("utf-8", "windows-1252", "latin-1", "undeclared utf-8", "undeclared windows-1252", "utf-16", "fragment"),
        *("xhtml", "comments", "unknown charset"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_says(data: bytes) -> None:
    document = read_bytes(data, "page")
    assert (document.reader, document.text.strip()) == ("html", "£1 – ‘x’")


@pytest.mark.parametrize(
    "text", ["<redacted> Dear Sir", "1 < 2 and <b", "Dear <Name>", " " * 5000, "<!-- x -->" * 400 + "x"]
)
def test_a_letter_that_only_has_angle_brackets_is_no_page(text: str) -> None:
    start = time.perf_counter()
    assert read_bytes(f"{text}\nYes".encode(), "letter.txt").reader == "text"
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "page",
    ["<div>" * 60_000, "<p " + " ".join(f"a{n}" for n in range(20_000)) + ">x", "<table><tr>" * 30_000],
    ids=["depth", "attributes", "tables"],
)
def test_a_page_made_to_stall_a_browser_is_refused(page: str) -> None:
    with pytest.raises(Unreadable, match=r"page\.html: a page far larger than a letter"):
        read_bytes(f"<html>{page}".encode(), "page.html")


def test_a_deep_page_is_read() -> None:
    assert read_bytes(b"<html>" + b"<div>" * 5_000 + b"x", "page.html").text == "x"
