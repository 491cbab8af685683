"""What is published is what the code says, and other programs can use it."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest

from foidata.publish.__main__ import main
from foidata.publish.pages import pages
from foidata.publish.publish import published

ROOT = Path(__file__).parents[2]
FILES = published()
SCHEMAS = sorted(name for name in FILES if name.endswith(".schema.json"))


def test_the_committed_schema_is_what_the_code_says() -> None:
    folder = ROOT / "schema" / "1.0"
    there = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.*")}
    assert there == FILES


def test_the_committed_pages_are_what_the_code_says() -> None:
    folder = ROOT / "docs" / "reference"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == pages()


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_valid_whole_and_fetch_nothing(name: str) -> None:
    schema = json.loads(FILES[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    references = [found for found in _values(schema, "$ref") if not str(found).startswith("#/$defs/")]
    assert references == []
    assert schema["$id"] == f"https://w3id.org/foidata/1.0/{name}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_use_nothing_that_engines_read_differently(name: str) -> None:
    text = FILES[name]
    for keyword in ('"oneOf"', '"multipleOf"', '"default"', '"null"', "(?=", "(?!", "(?<", "\\\\d", "\\\\p"):
        assert keyword not in text


def test_the_published_schema_accepts_the_seeds() -> None:
    seeds = json.loads((ROOT / "seeds" / "seeds.json").read_bytes())
    jsonschema.Draft202012Validator(json.loads(FILES["dataset.schema.json"])).validate(seeds)


@pytest.mark.parametrize("name", sorted(name for name in FILES if name.startswith("codelists/")))
def test_each_code_of_each_list_is_unique_and_has_a_label_and_a_meaning(name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(FILES[name])))
    assert list(rows[0])[:5] == ["code", "label", "meaning", "status", "since"]
    assert len({row["code"] for row in rows}) == len(rows) > 0
    assert [row["code"] for row in rows if not (row["label"].strip() and row["meaning"].strip())] == []


def test_the_manifest_lists_every_file_with_its_hash() -> None:
    manifest = json.loads(FILES["MANIFEST.json"])
    listed = {file["path"]: file["sha256"] for file in manifest["files"]}
    assert listed == {
        name: sha256(text.encode()).hexdigest() for name, text in FILES.items() if name != "MANIFEST.json"
    }


def test_publishing_again_changes_nothing_and_a_change_is_noticed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path, FILES, check=False) == 0
    assert main(tmp_path, FILES, check=True) == 0
    (tmp_path / "rules.json").write_text("{}")
    (tmp_path / "left-over.json").write_text("{}")
    assert main(tmp_path, FILES, check=True) == 1
    assert capsys.readouterr().err.count("make schema") == 2
    assert main(tmp_path, FILES, check=False) == 0
    assert main(tmp_path, FILES, check=True) == 0


def _values(node: object, key: str) -> list[object]:
    if isinstance(node, dict):
        return [value for name, value in node.items() if name == key] + [
            found for value in node.values() for found in _values(value, key)
        ]
    return [found for value in node for found in _values(value, key)] if isinstance(node, list) else []
