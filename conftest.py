"""What the examples in docstrings may use."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _examples(
    doctest_namespace: dict[str, Any], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The names that the examples in docstrings use, and the project's folder to run them in."""
    if not isinstance(request.node, pytest.DoctestItem):
        return
    from foidata import load, tables
    from foidata.publish.publish import published
    from foidata.standard.json import plain
    from foidata.standard.quantity import Quantity

    root = Path(__file__).parent
    monkeypatch.chdir(root)
    names = {"plain": plain, "Quantity": Quantity, "tables": tables, "published": published}
    doctest_namespace.update(names, dataset=load(root / "seeds" / "seeds.json"))
