"""A number as a letter gives it."""

from typing import ClassVar

from foidata.standard.codes import Qualifier
from foidata.standard.constraint import When
from foidata.standard.record import Record
from foidata.standard.values import Number, Text


class Quantity(Record):
    """A number as a letter gives it: exact, approximate or within bounds.

    Bounds stay bounds: "fewer than 5" is at most 4, never a midpoint and never zero.
    Example: `{"value": 50000, "qualifier": "exact", "stated": "£50k per annum"}`
    """

    constraints: ClassVar[tuple[When, ...]] = (
        When("qualifier", ("exact", "approximate"), needs=("value",), forbids=("low", "high")),
        When("qualifier", ("at_least",), needs=("low",), forbids=("value", "high")),
        When("qualifier", ("at_most",), needs=("high",), forbids=("value", "low")),
        When("qualifier", ("range",), needs=("low", "high"), forbids=("value",)),
    )

    value: Number | None = None
    """The number stated; absent when the letter gives only bounds. Example: `50000`"""
    low: Number | None = None
    """The lower bound, itself included. Example: `1`"""
    high: Number | None = None
    """The upper bound, itself included. Example: `4`"""
    qualifier: Qualifier
    """How exact the number is. Example: `"exact"`"""
    stated: Text | None = None
    """The words of the letter that give the number. Example: `"£50k per annum"`"""

    @property
    def least(self) -> Number | None:
        """The smallest it can be, as far as the letter says; an approximate number stands for itself."""
        return self.value if self.value is not None else self.low

    @property
    def most(self) -> Number | None:
        """The largest it can be, as far as the letter says."""
        return self.value if self.value is not None else self.high
