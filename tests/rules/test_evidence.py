"""Whether values rest on the words that they are said to be read from."""

from typing import Any

import pytest
from judged import answer, faults, reason, response, within

from foidata.documents.span import Span
from foidata.standard.evidence import Evidence
from foidata.standard.facts import Count, Funding, Lead, Training
from foidata.standard.period import Period, calendar_year, financial_year

TEXT = "It cost £50k per annum. Later it cost £50k per annum again."
QUOTES = ("quote-not-at-its-place", "quote-altered", "quote-lost")


def found(evidence: Evidence, text: str = TEXT) -> list[tuple[str, str, str | None, tuple[int, int] | None]]:
    """What the rules on quotes find: rule, message, fix and stretch of the letter."""
    each = [(name, fault) for name in QUOTES for fault in faults(name, evidence, within(text))]
    return [(name, fault.message, fault.fix, fault.letter) for name, fault in each]


def test_a_quote_that_moved_is_found_at_the_nearest_place() -> None:
    message = "The quote stands at 38-52 in the letter, not at 30-44."
    moved = Evidence(start=30, end=44, quote="£50k per annum")
    assert found(moved) == [("quote-not-at-its-place", message, "Set start to 38 and end to 52.", (38, 52))]


def test_a_quote_that_was_altered_is_answered_with_the_words_of_the_letter() -> None:
    message = "The letter does not have the words '£60k per annum', but some that are nearly the same."
    ((name, said, fix, where),) = found(Evidence(start=8, end=22, quote="£60k per annum"))
    assert (name, said, fix) == ("quote-altered", message, "Did you mean '£50k per annum', at 8-22?")
    assert where == (8, 22)


LETTER = "Dear Sir,\n\nWe don’t  hold\nthat – “none”.  It cost £50k\tin 2023."


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("We don't hold that", "We don’t  hold\nthat"),
        ("WE DON’T  HOLD", "We don’t  hold"),
        ('that - "none".', "that – “none”."),
        ("It cost £50k in 2023", "It cost £50k\tin 2023"),
        ("Dear ███,", "Dear Sir,"),
        ("It cos £50k\tin 2023.", "It cost £50k\tin 2023."),
        ("it costs £50k\tin 2023", "It cost £50k\tin 2023"),
    ],
)
def test_words_that_a_program_or_a_person_changed_are_recognised_to_the_character(quote: str, words: str) -> None:
    at = LETTER.index(words)
    ((name, _, _, where),) = found(Evidence(start=0, end=len(quote), quote=quote), LETTER)
    assert (name, where) == ("quote-altered", (at, at + len(words)))


@pytest.mark.parametrize("quote", ["about £5,000 each year", "Nein.", "£7", "annum per £50k"])
def test_words_that_the_letter_does_not_have_are_lost(quote: str) -> None:
    ((name, message, _, _),) = found(Evidence(start=0, end=len(quote), quote=quote))
    assert (name, message) == ("quote-lost", f"The letter nowhere has the words {quote!r}.")


def test_quotes_may_overlap_and_be_shared() -> None:
    assert found(Evidence(start=0, end=22, quote=TEXT[:22])) == []
    assert found(Evidence(start=8, end=22, quote=TEXT[8:22])) == []


def test_a_quote_without_the_letters_text_is_not_judged() -> None:
    evidence = Evidence(start=8, end=22, quote="£60k per annum")
    for name in QUOTES:
        assert reason(name, evidence, within(None)) == "no response holds its letter's text"


def test_a_quote_that_is_not_in_its_letter_is_not_counted_among_those_in_place() -> None:
    evidence = Evidence(start=8, end=22, quote="£60k per annum")
    assert reason("quote-not-at-its-place", evidence, within(TEXT)) == "no quote is in its letter"


def test_offsets_count_code_points() -> None:
    assert found(Evidence(start=2, end=6, quote="£50k"), "😀 £50k") == []


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (50, 60)])
def test_a_place_that_is_empty_or_beyond_the_end_is_outside(start: int, end: int) -> None:
    evidence = Evidence(start=start, end=end, quote="£50k")
    assert len(faults("evidence-outside-text", evidence, within(TEXT))) == 1
    assert found(evidence) == []


def dated(quote: str, period: Period, *of: str) -> Funding:
    return line(quote, *of, qualifier="exact", value=5).but(period=period)


@pytest.mark.parametrize(
    ("quote", "period", "agrees"),
    [
        ("2022/23: £5", financial_year(2022), True),
        ("£5 for 2022-23", financial_year(2022), True),
        ("April 2022 to March 2023: £5", financial_year(2022), True),
        ("2022: £5", financial_year(2022), True),  # a bare year may stand for the one that begins in it
        ("2022: £5", financial_year(2021), True),  # or ends in it
        ("year ending March 2023 £5", financial_year(2022), True),
        ("£5 since April 2022", Period(kind="open", start="2022-04"), True),
        ("from 2019 to 2023 £5", Period(kind="range", start="2019", end="2023"), True),
        ("£5 last year", financial_year(2022), True),  # no year is said
        ("2022/23: £5", financial_year(2021), False),
        ("2022/23: £5", calendar_year(2023), False),
        ("2022: £5", calendar_year(2021), False),
        ("£5 in May 2022", Period(kind="month", start="2022-06", end="2022-06"), False),
    ],
)
def test_a_period_is_that_of_its_words(quote: str, period: Period, *, agrees: bool) -> None:
    assert (faults("period-not-in-quote", dated(quote, period)) == []) is agrees


def test_a_period_rests_on_the_quote_that_names_it() -> None:
    assert faults("period-not-in-quote", dated("2022/23: £5", calendar_year(2023), "amount")) == []
    (fault,) = faults("period-not-in-quote", dated("2022/23: £5", calendar_year(2023), "period"))
    assert fault.message == "The period is 2023, but the words quoted for it give 2022/23."


@pytest.mark.parametrize(
    ("quote", "agrees"),
    [
        ("In 2016.", True),
        ("since April 2016", True),
        ("2016/17", True),
        ("5 May 2016", True),
        ("In 2017.", False),
        ("Two years ago.", True),
    ],
)
def test_a_lead_began_in_a_year_of_its_words(quote: str, *, agrees: bool) -> None:
    lead = {"status": "answered", "start_year": 2016, "evidence": [of(quote, "start_year")]}
    found = [fault.at for fault in faults("period-not-in-quote", Lead.model_validate(lead))]
    assert found == ([] if agrees else [("start_year",)])


def of(quote: str, *fields: str) -> dict[str, Any]:
    return {"start": 0, "end": len(quote), "quote": quote} | ({"of": fields} if fields else {})


@pytest.mark.parametrize(
    ("quote", "agrees"),
    [
        ("12 March 2024", True),
        ("12/03/2024", True),
        ("Tuesday 12th March 2024", True),
        ("21 Mawrth / March 2024", False),
        ("03/12/2024", False),  # the day stands before the month
        ("12.3.24", True),  # no date that can be read
    ],
)
def test_a_date_is_that_of_its_words(quote: str, *, agrees: bool) -> None:
    sent = response(sent="2024-03-12", evidence=[of(quote, "sent")])
    made = response(request={"made": "2024-03-12"}, evidence=[of(quote, "request.made")])
    for letter in (sent, made):
        assert (faults("date-not-in-quote", letter) == []) is agrees
    assert faults("date-not-in-quote", response(sent="2024-03-12", evidence=[of(quote, "licence")])) == []


def test_a_no_is_not_a_yes() -> None:
    def lead(quote: str, **fields: Any) -> Lead:
        return Lead.model_validate({"status": "answered", "evidence": [of(quote, "exists")]} | fields)

    name = "answer-against-quote"
    assert len(faults(name, lead("No, not currently.", exists=True))) == 1
    assert len(faults(name, lead("Yes.", exists=False))) == 1
    assert faults(name, lead("No, not currently.", exists=False)) == []
    assert faults(name, lead("No, but the team can be reached", exists=True, role="point_of_contact")) == []
    assert faults(name, lead("The Community Safety team", exists=False)) == []
    assert faults(name, lead("No information is held", exists=True)) == []  # it denies something else
    training = Training.model_validate({"status": "answered", "provided": True, "evidence": [of("No.", "provided")]})
    assert [fault.at for fault in faults(name, training)] == [("provided",)]


SAID = "We spent £12,000 in 2022/23, and £9,500 the year after. Searching for more would exceed £450, the limit."


def told(text: str, *quotes: str, topic: str = "funding_by_year", **fields: Any) -> list[str]:
    """What is said of an answer with these words, from which only the quotes were read."""
    funding = [{"status": "answered", "evidence": [_evidence(text, quote)]} for quote in quotes]
    one = {"topic": topic, "text": text, "evidence": [_evidence(text, text)]} | fields
    whole = response(answer(**one, **({"funding": funding} if funding else {})), text=text)
    return [fault.message for fault in faults("figure-unclaimed", whole)]


def _evidence(text: str, quote: str) -> dict[str, Any]:
    at = Span(text, text.index(quote), text.index(quote) + len(quote))
    return {"start": at.start, "end": at.end, "quote": at.text}


def test_a_sum_that_nothing_was_read_from_is_told() -> None:
    assert told(SAID) == ["Q1 states '£12,000' and 1 more, which no value was read from."]
    assert told(SAID, "£12,000 in 2022/23") == ["Q1 states '£9,500', which no value was read from."]
    assert told(SAID, "£12,000", "£9,500") == []
    assert told("A grant of £5 came.", doubts=[{"code": "unassigned_figure", "evidence": [of("A grant of £5")]}]) == []


def test_a_value_without_its_words_claims_its_figure() -> None:
    amount = {"value": 5, "qualifier": "exact"}
    assert told("A grant of £5 came.", funding=[{"status": "answered", "amount": amount}]) == []


@pytest.mark.parametrize(("topic", "many"), [("nrm_referrals", 1), ("lead_team", 0), ("other", 1)])
def test_counts_are_looked_for_where_the_question_can_ask_for_them(topic: str, many: int) -> None:
    assert len(told("There were 7 of them.", topic=topic)) == many


def test_a_refusal_may_speak_of_figures() -> None:
    assert told("It would take £5,000 of work.", status="cost_limit") == []


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
    assert not faults("figure-not-in-quote", line(quote, **quantity))


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
    (fault,) = faults("figure-not-in-quote", line(quote, **quantity))
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
    assert len(faults("figure-not-in-quote", count)) == 1
