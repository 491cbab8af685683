from pathlib import Path
from typing import Any

import pytest
from packaged import from_plain, rows_of

from foidata.packages import save, wide
from foidata.standard.dataset import Dataset

SOURCE = {"name": "a.txt", "media_type": "text/plain", "sha256": "0" * 64}
EXACT = {"qualifier": "exact"}


def year(start: int) -> dict[str, Any]:
    return {"kind": "calendar_year", "start": str(start), "end": str(start)}


def row(**facts: Any) -> dict[str, Any]:
    """The wide row of a response with one answer that holds these facts; only what is in it."""
    answer = {
        "id": "1",
        "question": {"text": "How much?"},
        "topic": "funding_by_year",
        "status": "answered",
        "text": "So.",
    }
    response = {"id": "a", "kind": "reply", "source": SOURCE, "answers": [answer | facts]}
    dataset = from_plain({"standard": "foidata-1.0", "title": "Invented", "responses": [response]})
    return {name: value for name, value in wide(dataset)[0].items() if value is not None}


def funding(*lines: dict[str, Any]) -> dict[str, Any]:
    found = row(funding=[{"status": "answered"} | line for line in lines])
    return {name: value for name, value in found.items() if name.startswith("funding_")}


def test_the_seeds_side_by_side(seeds: Dataset) -> None:
    first, second = wide(seeds)
    assert {name: value for name, value in first.items() if value is not None} == {
        "response_id": "000-4c2c9d30c976f435",
        "authority_id": "LCE",
        "authority_name": "Leicester City Council",
        "kind": "reply",
        "legal_basis": "foia_2000; eir_2004",
        "lead_exists": False,
        "posts_titles": "Community Safety (Labour Market) Coordinator",
        "posts_annual_cost_low": 50000,
        "posts_annual_cost_high": 50000,
        **{f"funding_{one}_status": "not_applicable" for one in (2019, 2020, 2021, 2022, 2023)},
        "training_first_responder_provided": True,
        "training_first_responder_within": "Safeguarding Training",
        "training_first_responder_status": "answered",
        "training_survivor_housing_provided": True,
        "training_survivor_housing_within": "Safeguarding Training",
        "training_survivor_housing_status": "answered",
        "answers": 8,
        "status_answered": 4,
        "status_nil": 0,
        "status_not_applicable": 4,
        "status_in_attachment": 0,
    }
    assert second["funding_2014_15_low"] == second["funding_2014_15_high"] == 0
    assert second["funding_2014_15_status"] == "nil"
    assert first.keys() == second.keys()


def test_a_file_of_the_wide_table_has_a_row_per_response(seeds: Dataset, tmp_path: Path) -> None:
    save(seeds, tmp_path / "wide.csv")
    header, *rows = rows_of((tmp_path / "wide.csv").read_bytes())
    assert header == list(wide(seeds)[0])
    assert [one[0] for one in rows] == [response.id for response in seeds.responses]


def test_lines_of_one_period_add_up_between_their_bounds() -> None:
    period = {"period": year(2022)}
    assert funding(
        period | {"amount": EXACT | {"value": 100}, "service": "Adults"},
        period | {"amount": {"qualifier": "at_most", "high": 50}, "status": "suppressed", "service": "Housing"},
        period | {"amount": {"qualifier": "range", "low": 10, "high": 20.5}},
    ) == {"funding_2022_low": 110, "funding_2022_high": 170.5, "funding_2022_status": "partly_answered"}


def test_a_total_with_an_unknown_part_has_no_upper_bound() -> None:
    period = {"period": year(2022)}
    assert funding(period | {"amount": EXACT | {"value": 100}}, period | {"status": "not_held"}) == {
        "funding_2022_low": 100,
        "funding_2022_status": "partly_answered",
    }


@pytest.mark.parametrize(
    "other",
    [
        {"amount": EXACT | {"value": 7}, "part_of": 1},
        {"amount": EXACT | {"value": 7}, "nature": "budget"},
        {"amount": EXACT | {"value": 7}, "period": year(2021) | {"kind": "range", "end": "2023"}, "basis": "per_year"},
        {"amount": EXACT | {"value": 7}},
    ],
)
def test_what_would_count_twice_is_left_out(other: dict[str, Any]) -> None:
    first = {"amount": EXACT | {"value": 100}, "period": year(2022), "nature": "actual"}
    found = funding(first, ({"period": year(2022)} if "period" not in other and len(other) > 1 else {}) | other)
    assert (found["funding_2022_low"], found["funding_2022_high"]) == (100, 100)


def test_an_open_period_and_a_month_have_columns_of_their_own() -> None:
    found = funding(
        {"period": {"kind": "open", "start": "2014-01"}, "status": "nil"},
        {"period": {"kind": "month", "start": "2014-01", "end": "2014-01"}, "status": "not_held"},
    )
    assert found == {"funding_2014_01_status": "not_held", "funding_2014_01_open_status": "nil"}


def test_several_leads_stand_side_by_side() -> None:
    found = row(
        leads=[
            {"status": "answered", "exists": True, "team": "Adults team", "service": "Adults"},
            {"status": "not_held", "exists": False, "service": "Children"},
            {"status": "answered", "start_year": 2016, "service": "Adults"},
        ]
    )
    assert {name: value for name, value in found.items() if name.startswith("lead_")} == {
        "lead_service": "Adults; Children",
        "lead_exists": "true; false",
        "lead_team": "Adults team; ",
        "lead_start_year": "2016; ",
    }


def test_a_post_counts_once() -> None:
    post = {"title": "Coordinator", "annual_cost": EXACT | {"value": 5}}
    found = row(posts=[post, post | {"same_as": "1"}, {"title": "Analyst", "annual_cost": EXACT | {"value": 1}}])
    assert found["posts_titles"] == "Coordinator; Analyst"
    assert (found["posts_annual_cost_low"], found["posts_annual_cost_high"]) == (6, 6)
