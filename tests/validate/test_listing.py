import pytest

from foidata.standard.report import Report
from foidata.validate.listing import broken, many, not_checked, verdict, visible


def test_rules_stand_with_those_about_the_data_first_and_then_the_worst(everything: Report) -> None:
    found = [(one.total.judges.value, one.total.severity.value, one.total.code) for one in broken(everything)]
    order = {"data": 0, "letter": 1, "error": 0, "warning": 1, "info": 2}
    assert found == sorted(found, key=lambda one: (order[one[0]], order[one[1]], one[2]))
    assert sum(len(one.findings) for one in broken(everything)) == len(everything.findings)


def test_a_tally_says_of_how_many(seeds: Report) -> None:
    assert [(one.total.code, one.tally, one.unlisted) for one in broken(seeds)] == [
        ("FOI501", "1 found, 2 looked at", 0),
        ("FOI214", "1 found, 2 looked at", 0),
        ("FOI502", "1 found, 2 looked at", 0),
    ]


def test_checks_that_did_not_run_stand_by_reason(seeds: Report) -> None:
    by_reason = dict(not_checked(seeds))
    assert [one.code for one in by_reason["no letter gives a date"]] == ["FOI302"]
    assert sum(len(checks) for checks in by_reason.values()) == len(seeds.not_run)


def test_the_verdict_counts_data_and_letters_apart(seeds: Report) -> None:
    assert verdict(seeds) == "1 file: 0 errors, 0 warnings, 1 note about the data; 2 notes about the letters."
    assert many(1, "error") == "1 error"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("£50,000 – “plain” 日本 é", "£50,000 – “plain” 日本 é"),
        ("a\tb\r\nc", "a b  c"),
        ("\x1b[2J\x00\x7f", "␛[2J␀�"),
        ("a\u202eb\u2028c\ufffe\x9b", "a�b�c��"),
        ("", ""),
    ],
)
def test_nothing_hidden_is_left_in_a_text(text: str, shown: str) -> None:
    assert visible(text) == shown
