"""Periods: their kinds, labels and days."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foidata import testing
from foidata.standard.codes import PeriodKind
from foidata.standard.period import (
    Period,
    calendar_year,
    financial_year,
    first_day,
    kind_between,
    labelled,
    last_day,
    spanning,
)


@pytest.mark.parametrize(
    ("start", "end", "kind", "label", "form"),
    [
        ("2019-01-01", "2019-12-31", "calendar_year", "2019", ("2019", "2019")),
        ("2019-01", "2019-12", "calendar_year", "2019", ("2019", "2019")),
        ("2019", "2019", "calendar_year", "2019", ("2019", "2019")),
        ("2019-04-01", "2020-03-31", "financial_year", "2019/20", ("2019-04-01", "2020-03-31")),
        ("2019-04", "2020-03", "financial_year", "2019/20", ("2019-04-01", "2020-03-31")),
        ("1999-04", "2000-03", "financial_year", "1999/00", ("1999-04-01", "2000-03-31")),
        ("2019-09", "2020-08", "academic_year", "2019/20 ac", ("2019-09-01", "2020-08-31")),
        ("2023-04", "2023-06", "quarter", "2023-04/2023-06", ("2023-04", "2023-06")),
        ("2023-04-01", "2023-06-30", "quarter", "2023-04/2023-06", ("2023-04-01", "2023-06-30")),
        ("2023-10", "2024-03", "half_year", "2023-10/2024-03", ("2023-10", "2024-03")),
        ("2020-03-01", "2020-03-31", "month", "2020-03", ("2020-03", "2020-03")),
        ("2020-02", "2020-02", "month", "2020-02", ("2020-02", "2020-02")),
        ("2020-03", "2023-03", "range", "2020-03/2023-03", ("2020-03", "2023-03")),
        ("2014", "2016", "range", "2014/2016", ("2014", "2016")),
        ("2023-02", "2023-04", "range", "2023-02/2023-04", ("2023-02", "2023-04")),
        ("2023-01-02", "2023-12-31", "range", "2023-01-02/2023-12-31", ("2023-01-02", "2023-12-31")),
        ("2023-03-05", "2023-03-05", "range", "2023-03-05/2023-03-05", ("2023-03-05", "2023-03-05")),
    ],
)
def test_the_kind_label_and_form_follow_from_the_bounds(
    start: str, end: str, kind: str, label: str, form: tuple[str, str]
) -> None:
    period = spanning(start, end)
    assert (period.kind.value, period.label, (period.start, period.end)) == (kind, label, form)


@pytest.mark.parametrize(
    ("period", "label", "first", "last"),
    [
        (Period.make(kind="date", start="2023-12-31"), "2023-12-31", (2023, 12, 31), (2023, 12, 31)),
        (Period.make(kind="date", start="2023-02"), "2023-02", (2023, 2, 1), (2023, 2, 28)),
        (Period.make(kind="open", start="2014-01"), "2014-01/..", (2014, 1, 1), None),
        (Period.make(kind="open", end="2014"), "../2014", None, (2014, 12, 31)),
        (calendar_year(2019), "2019", (2019, 1, 1), (2019, 12, 31)),
        (financial_year(2019), "2019/20", (2019, 4, 1), (2020, 3, 31)),
    ],
)
def test_dates_and_open_periods_have_labels_and_days_too(
    period: Period, label: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    assert period.label == label
    assert period.first_day == (first and datetime.date(*first))
    assert period.last_day == (last and datetime.date(*last))


def test_a_period_keeps_the_words_that_stated_it() -> None:
    assert financial_year(2014, "2014/15").stated == spanning("2014-04", "2015-03", "2014/15").stated == "2014/15"
    assert spanning("2014", "2014").stated is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from((4, 7, 10)))
def test_a_partial_day_runs_from_its_first_to_its_last_day(day: datetime.date, length: int) -> None:
    partial = day.isoformat()[:length]
    assert first_day(partial) <= day <= last_day(partial)
    assert first_day(partial).isoformat().startswith(partial)
    assert last_day(partial).isoformat().startswith(partial)
    after = last_day(partial) + datetime.timedelta(days=1)
    assert not after.isoformat().startswith(partial) or length == 10


@given(testing.periods())
@example(spanning("1900", "1900"))
@example(spanning("2099-12", "2099-12"))
def test_spanning_gives_the_kind_between_its_days_and_changes_no_day(period: Period) -> None:
    start, end = period.start or period.end, period.end or period.start
    assert start
    assert end
    spanned = spanning(start, end)
    assert spanned.kind is kind_between(first_day(start), last_day(end))
    assert (spanned.first_day, spanned.last_day) == (first_day(start), last_day(end))
    assert spanned == spanning(str(spanned.start), str(spanned.end))


@given(testing.periods(), testing.periods())
def test_overlapping_is_mutual_and_of_itself(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


@given(testing.periods(), testing.periods())
def test_periods_overlap_when_a_day_is_in_both(one: Period, other: Period) -> None:
    earliest, latest = datetime.date.min, datetime.date.max
    begins = max(one.first_day or earliest, other.first_day or earliest)
    ends = min(one.last_day or latest, other.last_day or latest)
    assert one.overlaps(other) == (begins <= ends)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (calendar_year(2019), calendar_year(2019), True),
        (calendar_year(2019), financial_year(2019), True),
        (calendar_year(2019), calendar_year(2020), False),
        (financial_year(2019), Period.make(kind="date", start="2020-03-31"), True),
        (financial_year(2019), Period.make(kind="date", start="2020-04-01"), False),
        (Period.make(kind="open", start="2014"), calendar_year(2030), True),
        (Period.make(kind="open", start="2014"), calendar_year(2013), False),
        (Period.make(kind="open", end="2014"), Period.make(kind="open", start="2015"), False),
        (Period.make(kind="open", end="2014"), Period.make(kind="open", end="1950"), True),
    ],
)
def test_periods_that_do_and_do_not_overlap(one: Period, other: Period, *, expected: bool) -> None:
    assert one.overlaps(other) is expected


@given(testing.periods(), testing.periods())
def test_periods_of_one_label_are_of_the_same_days(one: Period, other: Period) -> None:
    if one.label == other.label and (one.kind is other.kind):
        assert (one.first_day, one.last_day) == (other.first_day, other.last_day)


@given(st.integers(1900, 2098))
def test_years_of_each_kind_have_their_own_labels(year: int) -> None:
    kinds = [(1, 12, 0), (4, 3, 1), (9, 8, 1)]
    periods = [spanning(f"{year}-{first:02}", f"{year + more}-{last:02}") for first, last, more in kinds]
    assert [one.kind for one in periods] == [
        PeriodKind.CALENDAR_YEAR,
        PeriodKind.FINANCIAL_YEAR,
        PeriodKind.ACADEMIC_YEAR,
    ]
    assert len({one.label for one in periods}) == 3


@given(testing.periods())
def test_a_label_leads_back_to_its_period(period: Period) -> None:
    found = labelled(period.label)
    assert found is not None
    assert found.label == period.label
    if (found.kind, found.start, found.end) != (period.kind, period.start, period.end):
        shorter = (PeriodKind.QUARTER, PeriodKind.HALF_YEAR)  # whose labels leave the days out
        assert period.kind in shorter or (period.kind is PeriodKind.DATE and len(period.start or "") < 10)


@pytest.mark.parametrize("words", ["", "x", "2019/21", "2020-13", "1700", "../..", "2019/", "2019/20 AC", "2019-02-30"])
def test_words_that_are_no_label_give_no_period(words: str) -> None:
    assert labelled(words) is None
