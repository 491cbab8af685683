import json
from pathlib import Path

from foidata.packages.load import load
from foidata.packages.save import save
from foidata.publish.schemas import schema_of
from foidata.standard.dataset import Dataset
from foidata.standard.response import Response
from foidata.validate.second_opinion import second_opinions
from foidata.validate.validate import validate

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "seeds.json"
SCHEMAS = {
    "dataset.schema.json": json.dumps(schema_of(Dataset, "dataset.schema.json", "Dataset")),
    "response.schema.json": json.dumps(schema_of(Response, "response.schema.json", "Response")),
}


def test_others_agree_that_the_seeds_are_of_the_right_shape(tmp_path: Path) -> None:
    dataset = load(SEEDS).dataset
    assert dataset is not None
    save(dataset, tmp_path / "data.jsonl")
    save(dataset, tmp_path / "package")
    for source in (SEEDS, dataset, tmp_path / "data.jsonl", tmp_path / "package"):
        (opinion,) = validate(source, select=["FOI1"], schemas=SCHEMAS).second_opinions
        assert opinion.agrees, opinion.objections
        assert opinion.says == "of the right shape; we say of the right shape"


def test_others_agree_that_a_broken_line_is_faulty(tmp_path: Path) -> None:
    dataset = load(SEEDS).dataset
    assert dataset is not None
    path = tmp_path / "data.jsonl"
    save(dataset, path)
    path.write_text(path.read_text("utf-8").replace('"kind":"reply"', '"kind":"replied"', 1), "utf-8")
    (opinion,) = second_opinions(load(path), SCHEMAS)
    assert opinion.agrees
    assert opinion.says == "faulty; we say faulty"


def test_a_fault_that_frictionless_cannot_see_is_no_disagreement(tmp_path: Path) -> None:
    dataset = load(SEEDS).dataset
    assert dataset is not None
    save(dataset, tmp_path / "package")
    (tmp_path / "package" / "texts" / "unknown.txt").write_text("A letter.", "utf-8")
    (opinion,) = second_opinions(load(tmp_path / "package"), SCHEMAS)
    assert opinion.agrees
    assert opinion.says == "of the right shape; we say faulty"


def test_a_disagreement_lists_what_the_other_objects_to() -> None:
    stricter = json.loads(SCHEMAS["dataset.schema.json"]) | {
        "required": ["standard", "title", "responses", "publisher"]
    }
    (opinion,) = second_opinions(load(SEEDS), SCHEMAS | {"dataset.schema.json": json.dumps(stricter)})
    assert not opinion.agrees
    assert opinion.objections == ("$: 'publisher' is a required property",)


def test_nobody_is_asked_about_what_is_not_json(tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    path.write_text(SEEDS.read_text("utf-8") + "]", "utf-8")
    assert list(second_opinions(load(path), SCHEMAS)) == []
