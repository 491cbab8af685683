"""A descriptor may say more than ours, and never less without being told so."""

from collections.abc import Callable
from typing import Any

import pytest
from packaged import Package, descriptor, from_plain, met, numbers, whole_dataset

from foidata.standard.dataset import Dataset

Schema = dict[str, Any]


def schema_of(whole: Schema, name: str) -> Schema:
    schema: Schema = next(one for one in whole["resources"] if one["name"] == name)["schema"]
    return schema


def column(schema: Schema, name: str) -> Schema:
    found: Schema = next(one for one in schema["fields"] if one["name"] == name)
    return found


def test_what_we_write_declares_nothing_less() -> None:
    loaded, faults = met(Package(from_plain(whole_dataset())))
    assert faults == []
    assert loaded.sound


WEAKER: list[tuple[Callable[[Schema], object], str]] = [
    (lambda schema: column(schema, "amount_value")["constraints"].pop("maximum"), "amount_value has no maximum"),
    (
        lambda schema: column(schema, "amount_value")["constraints"].update(maximum=10**15),
        "amount_value has another maximum",
    ),
    (lambda schema: column(schema, "status")["constraints"]["enum"].append("nill"), "status has another enum"),
    (
        lambda schema: column(schema, "response_id")["constraints"].update(pattern="."),
        "response_id has another pattern",
    ),
    (lambda schema: column(schema, "amount_value").update(type="any"), "amount_value is not of type number"),
    (lambda schema: column(schema, "status").pop("constraints"), "status has no required, and 1 more"),
    (lambda schema: schema["fields"].pop(0), "it has no column response_id"),
    (lambda schema: schema.update(missingValues=["", "n/a"]), "it takes words for missing values"),
    (lambda schema: schema.pop("primaryKey"), "it does not have the same primary key"),
    (
        lambda schema: schema["foreignKeys"].pop(0),
        "it has no foreign key from response_id and answer_id to answers",
    ),
]


@pytest.mark.parametrize(("weaken", "what"), WEAKER, ids=[what for _, what in WEAKER])
def test_a_schema_that_asks_less_is_told_so_and_read_all_the_same(
    weaken: Callable[[Schema], object], what: str, seeds: Dataset
) -> None:
    package = Package(seeds)
    descriptor(package, lambda whole: weaken(schema_of(whole, "funding")))
    loaded, faults = met(package)
    assert [kind for kind, _, _ in faults] == ["weakened_schema"]
    assert loaded.faults[0].message == f"the schema of funding is weaker than the published one: {what}"
    assert numbers(loaded) == [0, 1]


STRICTER: dict[str, Callable[[Schema], object]] = {
    "other words": lambda schema: column(schema, "amount_value").update(description="Amount", title="Amount"),
    "another order": lambda schema: schema["fields"].reverse(),
    "one more constraint": lambda schema: column(schema, "amount_value")["constraints"].update(required=True),
    "stricter constraints": lambda schema: (
        column(schema, "amount_value")["constraints"].update(minimum=0, maximum=100),
        column(schema, "status")["constraints"]["enum"].pop(),
    ),
    "one more column": lambda schema: schema["fields"].append({"name": "colour", "type": "string"}),
    "no words for missing values": lambda schema: schema.pop("missingValues"),
    "an optional column fewer": lambda schema: schema["fields"].remove(column(schema, "purpose")),
}


@pytest.mark.parametrize("change", STRICTER.values(), ids=STRICTER)
def test_a_schema_that_asks_as_much_in_another_way_is_no_fault(
    change: Callable[[Schema], object], seeds: Dataset
) -> None:
    package = Package(seeds)
    descriptor(package, lambda whole: change(schema_of(whole, "funding")))
    assert [one for one in met(package)[1] if one[0] != "column_order"] == []


def test_a_single_column_may_be_a_key_without_a_list(seeds: Dataset) -> None:
    package = Package(seeds)
    descriptor(package, lambda whole: schema_of(whole, "responses").update(primaryKey="id"))
    assert met(package)[1] == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda whole: whole.pop("name"), "the descriptor does not say its name"),
        (lambda whole: [whole.pop(name) for name in ("name", "title")], "the descriptor does not say its name, title"),
        (
            lambda whole: [whole["resources"][0].pop(name) for name in ("format", "dialect")],
            "the resource responses does not say its format, dialect",
        ),
        (
            lambda whole: whole["resources"][0].update(mediatype="text/plain"),
            "mediatype of the resource responses is not as the profile has it: it must be text/csv",
        ),
        (
            lambda whole: whole["resources"].append("leads"),
            "None is no table of the standard",
        ),
    ],
)
def test_a_descriptor_that_leaves_something_out_is_told_what(
    change: Callable[[Schema], object], message: str, seeds: Dataset
) -> None:
    package = Package(seeds)
    descriptor(package, change)
    loaded, _ = met(package)
    assert [fault.message for fault in loaded.faults] == [message]
    assert numbers(loaded) == [0, 1]


@pytest.mark.parametrize("path", ["codelists/status.csv", "responses_wide.csv"])
def test_a_listed_file_that_is_not_there_is_told_by_its_path(path: str, seeds: Dataset) -> None:
    package = Package(seeds)
    del package.files[path]
    loaded, faults = met(package)
    assert [kind for kind, _, _ in faults] == ["missing_resource"]
    assert path in loaded.faults[0].message
    assert numbers(loaded) == [0, 1]


def test_a_publishers_own_resource_may_be_several_files(seeds: Dataset) -> None:
    package = Package(seeds)
    package.files["one.csv"] = b"a\n"
    own = {"name": "x-mine", "path": ["one.csv", "two.csv"]}
    descriptor(package, lambda whole: whole["resources"].append(own))
    loaded, _ = met(package)
    assert [fault.message for fault in loaded.faults] == ["the file two.csv of the resource x-mine is not there"]
