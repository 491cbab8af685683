import datetime
import subprocess
import sys
from pathlib import Path

import frictionless
import jsonschema
import orjson
import pytest
from packaged import Package, from_plain, rows_of, whole_dataset

from foidata.packages import Unwritable, package_profile, save, table_schemas, tables
from foidata.packages.pack import pack
from foidata.packages.table import tables_of_standard
from foidata.standard.codes import Status
from foidata.standard.dataset import Dataset


@pytest.mark.parametrize("which", ["seeds", "whole"])
def test_frictionless_finds_nothing_wrong_with_a_package(
    which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    save(request.getfixturevalue(which), tmp_path / "package")
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert report.flatten(["title", "fieldName", "rowNumber", "message"]) == []


def test_the_command_of_frictionless_finds_nothing_wrong_either(seeds: Dataset, tmp_path: Path) -> None:
    save(seeds, tmp_path / "package")
    command = [Path(sys.executable).parent / "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=tmp_path / "package", capture_output=True, check=False)
    assert done.returncode == 0, done.stdout
    assert orjson.loads(done.stdout)["valid"] is True


def test_frictionless_notices_what_the_table_schemas_forbid(seeds: Dataset, tmp_path: Path) -> None:
    save(seeds, tmp_path / "package")
    package = Package(seeds)
    for table, row, column, cell in (
        ("answers", 1, "status", "unheard_of"),
        ("answers", 2, "id", ""),
        ("answers", 3, "question_id", "no slug"),
        ("responses", 1, "authority_id", "ZZZZ"),
        ("posts", 1, "annual_cost_value", "£50k"),
        ("leads", 1, "response_id", "nobody"),
        ("evidence", 1, "start", "-1"),
        ("training", 2, "answer_id", "7"),
    ):
        package.set(table, row, column, cell)
        (tmp_path / "package" / f"{table}.csv").write_bytes(package.files[f"{table}.csv"])
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    noticed = {(task.name, error.type) for task in report.tasks for error in task.errors}
    assert noticed >= {
        ("answers", "constraint-error"),
        ("responses", "foreign-key"),
        ("posts", "type-error"),
        ("leads", "foreign-key"),
        ("evidence", "constraint-error"),
        ("training", "primary-key"),
    }


@pytest.mark.parametrize("which", ["seeds", "whole"])
def test_every_descriptor_follows_the_profile(which: str, request: pytest.FixtureRequest) -> None:
    descriptor = orjson.loads(dict(pack(request.getfixturevalue(which)))["datapackage.json"])
    jsonschema.Draft202012Validator.check_schema(package_profile())
    validator = jsonschema.Draft202012Validator(package_profile())
    assert [error.message for error in validator.iter_errors(descriptor)] == []
    for spoil in (
        lambda one: one.pop("foidata"),
        lambda one: one["foidata"].update(standard="foidata-2.0"),
        lambda one: one["foidata"].update(colour="red"),
        lambda one: one["resources"].pop(0),
        lambda one: one["resources"][0].update(path="../responses.csv"),
        lambda one: one["resources"][0].update(encoding="cp1252"),
        lambda one: one["resources"][0].update(name="replies"),
    ):
        spoiled = orjson.loads(orjson.dumps(descriptor))
        spoil(spoiled)
        assert not validator.is_valid(spoiled)


def test_table_schemas_use_only_what_every_engine_enforces() -> None:
    for schema in table_schemas().values():
        assert schema.keys() <= {
            "$schema", "name", "description", "fields", "missingValues", "primaryKey", "foreignKeys"
        }  # fmt: skip
        for field in schema["fields"]:
            assert field.keys() <= {"name", "type", "description", "example", "constraints"}
            assert field["description"]
            assert field.get("constraints", {}).keys() <= {
                "required", "unique", "minimum", "maximum", "minLength", "maxLength", "pattern", "enum"
            }  # fmt: skip


def test_no_two_columns_of_a_table_have_one_name() -> None:
    for table in tables_of_standard().values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        assert all(name == name.lower() and "-" not in name for name in names)


def test_there_is_a_table_for_every_list_of_records_that_stands_in_the_design() -> None:
    assert list(tables_of_standard()) == [
        "responses", "answers", "answer_parts", "leads", "posts", "funding", "training", "counts", "count_breakdowns",
        "claims", "partnerships", "documents", "activities", "notes", "evidence", "questionnaires", "questions",
        "source_parts", "doubts",
    ]  # fmt: skip


def test_foreign_keys_lead_to_keys() -> None:
    for schema in table_schemas().values():
        for key in schema.get("foreignKeys", ()):
            assert set(key["fields"]) <= {field["name"] for field in schema["fields"]}
            target = key["reference"]["resource"]
            if target in table_schemas():
                assert key["reference"]["fields"] == table_schemas()[target]["primaryKey"]
    evidence = [key["reference"]["resource"] for key in table_schemas()["evidence"]["foreignKeys"]]
    assert evidence == ["responses"]


def test_a_row_of_a_table_is_plain_python(seeds: Dataset) -> None:
    post = tables(seeds)["posts"][0]
    assert {name: value for name, value in post.items() if value is not None} == {
        "response_id": "000-4c2c9d30c976f435",
        "answer_id": "1",
        "item": 1,
        "title": "Community Safety (Labour Market) Coordinator",
        "period_kind": "range",
        "period_start": "2020-03",
        "period_end": "2023-03",
        "period_stated": "from March 2020 to March 2023",
        "period_label": "2020-03/2023-03",
        "period_first_day": datetime.date(2020, 3, 1),
        "period_last_day": datetime.date(2023, 3, 31),
        "purpose": "work on the local Modern Day Slavery agenda as it relates to the local textiles sector",
        "annual_cost_value": 50000,
        "annual_cost_qualifier": "exact",
        "annual_cost_stated": "£50k per annum",
        "funded_by": "Leicester City Council",
        "delivers_directly": False,
    }
    assert {type(value) for rows in tables(seeds).values() for row in rows for value in row.values()} <= {
        str, int, float, bool, list, type(None), datetime.date
    }  # fmt: skip


def test_a_package_carries_the_lists_it_uses_and_the_codes_its_publisher_added() -> None:
    def say(record: type, field: str, example: object) -> object:
        added = {"measure": "x-example:sightings", "exemptions": ["x-example:s99"], "licence": "x-example:own"}
        return added.get(field, example)

    package = Package(from_plain(whole_dataset(say)))
    for name, code in (
        ("measures", "x-example:sightings"),
        ("exemptions", "x-example:s99"),
        ("licences", "x-example:own"),
    ):
        rows = rows_of(package.files[f"codelists/{name}.csv"])
        assert rows[0][:5] == ["code", "label", "meaning", "status", "since"]
        assert rows[-1][:5] == [code, code, "", "extra", ""]
    statuses = [row[0] for row in rows_of(package.files["codelists/status.csv"])[1:]]
    assert statuses == [one.value for one in Status]


def test_a_package_says_what_data_package_tools_look_for(whole: Dataset) -> None:
    descriptor = orjson.loads(dict(pack(whole))["datapackage.json"])
    assert descriptor["name"] == "modern-slavery-leads-2024"
    assert descriptor["licenses"][0]["name"] == "CC-BY-4.0"
    assert descriptor["contributors"] == [
        {"title": "Example Rights Project", "roles": ["publisher"], "path": "https://example.org"}
    ]
    assert "created" not in descriptor
    assert descriptor["foidata"]["created"] == "2024-05-01"


def test_two_responses_of_one_id_cannot_be_tables_but_can_be_json(seeds: Dataset, tmp_path: Path) -> None:
    twice = seeds.but(responses=(seeds.responses[0], seeds.responses[0]))
    save(seeds, tmp_path / "package.zip")
    before = (tmp_path / "package.zip").read_bytes()
    for target in ("package.zip", "package/"):
        with pytest.raises(Unwritable, match="responses of the dataset have the id 000-4c2c9d30c976f435"):
            save(twice, f"{tmp_path}/{target}")
    assert (tmp_path / "package.zip").read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["package.zip"]
    save(twice, tmp_path / "twice.json")


def test_a_folder_is_replaced_whole(seeds: Dataset, whole: Dataset, tmp_path: Path) -> None:
    save(whole, tmp_path / "package")
    save(seeds, tmp_path / "package")
    found = {one.relative_to(tmp_path / "package").as_posix() for one in (tmp_path / "package").rglob("*.*")}
    assert found == {path for path, _ in pack(seeds)}
    assert [one.name for one in tmp_path.iterdir()] == ["package"]


@pytest.mark.parametrize("path", ["notes.md", "texts/a/b.txt", "raw.csv", ".git/config"])
def test_a_folder_with_files_of_somebody_else_is_left_alone(path: str, seeds: Dataset, tmp_path: Path) -> None:
    save(seeds, tmp_path / "package")
    other = tmp_path / "package" / path
    other.parent.mkdir(exist_ok=True, parents=True)
    other.write_text("mine")
    with pytest.raises(Unwritable, match="would be lost"):
        save(seeds, tmp_path / "package")
    assert other.read_text() == "mine"


def test_a_folder_that_is_no_package_is_left_alone_and_an_empty_one_is_filled(seeds: Dataset, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("A letter.")
    with pytest.raises(Unwritable, match="no data package"):
        save(seeds, tmp_path / "letters")
    (tmp_path / "empty").mkdir()
    save(seeds, tmp_path / "empty")
    assert (tmp_path / "empty" / "datapackage.json").is_file()


@pytest.mark.parametrize(
    ("target", "says"),
    [("data.docx", r"\.docx is none of"), ("file.json/data.json", "cannot be written"), ("file.json/", "is a file")],
)
def test_a_target_that_cannot_be_written_is_refused_in_words(
    target: str, says: str, seeds: Dataset, tmp_path: Path
) -> None:
    (tmp_path / "file.json").write_text("{}")
    with pytest.raises(Unwritable, match=says):
        save(seeds, f"{tmp_path}/{target}")
    assert (tmp_path / "file.json").read_text() == "{}"


def test_a_dataset_without_responses_is_not_written(seeds: Dataset, tmp_path: Path) -> None:
    bare = Dataset.model_construct(
        _fields_set={"standard", "title"}, standard=seeds.standard, title="Empty", responses=()
    )
    with pytest.raises(Unwritable, match="without responses"):
        save(bare, tmp_path / "empty.json")
