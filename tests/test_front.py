"""The Python library's front door."""

import subprocess
import sys
from pathlib import Path

import pytest

import foidata

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def test_the_front_door_has_ten_names_at_most_and_each_opens() -> None:
    assert len(foidata.__all__) <= 10
    assert dir(foidata) == foidata.__all__
    for name in foidata.__all__:
        assert callable(getattr(foidata, name))


def test_a_wrong_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'konvert'"):
        foidata.konvert  # noqa: B018


def test_letters_become_a_dataset_that_is_judged_saved_and_loaded(tmp_path: Path) -> None:
    dataset = foidata.convert(SEEDS, title="The two seed letters")
    report = foidata.validate(dataset)
    assert report.ok
    assert [finding.code for finding in report.findings] == ["FOI214", "FOI502", "FOI501"]
    foidata.save(dataset, tmp_path / "package" / "datapackage.json")
    assert foidata.load(tmp_path / "package") == dataset
    assert foidata.tables(dataset)["funding"][0]["status"] == "not_applicable"


def test_what_is_not_of_the_standards_form_is_not_loaded(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text((ROOT / "seeds" / "seeds.json").read_text().replace('"status": "nil"', '"status": "zero"'))
    with pytest.raises(foidata.Unreadable, match=r"broken.json:\d+:\d+: .*and 2 more; see `foidata validate"):
        foidata.load(broken)


def test_nothing_to_convert_is_said() -> None:
    with pytest.raises(foidata.Unreadable, match="name a letter"):
        foidata.convert([])


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import foidata, sys; sys.exit(bool({'pydantic', 'frictionless', 'hypothesis'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
