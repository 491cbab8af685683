"""Examples of a strategy in a list, and records inside records."""

from collections.abc import Iterator
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from foidata.standard.record import Record

Value = TypeVar("Value")
R = TypeVar("R", bound=Record)

FINDING = settings(max_examples=5000, derandomize=True, database=None, phases=[Phase.generate, Phase.shrink])
"""For `find`: the same search every time."""


def drawn(strategy: SearchStrategy[Value], many: int) -> list[Value]:
    """The same many examples every time; from many seeds, since Hypothesis likes to vary what it has just drawn."""
    found: list[Value] = []
    for number in range(many // 10):

        @seed(number)
        @settings(max_examples=10, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(strategy)
        def note(value: Value) -> None:
            found.append(value)

        note()
    return found


def within(record: Record, kind: type[R]) -> Iterator[R]:
    """Every record of a kind in a record, itself included."""
    if isinstance(record, kind):
        yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Record):
                yield from within(one, kind)
