"""A Word file reads as Word draws it with all changes accepted."""

import pytest
from render import R, W, packed, run, word

from foidata.documents.document import Unreadable
from foidata.documents.read import read_bytes

TIGHT = f"<w:styles {W}/>"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def drawn(
    body: str, numbering: str = "", styles: str = TIGHT, parts: dict[str, str] | None = None, links: str = ""
) -> str:
    return read_bytes(word(body, numbering, styles, parts, links), "letter.docx").text


def paragraph(words: str = "", about: str = "") -> str:
    return f"<w:p>{about and f'<w:pPr>{about}</w:pPr>'}{run(words) if words else ''}</w:p>"


def numbered(words: str, level: int = 0, number: int = 1) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def kind(*levels: tuple[str, str], number: int = 1, extra: str = "") -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'


def numbers(number: int, of: int, start: int | None = None) -> str:
    own = "" if start is None else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{own}</w:num>'


def test_changes_are_accepted() -> None:
    inserted = f"<w:ins w:id='1'>{run('£1,200')}</w:ins>"
    deleted = "<w:del w:id='2'><w:r><w:delText>£1,100</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run(' in all')}</w:moveTo>"
    assert drawn(f"<w:p>{run('Cost: ')}{deleted}{inserted}{moved}</w:p>") == "Cost: £1,200 in all"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert (
        drawn(paragraph("The Council ", deleted) + paragraph("holds none.") + paragraph("Yes"))
        == "The Council holds none.\nYes"
    )


def test_a_deleted_row_is_not_there() -> None:
    rows = (
        f"<w:tr>{about}<w:tc>{paragraph(words)}</w:tc></w:tr>"
        for words, about in (("a", ""), ("b", "<w:trPr><w:del/></w:trPr>"))
    )
    assert drawn(f"<w:tbl>{''.join(rows)}</w:tbl>") == "a"


def test_content_controls_are_part_of_the_letter() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    cell = f"<w:tc>{control(paragraph('cell'))}</w:tc>"
    row = control(f"<w:tr>{control(cell)}</w:tr>")
    assert (
        drawn(control(paragraph("block")) + f"<w:p>{control(run('words'))}</w:p><w:tbl>{row}</w:tbl>")
        == "block\nwords\n\ncell"
    )


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Our ref: FOI 12')}</w:txbxContent>"
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    )
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent {MORE}>{choice}{fallback}</mc:AlternateContent>"
    assert drawn(f"<w:p><w:r>{both}</w:r>{run('Dear Sir')}</w:p>{paragraph('Yes')}") == "Dear Sir\nOur ref: FOI 12\nYes"
    only = f"<w:p {MORE}><w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r></w:p>"
    assert drawn(only).strip() == "Our ref: FOI 12"


def test_links_say_where_they_lead() -> None:
    link = f'<Relationship Id="l1" Type="{RELATED}/hyperlink" Target="https://www.example.gov.uk/foi" TargetMode="External"/>'
    named = f'<w:p>{run("See ")}<w:hyperlink r:id="l1">{run("our page")}</w:hyperlink>{run(".")}</w:p>'
    same = f'<w:p><w:hyperlink r:id="l1">{run("www.example.gov.uk/foi")}</w:hyperlink></w:p>'
    field = "".join(
        (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://www.example.gov.uk/a" </w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("there"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        )
    )
    assert drawn(named + same + field, links=link) == (
        "See our page <https://www.example.gov.uk/foi>.\nwww.example.gov.uk/foi\nthere <https://www.example.gov.uk/a>"
    )


def test_the_instruction_of_a_field_is_not_drawn_but_its_result_is() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "d MMMM yyyy"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("12 March 2024")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert drawn(f"<w:p>{field}{run('!')}</w:p>") == "12 March 2024!"


def test_a_field_that_never_ends_hides_nothing_but_itself() -> None:
    begin = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'
    assert drawn(begin + paragraph("Dear Sir")).strip() == "Dear Sir"


def test_the_boxes_of_a_form_are_ticked_or_not() -> None:
    def box(inner: str) -> str:
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar></w:r>'
            '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    ticked = box('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
    empty = box('<w:checkBox><w:default w:val="0"/></w:checkBox>')
    entries = '<w:listEntry w:val="No"/><w:listEntry w:val="Yes"/>'
    chosen = box(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>')
    assert drawn(f"<w:p>{ticked}{run(' Adults ')}{empty}{run(' Children ')}{chosen}</w:p>") == "☒ Adults ☐ Children Yes"


def test_hidden_words_are_not_drawn() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'
    styles = f'<w:styles {W}><w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    styled = '<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>styled</w:t></w:r>'
    assert drawn(f"<w:p>{hidden}{styled}{shown}</w:p>", styles=styles) == "shown"


def test_signs_are_drawn() -> None:
    signs = (
        "<w:t>co</w:t><w:noBreakHyphen/><w:t>ord</w:t><w:softHyphen/><w:t>inated</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings 2" w:char="F052"/>'
    )
    assert drawn(f"<w:p><w:r>{signs}</w:r></w:p>") == "co\u2011ordinated\ta\nb✓☑"


def test_raised_digits_do_not_run_into_a_number() -> None:
    def raised(digits: str) -> str:
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{digits}</w:t></w:r>'

    assert drawn(
        f"<w:p>{run('£5,000')}{raised('1')}{run(' for 20 m')}{raised('2')}{run(' on 1')}{raised('st')}</w:p>"
    ) == ("£5,000[1] for 20 m² on 1st")


def test_notes_stand_below_the_letter() -> None:
    note = f'<w:footnotes {W}><w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">{paragraph("Estimated.")}</w:footnote></w:footnotes>'
    end = f'<w:endnotes {W}><w:endnote w:id="5">{paragraph("See annex.")}</w:endnote></w:endnotes>'
    body = f'<w:p>{run("£900")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(" or so")}<w:r><w:endnoteReference w:id="5"/></w:r></w:p>'
    assert (
        drawn(body, parts={"footnotes": note, "endnotes": end}) == "£900[1] or so[i]\n\n[1] Estimated.\n[i] See annex."
    )


def test_the_first_pages_head_and_foot_are_read_once() -> None:
    head = f"<w:hdr {W}>{paragraph('Exampleton Borough Council')}</w:hdr>"
    foot = f"<w:ftr {W}>{paragraph('Town Hall')}</w:ftr>"
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rheader1"/><w:headerReference w:type="default" r:id="rheader2"/>'
        '<w:footerReference w:type="first" r:id="rfooter1"/><w:titlePg/></w:sectPr>'
    )
    other = f"<w:hdr {W}>{paragraph('Page 2')}</w:hdr>"
    text = drawn(paragraph("Dear Sir") + section, parts={"header1": head, "header2": other, "footer1": foot})
    assert text == "Exampleton Borough Council\n\nDear Sir\n\nTown Hall"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1. 2. 3."),
        ("lowerLetter", "a. b. c."),
        ("upperLetter", "A. B. C."),
        ("lowerRoman", "i. ii. iii."),
        ("upperRoman", "I. II. III."),
        ("decimalZero", "01. 02. 03."),
        ("ordinal", "1st. 2nd. 3rd."),
        ("cardinalText", "One. Two. Three."),
    ],
)
def test_numbers_are_drawn_in_their_form(form: str, expected: str) -> None:
    text = drawn("".join(numbered(words) for words in "xyz"), kind((form, "%1.")) + numbers(1, 1))
    assert text.split("\n") == [f"{sign} {words}" for sign, words in zip(expected.split(), "xyz", strict=True)]


def test_deeper_levels_start_again_below_each_number() -> None:
    levels = kind(("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%1.%2.%3"))
    body = numbered("a") + numbered("b", 1) + numbered("c", 1) + numbered("d", 2) + numbered("e") + numbered("f", 1)
    assert drawn(body, levels + numbers(1, 1)) == "1. a\na) b\nb) c\n1.b.i d\n2. e\na) f"


def test_a_list_can_start_at_its_own_number() -> None:
    lists = kind(("decimal", "%1.")) + numbers(1, 1) + numbers(2, 1, start=1) + numbers(3, 1)
    body = numbered("a") + numbered("b") + numbered("c", number=2) + numbered("d", number=2) + numbered("e", number=3)
    assert drawn(body, lists) == "1. a\n2. b\n1. c\n2. d\n3. e"


def test_a_level_that_never_starts_again_goes_on() -> None:
    levels = kind(("decimal", "%1."), ("decimal", "Q%2."), extra='<w:lvlRestart w:val="0"/>')
    body = numbered("a") + numbered("b", 1) + numbered("c") + numbered("d", 1)
    assert drawn(body, levels + numbers(1, 1)) == "1. a\nQ1. b\n2. c\nQ2. d"


def test_bullets_of_symbol_fonts_are_bullets() -> None:
    lists = kind(("bullet", "\uf0b7"), ("bullet", "o"), ("bullet", "-")) + numbers(1, 1)
    assert drawn(numbered("a") + numbered("b", 1) + numbered("c", 2), lists) == "• a\n◦ b\n- c"


def test_a_style_can_number_its_paragraphs() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Q"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="Q2"><w:basedOn w:val="Q"/></w:style></w:styles>'
    )
    lists = kind(("decimal", "Question %1:")) + numbers(1, 1)
    body = paragraph("a", '<w:pStyle w:val="Q"/>') + paragraph("b", '<w:pStyle w:val="Q2"/>')
    body += paragraph("c", '<w:pStyle w:val="Q"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert drawn(body, lists, styles) == "Question 1: a\nQuestion 2: b\nc"


def test_a_blank_line_stands_where_white_space_is_drawn() -> None:
    after = '<w:spacing w:after="160"/>'
    together = '<w:pStyle w:val="L"/><w:spacing w:after="160"/><w:contextualSpacing/>'
    body = paragraph("a", after) + paragraph("b") + paragraph("c", together) + paragraph("d", together) + paragraph("e")
    assert drawn(body) == "a\n\nb\nc\nd\n\ne"


def test_an_empty_paragraph_is_a_blank_line() -> None:
    assert drawn(paragraph("a") + paragraph() + paragraph("b") + paragraph("c")) == "a\n\nb\nc"


def test_cells_are_parted_by_tabs_and_rows_by_newlines() -> None:
    def cell(*words: str, about: str = "") -> str:
        return f"<w:tc><w:tcPr>{about}</w:tcPr>{''.join(map(paragraph, words))}</w:tc>"

    rows = (
        cell("Year") + cell("Amount", about='<w:gridSpan w:val="2"/>') + cell("Note"),
        cell("2018", about='<w:vMerge w:val="restart"/>') + cell("1") + cell("") + cell("x", "y"),
        cell("", about="<w:vMerge/>") + cell("2") + cell("3") + cell(""),
    )
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    assert drawn(paragraph("a") + table + paragraph("b")) == "a\n\nYear\tAmount\t\tNote\n2018\t1\t\tx\ny\n\t2\t3\t\n\nb"


def test_a_form_feed_stands_between_pages() -> None:
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    same = '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr></w:p>'
    body = paragraph("a") + page + paragraph("b") + paragraph("c", "<w:pageBreakBefore/>") + section
    text = drawn(body + paragraph("d") + "<w:sectPr/>")
    assert [page.strip() for page in text.split("\f")] == ["a", "b", "c", "d"]
    assert "\f" not in drawn(
        paragraph("a") + section + paragraph("b") + same + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    )


def test_the_strict_form_reads_the_same() -> None:
    data = f"<w:document {W} {R}><w:body>{paragraph('Dear Sir')}</w:body></w:document>"
    strict = data.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert (
        read_bytes(packed({"[Content_Types].xml": "<Types/>", "word/document.xml": strict}), "letter.docx").text
        == "Dear Sir"
    )


def test_the_letter_is_found_wherever_it_is() -> None:
    relation = f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="/word/document2.xml"/>'
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>',
        "word/document2.xml": f"<w:document {W}><w:body>{paragraph('Dear Sir')}</w:body></w:document>",
    }
    assert read_bytes(packed(files), "letter.docx").text == "Dear Sir"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"word/styles.xml": "<x/>"}, "a Word file without a letter in it"),
        ({"word/document.xml": "<w:document"}, "word/document.xml in it is damaged"),
        (
            {"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}><w:body/></w:document>'},
            "word/document.xml in it declares a document type",
        ),
        ({"word/document.xml": f"<w:document {W}><w:body/></w:document>"}, "holds no words"),
    ],
    ids=["no letter", "broken", "document type", "empty"],
)
def test_a_word_file_that_cannot_be_read_says_why(files: dict[str, str], reason: str) -> None:
    with pytest.raises(Unreadable, match=f"letter.docx: .*{reason}"):
        read_bytes(packed({"[Content_Types].xml": "<Types/>"} | files), "letter.docx")
