import json
from pathlib import Path

import pytest

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
        assert opinion.agrees and opinion.says == "of the right shape; we say of the right shape"


@pytest.mark.parametrize(
    "code", ["FOI101", "FOI102", "FOI103", "FOI104", "FOI105", "FOI106", "FOI107", "FOI108", "FOI110"]
)
def test_others_agree_that_a_fault_of_shape_is_one(code: str, tmp_path: Path) -> None:
    faulty = ROOT / "examples" / "faults" / f"{code}.json"
    path = tmp_path / "data.json"
    path.write_text(json.dumps(_edited(json.loads(faulty.read_text("utf-8")))), "utf-8")
    (opinion,) = second_opinions(load(path), SCHEMAS)
    assert opinion.agrees and opinion.says == "faulty; we say faulty"


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


def _edited(example: dict[str, list[dict[str, str]]]) -> object:
    data = json.loads((ROOT / "examples" / "faults" / "base.json").read_text("utf-8"))
    (edit,) = example["edit"]
    *ahead, last = edit["path"].split("/")[1:]
    inner = data
    for step in ahead:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    if edit["op"] == "remove":
        del inner[last]
    else:
        inner[last] = edit["value"]
    return data
