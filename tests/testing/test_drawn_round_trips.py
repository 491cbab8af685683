"""Writing and reading what was drawn changes nothing, whatever the form."""

import csv
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import frictionless
import jsonschema
import jsonschema_rs
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from foidata import testing
from foidata.packages import load, save
from foidata.packages.table import tables_of_standard
from foidata.publish.schemas import schema_of
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical
from foidata.standard.record import Record

SCHEMA = schema_of(Dataset, "dataset.schema.json", "A foidata dataset")


def with_own_ids(dataset: Dataset) -> Dataset:
    """The same, with the ids without which tables cannot keep records apart."""

    def numbered(records: tuple[Record, ...], **inside: str) -> tuple[Record, ...]:
        numbered_inside = [
            {name: numbered(getattr(one, name)) for name in inside.values() if getattr(one, name)} for one in records
        ]
        return tuple(
            one.but(id=str(at), **more) for at, (one, more) in enumerate(zip(records, numbered_inside, strict=True))
        )

    return dataset.but(
        responses=numbered(dataset.responses, lists="answers"),
        questionnaires=numbered(dataset.questionnaires, lists="questions"),
    )


ANYTHING = testing.records(Dataset).map(with_own_ids)
"""Whatever the shape allows, sensible or not."""


def round_trip(dataset: Dataset, name: str, change: Callable[[Path], None] | None = None) -> bytes:
    with TemporaryDirectory() as folder:
        save(dataset, f"{folder}/{name}")
        if change:
            change(Path(folder, name))
        loaded = load(f"{folder}/{name}")
        assert loaded.faults == ()
        assert loaded.dataset is not None
        return canonical(loaded.dataset)


def shuffle_rows(chance: random.Random) -> Callable[[Path], None]:
    """Puts the rows of every table in another order, as another program would write them."""

    def change(folder: Path) -> None:
        for name in tables_of_standard():
            path = folder / f"{name}.csv"
            if path.exists():
                header, *rows = csv.reader(io.StringIO(path.read_bytes().decode(), newline=""))
                chance.shuffle(rows)
                page = io.StringIO(newline="")
                csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([header, *rows])
                path.write_bytes(page.getvalue().encode())

    return change


@settings(max_examples=10)
@given(st.data())
def test_a_record_is_the_same_after_canonical_json(model: type[Record], data: st.DataObject) -> None:
    record = data.draw(testing.records(model))
    for line in (False, True):
        written = canonical(record, line=line)
        assert canonical(model.model_validate_json(written, strict=True), line=line) == written


@pytest.mark.parametrize("name", ["data.json", "data.jsonl", "data.xlsx", "data.zip", "folder/"])
@pytest.mark.parametrize("datasets", [testing.datasets(), ANYTHING], ids=["sensible", "anything"])
def test_every_form_gives_the_same_bytes_back(datasets: SearchStrategy[Dataset], name: str) -> None:
    @settings(max_examples=25)
    @given(datasets)
    def gives_back(dataset: Dataset) -> None:
        assert round_trip(dataset, name) == canonical(dataset)

    gives_back()


@settings(max_examples=25)
@given(ANYTHING, st.integers(0, 2**32))
def test_the_order_of_rows_means_nothing(dataset: Dataset, seed: int) -> None:
    assert round_trip(dataset, "folder/", shuffle_rows(random.Random(seed))) == canonical(dataset)


@given(testing.datasets())
def test_datasets_are_valid_for_every_json_engine(dataset: Dataset) -> None:
    text = canonical(dataset)
    assert Dataset.model_validate_json(text, strict=True) == dataset
    assert orjson.loads(text) == json.loads(text)
    assert jsonschema_rs.Draft202012Validator(SCHEMA).is_valid(json.loads(text))
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))


@settings(max_examples=6)
@given(testing.datasets())
def test_frictionless_finds_no_fault_in_the_package_of_a_dataset(dataset: Dataset) -> None:
    with TemporaryDirectory() as folder:
        save(dataset, f"{folder}/package/")
        report = frictionless.validate(f"{folder}/package/datapackage.json")
        assert report.flatten(["title", "fieldName", "rowNumber", "message"]) == []
