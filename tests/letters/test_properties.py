"""What holds for any letter, however cut, shuffled or strange: no error, no figure from nowhere, no endless work."""

import random
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import EXAMPLES, SEEDS, evidence, quantities, records, whole

from foidata.documents.read import read
from foidata.letters.convert import convert
from foidata.letters.finders.numbers import numbers_in
from foidata.letters.topics import LISTS
from foidata.standard.evidence import Evidence
from foidata.standard.record import Record
from foidata.standard.response import Response

LETTERS = [*sorted(SEEDS.glob("*.txt")), *sorted(EXAMPLES.glob("*.txt"))]
PIECES = [
    *("1. ", "2) ", "Q3. ", "(a) ", "a) ", "i) ", "• ", "- ", "> ", "| ", "1-4. ", "C1 / Q1. ", "12", "\t"),
    *("\n", "\n\n", " ", "\u00a0", "\n \n", ". ", "? ", ": ", ", ", "; ", "(", ")", "[1] ", "“", "’s "),
    *(
        "£1,000",
        "£50k per annum",
        "approx. £25k",
        "£10-15k",
        "12,000",
        "£0",
        "nil",
        "None",
        "up to £5",
        "£999999999999999",
    ),
    *("2019", "2014/15", "2019-20 to 2021-22", "March 2020", "1 April 2019 to 31 March 2020", "since 2012", "FY15"),
    *("2099/00", "31/02/2024", "fewer than 5", "<5", "N/A", "Not applicable", "No dedicated budget", "not held", "Yes"),
    *("No not currently.", "as above", "see Q1", "section 12(1)", "section 40", "please see attached the Plan 2015"),
    *("Do you have a specialist lead for modern slavery", "What training do you provide", "How much did you spend on"),
    *("Answer: ", "Response", "You asked:", "Our response", "Dear Ms Madeup", "Yours sincerely", "Synthetic Person"),
    *(
        "If you are dissatisfied ",
        "internal review",
        "foi@exampleton.gov.uk",
        "a.person@exampleton.gov.uk",
        "01632 960123",
    ),
    *("Exampleton City Council", "Northmere Constabulary", "the Council", "funded a Coordinator post", "of which "),
    *(
        "Eastmere Anti Trafficking Partnership",
        "It is a member of the ",
        "Safeguarding Training",
        "covered as part of ",
    ),
    *("Freedom of Information Act 2000", "Open Government Licence v3.0", "Our ref: FOI 123", "Date: 3 May 2022"),
]


def text_of(path: Path) -> str:
    return read(path).text


def check(text: str) -> Response:
    """Convert a text, and see that all that the record says stands in it."""
    response = convert(whole(text), keep_names=True)
    assert [one for one in evidence(response) if text[one.start : one.end] != one.quote] == []
    for one in records(response):
        if isinstance(one, tuple(LISTS)):
            assert one.evidence, one
            stated = numbers_of(one.evidence)
            assert [numbers for numbers in figures(one) if not numbers & stated] == []
    return response


def figures(record: Record) -> Iterator[set[Decimal]]:
    """The figures of a record, each with the one by which its words may give it: at most 4 is "fewer than 5"."""
    for quantity in quantities(record):
        if quantity.value is not None:
            yield {quantity.value}
        if quantity.low is not None:
            yield {quantity.low, quantity.low - 1}
        if quantity.high is not None:
            yield {quantity.high, quantity.high + 1}


def numbers_of(quotes: tuple[Evidence, ...]) -> set[Decimal]:
    return {number for one in quotes for number in numbers_in(one.quote)}


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_every_figure_of_a_letter_stands_in_its_quote(path: Path) -> None:
    assert check(text_of(path)).id


@given(st.sampled_from(LETTERS), st.data())
@settings(max_examples=40, deadline=None)
def test_a_letter_cut_at_any_line_says_no_more_than_its_words(path: Path, data: st.DataObject) -> None:
    lines = text_of(path).split("\n")
    first = data.draw(st.integers(0, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    check("\n".join(lines[first:last]))


@given(st.sampled_from(LETTERS), st.data())
@settings(max_examples=60, deadline=None)
def test_a_letter_cut_in_the_middle_of_a_word_says_no_more_than_its_words(path: Path, data: st.DataObject) -> None:
    text = text_of(path)
    first = data.draw(st.integers(0, len(text)))
    check(text[first : data.draw(st.integers(first, len(text)))])


@given(st.sampled_from(LETTERS), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_a_letter_with_its_lines_shuffled_says_no_more_than_its_words(path: Path, dice: random.Random) -> None:
    lines = text_of(path).split("\n")
    dice.shuffle(lines)
    check("\n".join(lines))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_emptied_of_its_answers_gives_no_figure(path: Path) -> None:
    text = text_of(path)
    spans = {
        (one.start, one.end) for answer in convert(whole(text), keep_names=True).answers for one in answer.evidence
    }
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    assert list(quantities(check(text))) == []


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_of_such_words_says_no_more_than_its_words(text: str) -> None:
    check(text)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_text_at_all_gives_a_record(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=60, deadline=None)
def test_the_masked_record_of_any_text_quotes_the_masked_text(text: str) -> None:
    response = convert(whole(text))
    masked = response.source.text or ""
    assert len(masked) == len(text)
    assert [one for one in evidence(response) if masked[one.start : one.end] != one.quote] == []


ASKED = "1. How much did your authority spend on supporting victims of modern slavery in 2019 and 2020?\n\nAnswer: "
KNOWN = (
    "Do you as a local authority have a specialist lead/single point of contact on issues relating to modern slavery?"
)
ENDLESS = {
    "letters": "a) " * 100_000,
    "lettered lines": "a)\n" * 20_000,
    "sums": "£1,000 " * 100_000,
    "years": "2014/15-" * 100_000,
    "nested brackets": "(" * 100_000 + ")" * 100_000,
    "square brackets": "[" * 100_000 + "]" * 100_000,
    "numbered lines": "1. x?\n" * 20_000,
    "rising numbers": "".join(f"{number % 99 + 1}. What is it?\n" for number in range(10_000)),
    "questions twice": "".join(f"{number % 40 + 1}. what is it?\n" for number in range(5_000)) * 2,
    "bullets": "• what?\n" * 5_000,
    "known questions": f"{KNOWN}\n\nNo\n\n" * 1_000,
    "sums with years": ASKED + "£1,000 in 2019, " * 10_000,
    "years without sums": ASKED + "2019 " * 20_000,
    "absences": ASKED + "no dedicated budget " * 10_000,
    "partnerships": "1. Are you in a partnership?\n\nWe are a member of the Anti Slavery Partnership " * 3_000,
    "one partnership letter": "1. Are you in a partnership?\n\n" + "A " * 50_000,
    "documents": "1. Please send a copy of your strategy?\n\n" + "Modern Slavery " * 10_000 + "strategy",
    "people": "Mr John Smith\n" * 10_000,
    "greetings": "Dear John Smith\n" * 10_000,
    "telephones": "01632 960123 " * 10_000,
    "mailboxes": "a." * 50_000 + "@exampleton.gov.uk",
    "addresses": "a@b." * 20_000,
    "councils": "Exampleton City Council\n" * 5_000,
    "joined words": "Ab-" * 20_000,
    "blank lines": "\n" * 100_000 + "x",
    "blanks": "\u00a0" * 200_000 + "x",
    "one word": "a" * 300_000,
    "one number": "1" * 300_000,
    "stops": "." * 300_000,
    "quotes": ">\n" * 20_000 + "x",
    "dates": "12 March 2024\n" * 10_000,
    "wrapped lines": ("word " * 14 + "\n") * 5_000,
}
SECONDS = 30
"""Far more of the processor's own time than any of these takes, and far less than work that grows with the square."""


@pytest.mark.parametrize("words", ENDLESS.values(), ids=ENDLESS)
def test_a_long_text_of_any_kind_is_read_in_a_short_time(words: str) -> None:
    start = time.process_time()
    convert(whole(words))
    assert time.process_time() - start < SECONDS
