import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from fault_examples import BASES, FAULTS, check, examples, written

from foidata.packages.load import load
from foidata.publish.schemas import schema_of
from foidata.rules import ANY_OTHER, rules
from foidata.standard.dataset import Dataset
from foidata.validate.second_opinion import DATASET_SCHEMA, second_opinions
from foidata.validate.validate import validate

EXAMPLES = list(examples())
SCHEMAS = {DATASET_SCHEMA: json.dumps(schema_of(Dataset, DATASET_SCHEMA, "Dataset"))}


@pytest.mark.parametrize("base", BASES)
def test_a_base_has_no_finding_at_all(base: str) -> None:
    report = validate(FAULTS / f"{base}.json")
    assert [(finding.code, finding.place.pointer, finding.message) for finding in report.findings] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["rule"])
def test_an_example_gives_exactly_its_own_findings_each_placed_and_in_a_short_sentence(
    example: dict[str, Any], tmp_path: Path
) -> None:
    report = check(example, tmp_path)
    found = [{"code": finding.code, "pointer": finding.place.pointer or ""} for finding in report.findings]
    assert found == example["finds"]
    for finding in report.findings:
        assert len(finding.message.split()) <= 25
        assert finding.message.endswith((".", "…"))
        assert finding.place.line or "texts/" in finding.place.file


@pytest.mark.parametrize(
    "example", [one for one in EXAMPLES if "package" not in one], ids=lambda example: example["rule"]
)
def test_a_json_schema_engine_comes_to_our_verdict_on_the_shape_of_an_example(
    example: dict[str, Any], tmp_path: Path
) -> None:
    for opinion in second_opinions(load(written(example, tmp_path)), SCHEMAS):
        assert opinion.agrees, opinion


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    by_file = {example["file"].removesuffix(".json"): example["rule"] for example in EXAMPLES}
    assert by_file == {code: code for code in by_file}
    assert set(by_file) == {rule.code for rule in rules() if ANY_OTHER not in rule.kinds}


def test_an_example_is_one_edit_of_a_base_and_finds_its_rule() -> None:
    for example in EXAMPLES:
        assert example["base"] in BASES
        assert len(example.get("edit", [0])) == 1
        assert len({"edit", "text", "package", "waivers"} & set(example)) == 1
        assert example["rule"] in {found["code"] for found in example["finds"]}
        assert set(example) <= {"rule", "title", "base", "asked", "edit", "text", "package", "waivers", "finds", "file"}


def test_titles_of_examples_differ() -> None:
    titles = [example["title"] for example in EXAMPLES]
    assert [title for title, same in itertools.groupby(sorted(titles)) if len(list(same)) > 1] == []


def test_bases_are_marked_as_invented() -> None:
    assert all(json.loads((FAULTS / f"{base}.json").read_text("utf-8"))["synthetic"] for base in BASES)
