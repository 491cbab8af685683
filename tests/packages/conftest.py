import pytest
from packaged import SEEDS, from_plain, whole_dataset

from foidata.standard.dataset import Dataset


@pytest.fixture(scope="session")
def seeds() -> Dataset:
    """The two seed letters."""
    return Dataset.model_validate_json(SEEDS.read_bytes(), strict=True)


@pytest.fixture(scope="session")
def whole() -> Dataset:
    """Every field of every model."""
    return from_plain(whole_dataset())
