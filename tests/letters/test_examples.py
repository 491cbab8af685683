"""Every example letter gives its record, and a seed's content gives the seed's facts in any layout."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from letters import EXAMPLES, SEEDS, converted, evidence, record

from foidata.standard.json import canonical
from foidata.standard.response import Response

LETTERS = sorted(EXAMPLES.glob("*.txt"))
LAYOUTS = [
    *(
        ("000_4c2c9d30c976f435", f"leads-{one}")
        for one in ("answers-below", "quoted", "repeated", "unnumbered", "wrapped")
    ),
    *(("001_283c351fd9f01035", f"budget-{one}") for one in ("answers-below", "table", "wrapped")),
]
RENAMED = {
    "Exampleton, Exampleshire and Sampleland": "Leicester, Leicestershire and Rutland",
    "(EES)": "(LLR)",
    "Exampleshire": "Leicestershire",
    "Eastmere University Hospitals": "University Hospitals Leicester",
    "Exampleton": "Leicester",
    "Eastmere": "East Midlands",
}
ABOUT_PLACES = {"evidence", "lead_in", "doubts"}


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_a_letter_gives_its_record(letter: Path) -> None:
    expected = json.loads(letter.with_suffix(".json").read_text(encoding="utf-8"), parse_float=Decimal)
    assert record(converted(letter)) == expected


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_a_record_is_a_response_in_canonical_form(letter: Path) -> None:
    written = letter.with_suffix(".json").read_bytes()
    assert canonical(Response.model_validate_json(written, strict=True)) == written


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_every_quote_of_an_example_stands_where_its_offsets_say(letter: Path) -> None:
    response = converted(letter)
    text = response.source.text or ""
    assert [one for one in evidence(response) if text[one.start : one.end] != one.quote] == []


def test_there_are_letters_of_many_shapes() -> None:
    assert len(LETTERS) >= 16


def test_every_letter_has_a_record_and_every_record_a_letter() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.json")} == {path.stem for path in LETTERS}


def test_the_readme_tells_of_every_letter_and_of_no_other() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    told = {line.split("`")[1] for line in readme.splitlines() if line.startswith("| `")}
    assert told == {path.stem for path in LETTERS}


@pytest.mark.parametrize(("seed", "layout"), LAYOUTS, ids=lambda name: name)
def test_a_layout_changes_nothing_of_what_a_seed_says(seed: str, layout: str) -> None:
    expected = facts(record(converted(SEEDS / f"{seed}.txt"))["answers"])
    assert facts(record(converted(EXAMPLES / f"{layout}.txt"))["answers"]) == expected


def facts(value: Any) -> Any:
    """What answers say, apart from where they say it, how they are numbered, and what the places are called."""
    match value:
        case dict():
            return {
                name: facts(one)
                for name, one in value.items()
                if name not in {*ABOUT_PLACES, "number"} and (name != "id" or "role" not in value)
            }
        case list():
            return [facts(one) for one in value]
        case str():
            return renamed(" ".join(value.replace("\n> ", "\n").split()))
        case _:
            return value


def renamed(words: str) -> str:
    for name, other in RENAMED.items():
        words = words.replace(name, other)
    return words.replace("\u2010", "-")
