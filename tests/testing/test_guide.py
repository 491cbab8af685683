"""The guide to testing shows code that works."""

import re
from pathlib import Path
from typing import Any

import pytest
from drawn import FINDING
from hypothesis import Phase, settings

GUIDE = Path(__file__).parents[2] / "docs" / "testing.md"
BLOCKS = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("code", BLOCKS, ids=re.findall(r"def (test_\w+)", GUIDE.read_text("utf-8")))
def test_each_block_of_the_guide_works(code: str) -> None:
    names: dict[str, Any] = {}
    exec(compile(code, str(GUIDE), "exec"), names)
    (test,) = (value for name, value in names.items() if name.startswith("test_"))
    test()


def test_counting_lines_breaks_the_first_block_as_the_guide_says() -> None:
    right = 'list(csv.reader(io.StringIO(as_csv(dataset), newline="")))'
    assert right in BLOCKS[0]
    names: dict[str, Any] = {}
    exec(compile(BLOCKS[0].replace(right, "as_csv(dataset).splitlines()"), str(GUIDE), "exec"), names)
    test = settings(FINDING, phases=[Phase.generate])(names["test_our_csv_has_a_row_for_every_answer"])
    with pytest.raises(AssertionError):
        test()
