"""Working days, against the bank holidays that were looked up and due dates that were worked out by hand."""

import csv
import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from foidata.standard.clock import SCOTLAND, UNITED_KINGDOM, Clock, clock_of, due
from foidata.standard.codes import Law

SOURCE = Path(__file__).parents[2] / "sources" / "bank_holidays.csv"
ROWS = list(csv.DictReader(SOURCE.read_text("utf-8").splitlines()))


@pytest.mark.parametrize(
    ("clock", "column"),
    [(UNITED_KINGDOM, "non_working_foia"), (SCOTLAND, "non_working_foisa")],
    ids=["all", "Scotland"],
)
def test_the_clock_stops_on_the_listed_bank_holidays_and_on_no_other_weekday(clock: Clock, column: str) -> None:
    listed = {datetime.date.fromisoformat(row["date"]) for row in ROWS if row[column] == "yes"}
    first = datetime.date(min(day.year for day in listed), 1, 1)
    last = datetime.date(max(day.year for day in listed), 12, 31)
    days = (first + datetime.timedelta(days=number) for number in range((last - first).days + 1))
    stopped = {day for day in days if day.weekday() < 5 and not clock.runs_on(day)}
    assert stopped == {day for day in listed if day.weekday() < 5}


@pytest.mark.parametrize(
    ("received", "foia_20", "foisa_20", "foia_40", "foisa_40"),
    [
        ("2015-07-01", "2015-07-30", "2015-07-29", "2015-08-28", "2015-08-27"),
        ("2022-06-20", "2022-07-19", "2022-07-18", "2022-08-17", "2022-08-16"),
        ("2022-09-10", "2022-10-10", "2022-10-10", "2022-11-07", "2022-11-07"),  # a Saturday; a proclaimed holiday
        ("2022-12-19", "2023-01-20", "2023-01-20", "2023-02-17", "2023-02-17"),
        ("2023-04-25", "2023-05-25", "2023-05-25", "2023-06-23", "2023-06-23"),  # the coronation
        ("2024-02-08", "2024-03-07", "2024-03-07", "2024-04-09", "2024-04-05"),
        ("2024-03-01", "2024-04-03", "2024-04-01", "2024-05-01", "2024-04-29"),  # Easter Monday works in Scotland
        ("2026-05-20", "2026-06-19", "2026-06-19", "2026-07-20", "2026-07-17"),  # 15 June was proclaimed for Scotland
    ],
)
def test_due_dates_are_those_worked_out_by_hand(
    received: str, foia_20: str, foisa_20: str, foia_40: str, foisa_40: str
) -> None:
    day = datetime.date.fromisoformat(received)
    assert due(day, Law.FOIA_2000).isoformat() == due(day, Law.EIR_2004).isoformat() == foia_20
    assert due(day, Law.FOISA_2002).isoformat() == due(day, Law.EISR_2004).isoformat() == foisa_20
    assert due(day, Law.FOIA_2000, 40).isoformat() == foia_40
    assert due(day, Law.FOISA_2002, 40).isoformat() == foisa_40


def test_the_days_between_are_those_that_it_takes() -> None:
    day = datetime.date(2024, 3, 1)
    for law in Law:
        clock = clock_of(law)
        assert [clock.between(day, clock.after(day, number)) for number in range(30)] == list(range(30))
    assert UNITED_KINGDOM.between(day, day - datetime.timedelta(days=9)) == 0


def test_nothing_that_only_reads_data_imports_the_calendar() -> None:
    code = "import sys, foidata.front, foidata.validate.validate; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
