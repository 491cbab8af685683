"""A stretch knows where it stands, whatever is taken from it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from foidata.documents.span import Span

TEXT = "one\n  two three \n\nfour"


def span(start: int = 0, end: int | None = None, text: str = TEXT) -> Span:
    return Span(text, start, len(text) if end is None else end)


def test_a_stretch_is_the_words_between_its_ends() -> None:
    assert span(6, 9).text == "two"


def test_a_stretch_without_words_is_false() -> None:
    assert not span(4, 4)
    assert span(4, 5)


def test_a_stretch_that_would_end_before_it_starts_is_empty() -> None:
    assert span().to(9, 4) == span(9, 9)


def test_a_match_stands_in_the_whole_text() -> None:
    found = span(4).search(re.compile(r"\w+"))
    assert found is not None
    assert span(4).of(found) == span(6, 9)


def test_a_match_never_reaches_out_of_the_stretch() -> None:
    assert span(0, 8).search(re.compile("two")) is None
    assert span(1).match(re.compile("one")) is None
    assert [found[0] for found in span(0, 12).matches(re.compile(r"\w+"))] == ["one", "two", "th"]


def test_evidence_is_the_words_with_their_offsets() -> None:
    one = span(6, 9).evidence("team")
    assert (one.start, one.end, one.quote, one.of) == (6, 9, "two", ("team",))


def test_a_stretch_holds_what_lies_inside_it() -> None:
    assert span(4, 10).holds(span(6, 9))
    assert not span(6, 9).holds(span(4, 10))


@given(st.text(alphabet="ab \n\t\u00a0"), st.data())
def test_lines_and_ends_stay_in_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stretch = Span(text, start, data.draw(st.integers(start, len(text))))
    assert "\n".join(line.text for line in stretch.lines()) == stretch.text
    assert stretch.stripped().text == stretch.text.strip()
    assert all(stretch.holds(line) for line in stretch.lines())
