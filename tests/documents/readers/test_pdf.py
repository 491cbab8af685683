"""A PDF reads by the places of its words: lines, paragraphs, tables and pages as they are seen."""

import io
import os
import time
from collections.abc import Callable

import pytest
from render import Bullets, Numbered, Table, Words, paragraphs, pdf
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from foidata.documents.document import Unreadable
from foidata.documents.pdf import apart, worker
from foidata.documents.pdf.worker import MOST_PAGES
from foidata.documents.read import read_bytes

LONG = "The Council funded this post for an initial period of three years, which ended in March 2023, at a cost of £50k"


def page(draw: Callable[[Canvas], None], **how: object) -> bytes:
    """A PDF that is drawn by hand."""
    data = io.BytesIO()
    canvas = Canvas(data, invariant=True, **how)
    draw(canvas)
    canvas.save()
    return data.getvalue()


def drawn(draw: Callable[[Canvas], None]) -> str:
    return read_bytes(page(draw), "letter.pdf").text


def lines(
    *words: str, size: float = 11, top: float = 700, pitch: float = 14, left: float = 72
) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for number, line in enumerate(words):
            canvas.drawString(left, top - number * pitch, line)

    return draw


def raw(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its root."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(data),
    )


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, "letter.pdf")
    return str(caught.value)


def test_lines_broken_by_the_edge_are_one_paragraph_again() -> None:
    words = f"{LONG} a year, and {LONG} a year"
    assert read_bytes(pdf((Words(words), Words("Yes"))), "letter.pdf").text == f"{words}\n\nYes"


def test_lines_that_end_early_stay_lines() -> None:
    assert (
        drawn(lines("Information Governance", "Town Hall", "Exampleton", "EX1 1AA"))
        == "Information Governance\nTown Hall\nExampleton\nEX1 1AA"
    )


def test_a_full_line_does_not_swallow_the_next_number() -> None:
    text = drawn(lines(f"1. {LONG[:80]}", f"2. {LONG[:80]}", "(b) more", "• and more", f"Q3. {LONG[:40]}"))
    assert [line[:3] for line in text.split("\n")] == ["1. ", "2. ", "(b)", "• a", "Q3."]


def test_a_bracket_that_closes_is_no_number() -> None:
    full = f"{LONG[:80]} (version"
    assert drawn(lines(full, "3) a year", "", full, "3) a year")) == f"{full} 3) a year\n\n{full} 3) a year"


def test_white_space_between_lines_is_a_blank_line() -> None:
    def draw(canvas: Canvas) -> None:
        lines("Dear Sir", "Yes")(canvas)
        lines("No", top=640)(canvas)

    assert drawn(draw) == "Dear Sir\nYes\n\nNo"


def test_words_are_read_by_place_whatever_the_order_they_are_drawn_in() -> None:
    def draw(canvas: Canvas) -> None:
        lines("below", top=600)(canvas)
        lines("right", left=200)(canvas)
        lines("left")(canvas)

    assert drawn(draw) == "left\tright\n\nbelow"


def test_a_table_reads_by_its_cells_however_they_are_broken() -> None:
    rows = (
        ("Question", "Answer"),
        (f"Q1. {LONG}?", "None, and no more than that was ever spent on this in any of these years or before."),
        ("Q2. Why?", ""),
    )
    text = read_bytes(pdf((Words("Below:"), Table(rows), Words("Yours"))), "letter.pdf").text
    assert text == "Below:\n\n" + "\n".join("\t".join(row) for row in rows) + "\n\nYours"


def test_cells_that_reach_over_rows_leave_the_others_empty() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (72, 172, 272):
            canvas.line(x, 600, x, 700)
        canvas.line(72, 700, 272, 700)
        canvas.line(172, 650, 272, 650)
        canvas.line(72, 600, 272, 600)
        for x, y, words in ((80, 645, "2018"), (180, 670, "£1"), (180, 620, "£2")):
            canvas.drawString(x, y, words)

    assert drawn(draw) == "2018\t£1\n\t£2"


def test_numbers_and_bullets_stand_beside_their_words() -> None:
    assert (
        read_bytes(pdf((Numbered(("one", "two"), 4), Bullets(("three",)))), "letter.pdf").text
        == "4. one\n5. two\n\n• three"
    )


def test_raised_digits_do_not_run_into_a_number() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for words, size, rise in (("5,000", 11, 0), ("1", 7, 4), (" for 20 m", 11, 0), ("2", 7, 4)):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(words)
        canvas.drawText(text)

    assert drawn(draw) == "5,000[1] for 20 m²"


def test_links_say_where_they_lead() -> None:
    def draw(canvas: Canvas) -> None:
        lines("See our page today")(canvas)
        canvas.linkURL("https://www.example.gov.uk/foi", (95, 695, 137, 715))

    assert drawn(draw) == "See our page <https://www.example.gov.uk/foi> today"


def test_a_form_feed_stands_between_pages() -> None:
    def draw(canvas: Canvas) -> None:
        for words in ("one", "two", "three"):
            lines(words)(canvas)
            canvas.showPage()

    assert [page.text.strip() for page in read_bytes(page(draw), "letter.pdf").pages] == ["one", "two", "three"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_on_its_side_is_read_upright(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        lines("first line of it", "second line", top=0, left=0)(canvas)

    assert drawn(draw) == "first line of it\nsecond line"


def test_a_stamp_across_the_page_stands_below_its_words() -> None:
    def draw(canvas: Canvas) -> None:
        lines("Dear Sir", "Yes")(canvas)
        canvas.rotate(45)
        canvas.drawString(500, 200, "COPY")

    assert drawn(draw) == "Dear Sir\nYes\n\nCOPY"


def test_words_typed_into_a_form_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        lines("Budget:")(canvas)
        canvas.acroForm.textfield(value="none", x=120, y=695, width=100, height=16, borderWidth=0)

    assert drawn(draw) == "Budget: none"


def test_junk_before_the_mark_does_no_harm() -> None:
    assert read_bytes(b"\r\n junk\n" + pdf(paragraphs("Dear Sir")), "letter.pdf").text == "Dear Sir"


def test_a_scan_is_refused() -> None:
    assert (
        refusal(page(lambda canvas: canvas.rect(1, 1, 9, 9)))
        == "letter.pdf: scanned pages without text; run character recognition first"
    )


def test_a_locked_file_is_refused() -> None:
    locked = page(lines("Dear Sir"), encrypt=StandardEncryption("secret", canPrint=0))
    assert refusal(locked) == "letter.pdf: locked with a password; print it to a PDF without one and try again"


def test_very_many_pages_are_refused() -> None:
    kids = b" ".join(b"3 0 R" for _ in range(MOST_PAGES + 1))
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, MOST_PAGES + 1)
    data = raw(b"<</Type/Catalog/Pages 2 0 R>>", tree, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
    assert refusal(data) == "letter.pdf: 501 pages are more than a letter; the limit is 500"


@pytest.mark.parametrize(
    "tree",
    [
        b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 9>>",
        b"<</Type/Pages/Count 1>>",
        b"null",
    ],
    ids=["turns in a circle", "says too many", "has none", "is missing"],
)
def test_a_damaged_tree_of_pages_is_refused(tree: bytes) -> None:
    assert refusal(raw(b"<</Type/Catalog/Pages 2 0 R>>", tree)).startswith("letter.pdf: a damaged PDF file")


def bomb() -> bytes:
    """A page whose one drawing draws itself twice."""
    stream = b"<<%s/Length %d>>stream\n%s\nendstream"
    own = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    return raw(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        stream % (b"", 5, b"/X Do"),
        stream % (own, 11, b"/X Do /X Do"),
    )


@pytest.mark.skipif(os.name != "posix", reason="only there can a process be kept from taking all memory")
def test_a_file_made_to_fill_the_memory_is_refused_and_the_next_one_is_read() -> None:
    assert refusal(bomb()) == "letter.pdf: a PDF file that cannot be taken apart; print it to a new PDF and try again"
    assert drawn(lines("Dear Sir")) == "Dear Sir"


def test_a_file_that_takes_too_long_is_refused_and_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = "import foidata.documents.pdf.worker as w, time; w.SECONDS = 0.2; w.reading = lambda data: time.sleep(60);"
    own = apart._Worker()
    with monkeypatch.context() as changed:
        changed.setattr(apart, "_PROGRAM", apart._PROGRAM.replace("from foidata", slow + "from foidata", 1))
        start = time.perf_counter()
        assert own.ask(b"x") == {
            "refused": f"takes longer than {worker.SECONDS} seconds to read; print it to a new PDF and try again"
        }
        assert time.perf_counter() - start < 30
    assert own.ask(page(lines("Dear Sir"))) == {"text": "Dear Sir"}
    own.end()
