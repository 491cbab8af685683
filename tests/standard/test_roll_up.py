import pytest

from foidata.standard.codes import Status
from foidata.standard.roll_up import roll_up


@pytest.mark.parametrize(
    ("statuses", "one"),
    [
        ("", None),
        ("not_held not_held", "not_held"),
        ("answered nil", "answered"),
        ("nil not_applicable", "answered"),
        ("answered withheld", "partly_answered"),
        ("nil not_held not_applicable", "partly_answered"),
        ("not_held not_applicable", "not_held"),
        ("not_held withheld", "unclear"),
    ],
)
def test_statuses_come_to_one(statuses: str, one: str | None) -> None:
    assert roll_up(Status(status) for status in statuses.split()) == one
