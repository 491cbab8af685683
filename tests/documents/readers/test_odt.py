"""An OpenDocument letter reads as LibreOffice draws it."""

import pytest
from render import opendocument, packed

from foidata.documents.document import Unreadable
from foidata.documents.read import read_bytes


def drawn(body: str, styles: str = "", shared: str = "") -> str:
    return read_bytes(opendocument(body, styles, shared), "letter.odt").text


def paragraph(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def test_white_space_is_what_is_drawn() -> None:
    body = paragraph(' a \n b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e <text:span> f</text:span>')
    assert drawn(body) == "a b   c\td\ne f"


def test_deleted_words_are_not_drawn_and_inserted_ones_are() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>£1,100</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    mark = '<text:change text:change-id="1"/>'
    inserted = '<text:change-start text:change-id="2"/>£1,200<text:change-end text:change-id="2"/>'
    assert drawn(changes + paragraph(f"Cost: {mark}{inserted}")) == "Cost: £1,200"


def level(depth: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" style:num-suffix="." {more}/>'


def items(*inner: str, about: str = "", style: str = "L") -> str:
    return f'<text:list text:style-name="{style}" {about}>{"".join(f"<text:list-item>{one}</text:list-item>" for one in inner)}</text:list>'


def test_lists_are_numbered_as_they_are_drawn() -> None:
    deeper = level(2, "a", 'text:display-levels="2"')
    style = f'<text:list-style style:name="L">{level(1, "1")}{deeper}</text:list-style>'
    inner = items(paragraph("b"), paragraph("c"), style="")
    body = items(paragraph("a") + inner, paragraph("d") + paragraph("more"))
    assert drawn(body, style) == "1. a\n1.a. b\n1.b. c\n2. d\nmore"


def test_a_list_starts_again_unless_it_goes_on() -> None:
    style = f'<text:list-style style:name="L">{level(1, "i")}</text:list-style>'
    body = items(paragraph("a"), paragraph("b"), about='xml:id="one"') + items(paragraph("c"))
    body += items(paragraph("d"), about='text:continue-list="one"')
    body += items(paragraph("e"), about='text:continue-numbering="true"')
    started = '<text:list text:style-name="L"><text:list-item text:start-value="9"><text:p>f</text:p></text:list-item></text:list>'
    assert drawn(body + started, style) == "i. a\nii. b\ni. c\niii. d\niv. e\nix. f"


def test_bullets_and_headings_have_their_signs() -> None:
    style = '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>'
    outline = f"<text:outline-style>{level(1, '1').replace('list-level-style-number', 'outline-level-style')}</text:outline-style>"
    heading = '<text:h text:outline-level="1">Funding</text:h>'
    assert drawn(items(paragraph("a")) + heading + heading, style, outline) == "• a\n1. Funding\n2. Funding"


def test_cells_are_parted_by_tabs_and_rows_by_newlines() -> None:
    def cell(words: str, about: str = "") -> str:
        return f"<table:table-cell {about}>{paragraph(words)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("a", 'table:number-columns-spanned="2"') + covered + cell("b"),
        cell("c", 'table:number-rows-spanned="2"') + cell("", 'table:number-columns-repeated="2"'),
        covered + cell("d") + cell("e"),
    )
    head = f"<table:table-header-rows><table:table-row>{rows[0]}</table:table-row></table:table-header-rows>"
    rest = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows[1:])
    assert (
        drawn(paragraph("x") + f"<table:table>{head}{rest}</table:table>" + paragraph("y"))
        == "x\n\na\t\tb\nc\t\t\n\td\te\n\ny"
    )


def test_links_say_where_they_lead() -> None:
    link = '<text:a xlink:href="https://www.example.gov.uk/foi">our page</text:a>'
    same = '<text:a xlink:href="https://www.example.gov.uk/">www.example.gov.uk</text:a>'
    assert (
        drawn(paragraph(f"See {link} or {same}."))
        == "See our page <https://www.example.gov.uk/foi> or www.example.gov.uk."
    )


def test_notes_stand_below_the_letter_and_comments_nowhere() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Estimated.</text:p></text:note-body></text:note>"
    comment = "<office:annotation><text:p>check</text:p></office:annotation>"
    assert drawn(paragraph(f"£900{note}{comment}.")) == "£900[1].\n\n[1] Estimated."


def test_text_boxes_stand_below_their_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>Our ref: 12</text:p></draw:text-box></draw:frame>"
    assert drawn(paragraph(f"Dear {box}Sir") + paragraph("Yes")) == "Dear Sir\nOur ref: 12\nYes"


def test_hidden_words_are_not_drawn() -> None:
    style = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    assert (
        drawn(
            paragraph('a<text:span text:style-name="H">secret</text:span><text:hidden-text>x</text:hidden-text>b'),
            style,
        )
        == "ab"
    )


def test_gaps_and_pages_come_from_the_styles() -> None:
    styles = (
        '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.3cm"/></style:style>'
        '<style:style style:name="C" style:family="paragraph" style:parent-style-name="P"/>'
        '<style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
    )
    body = paragraph("a") + paragraph("b", "C") + paragraph("c") + paragraph("") + paragraph("d") + paragraph("e", "N")
    assert drawn(body, styles) == "a\nb\n\nc\n\nd\n\f\ne"


def test_the_first_pages_head_and_foot_are_read_once() -> None:
    page = (
        "<office:master-styles><style:master-page><style:header><text:p>Exampleton</text:p></style:header>"
        "<style:footer><text:p>Town Hall</text:p></style:footer></style:master-page></office:master-styles>"
    )
    assert drawn(paragraph("Dear Sir"), shared=page) == "Exampleton\n\nDear Sir\n\nTown Hall"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"content.xml": "<x/>"}, "an OpenDocument file without a letter in it"),
        ({}, "an OpenDocument file without a letter in it"),
        ({"content.xml": "<x"}, "content.xml in it is damaged"),
        ({"content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "content.xml in it declares a document type"),
        ({"META-INF/manifest.xml": "<manifest:encryption-data/>"}, "locked with a password"),
    ],
    ids=["no letter", "empty", "broken", "document type", "locked"],
)
def test_an_opendocument_file_that_cannot_be_read_says_why(files: dict[str, str], reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"letter\.odt: .*{reason}"):
        read_bytes(packed({"mimetype": "application/vnd.oasis.opendocument.text"} | files), "letter.odt")
