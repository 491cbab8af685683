import pytest

from foidata.standard.record import Record, example_of
from foidata.standard.report import Finding, NotRun, Opinion, Place, Report, Tool, Total, Words


@pytest.mark.parametrize("record", [Finding, NotRun, Opinion, Place, Report, Tool, Total, Words])
def test_the_example_of_a_record_is_valid(record: type[Record]) -> None:
    assert record.model_validate(example_of(record))


def report(**counts: int) -> Report:
    totals = [
        {"code": "FOI101", "name": "a", "severity": level, "judges": "data", "count": count, "out_of": 9}
        for level, count in counts.items()
    ]
    return Report.model_validate(
        {
            "standard": "foidata-findings-1.0",
            "tool": {"name": "foidata", "version": "0"},
            "files": ["a.json"],
            "totals": totals,
        }
    )


@pytest.mark.parametrize(
    ("counts", "ok", "codes"),
    [
        ({"error": 1, "warning": 1, "info": 1}, False, [1, 1, 1, 0]),
        ({"error": 0, "warning": 2, "info": 0}, True, [0, 1, 1, 0]),
        ({"error": 0, "warning": 0, "info": 3}, True, [0, 0, 1, 0]),
        ({"error": 0, "warning": 0, "info": 0}, True, [0, 0, 0, 0]),
    ],
)
def test_the_exit_code_follows_the_totals_even_when_no_finding_is_listed(
    *, counts: dict[str, int], ok: bool, codes: list[int]
) -> None:
    found = report(**counts)
    assert found.ok is ok
    assert [found.exit_code(level) for level in ("error", "warning", "info", "never")] == codes
