"""What all tests share."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from foidata.standard.configuration import Configuration
from foidata.standard.dataset import Dataset
from foidata.standard.record import Record
from foidata.standard.report import Report

settings.register_profile("quick", deadline=None, max_examples=50)
settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("ci" if "CI" in os.environ else "quick")  # or another, by --hypothesis-profile


def _models(record: type[Record] = Record) -> Iterator[type[Record]]:
    for one in record.__subclasses__():
        if one.__module__.startswith("foidata."):
            yield one
        yield from _models(one)


MODELS = sorted(_models(), key=lambda one: one.__name__)
assert {Configuration, Dataset, Report} < set(MODELS)


@pytest.fixture(scope="session", params=MODELS, ids=lambda one: one.__name__)
def model(request: pytest.FixtureRequest) -> type[Record]:
    """Each model of the standard, one after the other."""
    kind: type[Record] = request.param
    return kind
