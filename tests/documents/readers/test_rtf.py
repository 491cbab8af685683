"""Rich text reads as a word processor draws it."""

import pytest

from foidata.documents.document import Unreadable
from foidata.documents.read import read_bytes

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Arial;}}"


def drawn(body: str) -> str:
    return read_bytes(f"{HEAD}{body}}}".encode("latin-1"), "letter.rtf").text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Dear Sir\par Yes\par", "Dear Sir\nYes"),
        ("Dear\r\n Sir\\\nYes", "Dear Sir\nYes"),
        (r"a\par\par b", "a\n\nb"),
        (r"\pard\sa160 a\par b\par\pard c\par", "a\n\nb\n\nc"),
        (r"\s1\contextualspace\sa160 a\par b\par", "a\nb"),
        (r"a\line b\tab c", "a\nb\tc"),
        (r"a\page b", "a\n\f\nb"),
        (r"a\par\pagebb b", "a\n\f\nb"),
        (r"a\sect\sectd b\sect\sectd\sbknone c", "a\n\f\nb\nc"),
        (r"\'a31,150 \'93yes\'94 \'96 x", "£1,150 “yes” – x"),
        (r"\u8216?x\u8217? \uc2\u163ab5 \u-3913?", "‘x’ £5 •"),
        (r"{\f2\'c4\'e0} {\f1\'b7}", "Да •"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"a\~b\_c\-d\{e\}\\f", "a\u00a0b\u2011cd{e}\\f"),
        (r"\lquote a\rquote\endash\emdash\bullet", "‘a’–—•"),
        (r"a{\v secret}{\deleted gone}\plain b", "ab"),
        (r"{\listtext\f1\'b7\tab}a\par{\listtext 2.\tab}b\par{\pntext c)\tab}c", "• a\n2. b\nc) c"),
        (r"5,000{\super 1} 20 m{\super 2} 1{\super st}", "5,000[1] 20 m² 1st"),
        (r"{\*\unknown secret}{\info{\title t}}{\stylesheet{\s1 x;}}{\pict 0a0b}a", "a"),
        (r"{\pict\bin5 {{}}}a}b", "b"),
        (r"{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt box\par}}{\shprslt box}}a", "box\na"),
    ],
)
def test_words_stand_as_they_are_drawn(body: str, expected: str) -> None:
    assert drawn(body).rstrip("\n") == expected


def test_cells_are_parted_by_tabs_and_rows_by_newlines() -> None:
    row = r"\trowd\cellx1000\cellx2000\cellx3000\pard\intbl "
    table = rf"{row}a\cell b\cell \cell\row {row}\cell c\par d\cell e\cell\row"
    assert drawn(rf"x\par {table}\pard y\par") == "x\na\tb\t\n\tc\nd\te\ny"


def test_links_say_where_they_lead() -> None:
    field = r'{\field{\*\fldinst{HYPERLINK "https://www.example.gov.uk/a"}}{\fldrslt{\ul our page}}}'
    assert drawn(f"See {field}.") == "See our page <https://www.example.gov.uk/a>."
    assert drawn(field.replace("our page", "www.example.gov.uk/a")) == "www.example.gov.uk/a"
    assert drawn(r"{\field{\*\fldinst PAGE}{\fldrslt 2}}") == "2"


def test_notes_heads_and_feet_stand_apart() -> None:
    body = r"{\header Page\par}{\headerf Exampleton\par}{\footer Town Hall\par}£900{\super\chftn}{\footnote\pard{\super\chftn} Estimated.}{\footnote\ftnalt See annex.}"
    assert drawn(body) == "Exampleton\n\n£900[1][i]\n\nTown Hall\n\n[1] Estimated.\n[i] See annex."


def test_what_follows_the_last_brace_is_not_read() -> None:
    assert read_bytes(b"{\\rtf1 Dear Sir}\x00 junk}", "letter.rtf").text == "Dear Sir"


def test_a_letter_cut_short_is_read_as_far_as_it_goes() -> None:
    assert read_bytes(rb"{\rtf1 Dear {\b Sir", "letter.rtf").text == "Dear Sir"


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(Unreadable, match=r"letter\.rtf: a damaged rich-text file"):
        read_bytes(b"{\\rtf1 " + b"{" * 100_000, "letter.rtf")
