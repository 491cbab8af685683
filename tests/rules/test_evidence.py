from typing import Any

import pytest

from foidata.rules import Asked, Fault, Rule, Unjudged, Within, rules
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Count, Funding
from foidata.standard.response import Response

TEXT = "It cost £50k per annum. Later it cost £50k per annum again."


def rule(name: str) -> Rule:
    return next(one for one in rules() if one.name == name)


def within(text: str | None = TEXT) -> Within:
    source = {"name": "a.txt", "media_type": "text/plain", "sha256": "0" * 64} | ({"text": text} if text else {})
    response = Response.model_validate({"id": "a", "kind": "reply", "source": source})
    return Within(response, None, response)


def test_a_quote_that_moved_is_found_at_the_nearest_place() -> None:
    evidence = Evidence(start=30, end=44, quote="£50k per annum")
    (fault,) = rule("quote-not-at-its-place").outcomes(evidence, Asked(), within())
    assert isinstance(fault, Fault)
    assert fault.message == "The quote stands at 38-52 in the letter, not at 30-44."
    assert fault.letter == (38, 52)
    assert fault.fix == "Set start to 38 and end to 52."


def test_a_quote_that_the_letter_does_not_have_is_said_to_be_missing() -> None:
    evidence = Evidence(start=8, end=22, quote="£60k per annum")
    (fault,) = rule("quote-not-at-its-place").outcomes(evidence, Asked(), within())
    assert isinstance(fault, Fault)
    assert fault.message == "The letter does not have the words '£60k per annum'."


def test_a_quote_without_the_letters_text_is_not_judged() -> None:
    evidence = Evidence(start=8, end=22, quote="£60k per annum")
    outcomes = list(rule("quote-not-at-its-place").outcomes(evidence, Asked(), within(None)))
    assert [type(outcome) for outcome in outcomes] == [Unjudged]


def test_offsets_count_code_points() -> None:
    evidence = Evidence(start=2, end=6, quote="£50k")
    assert not list(rule("quote-not-at-its-place").outcomes(evidence, Asked(), within("😀 £50k")))


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (50, 60)])
def test_a_place_that_is_empty_or_beyond_the_end_is_outside(start: int, end: int) -> None:
    evidence = Evidence(start=start, end=end, quote="£50k")
    assert len(list(rule("evidence-outside-text").outcomes(evidence, Asked(), within()))) == 1
    assert not list(rule("quote-not-at-its-place").outcomes(evidence, Asked(), within()))


def line(quote: str, *of: str, **quantity: Any) -> Funding:
    evidence = {"start": 0, "end": len(quote), "quote": quote} | ({"of": of} if of else {})
    return Funding.model_validate({"status": "answered", "amount": quantity, "evidence": [evidence]})


@pytest.mark.parametrize(
    ("quote", "quantity"),
    [
        ("£50k per annum", {"qualifier": "exact", "value": 50000}),
        ("£1.2m", {"qualifier": "exact", "value": 1200000}),
        ("£12,345.60", {"qualifier": "exact", "value": 12345.6}),
        ("none", {"qualifier": "exact", "value": 0}),
        ("fewer than 5", {"qualifier": "at_most", "high": 4}),
        ("5 or fewer", {"qualifier": "at_most", "high": 5}),
        ("more than £100", {"qualifier": "at_least", "low": 101}),
        ("1 to 4", {"qualifier": "range", "low": 1, "high": 4}),
        ("<5", {"qualifier": "range", "low": 1, "high": 4}),
    ],
)
def test_a_figure_may_be_written_in_many_ways(quote: str, quantity: dict[str, Any]) -> None:
    assert not list(rule("figure-not-in-quote").outcomes(line(quote, **quantity), Asked()))


@pytest.mark.parametrize(
    ("quote", "quantity"),
    [
        ("£50k per annum", {"qualifier": "exact", "value": 5000}),
        ("£1,200", {"qualifier": "exact", "value": 12000}),
        ("fewer than 5", {"qualifier": "at_most", "high": 3}),
        ("between 10 and 20", {"qualifier": "range", "low": 10, "high": 30}),
        ("some money was spent", {"qualifier": "exact", "value": 0}),
    ],
)
def test_a_figure_that_is_not_in_its_words_is_found(quote: str, quantity: dict[str, Any]) -> None:
    (fault,) = rule("figure-not-in-quote").outcomes(line(quote, **quantity), Asked())
    assert isinstance(fault, Fault)
    assert fault.at == ("amount",)


def test_a_figure_rests_on_the_quote_that_names_it() -> None:
    count = Count.model_validate(
        {
            "status": "answered",
            "measure": "referrals",
            "label": "referrals",
            "quantity": {"qualifier": "exact", "value": 2023},
            "evidence": [
                {"start": 0, "end": 4, "quote": "2023", "of": ["period"]},
                {"start": 5, "end": 6, "quote": "7", "of": ["quantity"]},
            ],
        }
    )
    assert len(list(rule("figure-not-in-quote").outcomes(count, Asked()))) == 1
