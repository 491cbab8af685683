import itertools
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packaged import SEEDS, Package, from_plain, shuffled, whole_dataset, zipped

from foidata.packages import formats, load, load_bytes, save
from foidata.packages.fieldschemas import property_schemas
from foidata.packages.pack import pack
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical

TARGETS = [
    "data.json",
    "data.json.gz",
    "data.jsonl",
    "data.jsonl.gz",
    "data.xlsx",
    "data.zip",
    "data.sqlite",
    "folder/",
    "folder/datapackage.json",
]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
NUMBER = st.decimals(-(10**9), 10**9, places=3) | st.integers(-(10**12), 10**12)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("which", ["seeds", "whole"])
def test_reading_undoes_writing(which: str, target: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    dataset: Dataset = request.getfixturevalue(which)
    save(dataset, f"{tmp_path}/{target}")
    loaded = load(tmp_path / target)
    assert loaded.faults == ()
    assert loaded.dataset is not None
    assert canonical(loaded.dataset) == canonical(dataset)


def test_the_seeds_are_canonical_and_are_written_as_they_are(seeds: Dataset, tmp_path: Path) -> None:
    save(seeds, tmp_path / "seeds.json")
    assert (tmp_path / "seeds.json").read_bytes() == SEEDS.read_bytes()


@pytest.mark.parametrize("target", TARGETS)
def test_writing_twice_gives_the_same_bytes(target: str, whole: Dataset, tmp_path: Path) -> None:
    save(whole, f"{tmp_path}/first/{target}")
    save(whole, f"{tmp_path}/second/{target}")
    first, second = (
        {found.relative_to(root): found.read_bytes() for found in root.rglob("*") if found.is_file()}
        for root in (tmp_path / "first", tmp_path / "second")
    )
    assert first == second


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_the_order_of_rows_and_columns_means_nothing_to_us(seed: int, whole: Dataset) -> None:
    loaded = load_bytes(zipped(shuffled(dict(pack(whole)), seed)), "package.zip")
    assert {fault.kind for fault in loaded.faults} <= {"column_order"}  # which only other programs mind
    assert loaded.dataset == whole


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXT, min_size=5, max_size=20), st.lists(NUMBER, min_size=5, max_size=20), st.randoms())
def test_any_text_and_number_survives_a_package(texts: list[str], numbers: list[object], chance: random.Random) -> None:
    words, figures = itertools.cycle(texts), itertools.cycle(numbers)

    def say(record: type, field: str, example: object) -> object:
        schema = property_schemas(record)[field]
        if schema.get("type") == "number":
            return next(figures)
        if schema.get("type") == "array" and schema["items"] == {"minLength": 1, "type": "string"}:
            return [next(words), next(words)]
        free = schema.get("type") == "string" and not {"pattern", "enum", "const", "format"} & schema.keys()
        return next(words) if free else example

    dataset = from_plain(whole_dataset(say))
    loaded = load_bytes(zipped(dict(pack(dataset))), "package.zip")
    assert loaded.faults == ()
    assert loaded.dataset is not None
    assert canonical(loaded.dataset) == canonical(dataset)


def test_text_that_csv_must_quote_survives_a_package() -> None:
    nasty = ' a "quoted", =SUM(A1)\r\nsecond\rthird\n\x0b\x85\u2028 é😀\tend '

    def say(record: type, field: str, example: object) -> object:
        return nasty if property_schemas(record)[field].get("type") == "string" and field == "text" else example

    dataset = from_plain(whole_dataset(say))
    package = Package(dataset)
    assert package.files[f"texts/{dataset.responses[0].id}.txt"] == nasty.encode()
    loaded = load_bytes(zipped(package.files), "package.zip")
    assert loaded.faults == ()
    assert loaded.dataset == dataset


def test_a_long_answer_survives_a_package() -> None:
    long = "a word, and " * 20_000

    def say(record: type, field: str, example: object) -> object:
        return long if field == "text" else example

    dataset = from_plain(whole_dataset(say))
    assert load_bytes(zipped(dict(pack(dataset))), "package.zip").dataset == dataset


def test_a_package_without_a_letters_text_keeps_its_hash_and_quotes(seeds: Dataset) -> None:
    bare = seeds.but(
        responses=tuple(one.but(source=one.source.but(text=None)) for one in seeds.responses), questionnaires=()
    )
    package = Package(bare)
    assert not [path for path in package.files if path.startswith("texts/")]
    assert load_bytes(zipped(package.files), "package.zip").dataset == bare


def test_a_response_without_answers_survives_a_package(whole: Dataset) -> None:
    bare = whole.but(responses=whole.responses[1:], questionnaires=())
    package = Package(bare)
    assert {path for path in package.files if path.endswith(".csv") and "/" not in path} == {
        "responses.csv",
        "answers.csv",
        "evidence.csv",
        "responses_wide.csv",
    }
    assert load_bytes(zipped(package.files), "package.zip").dataset == bare


def test_every_format_that_is_read_is_also_written() -> None:
    lone = ["table"]  # one table alone is no dataset
    assert [one.name for one in formats() if one.reads and not one.save] == lone
    assert [one.name for one in formats()] == ["csv", "folder", "json", "jsonl", "sqlite", "table", "xlsx", "zip"]
