"""Changes in a file that mend a fault: each is made at the fault's own place, and leaves all else as it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recode:
    """Save the file as UTF-8 without a byte-order mark."""


@dataclass(frozen=True, slots=True)
class Delimit:
    """Put commas between the cells of the file."""


@dataclass(frozen=True, slots=True)
class Write:
    """Write a value where another stands."""

    text: str
    """The cell, without quotes; in JSON the text of a string."""
    index: int = 0
    """Which cell of its row it is, from 0."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Empty every cell of a column that holds these words, from the fault's row on."""

    words: str
    index: int
    """Which cell of each row it is, from 0."""


@dataclass(frozen=True, slots=True)
class DropRows:
    """Take rows away."""

    count: int = 1
    """How many, from the fault's row on."""


@dataclass(frozen=True, slots=True)
class DropColumns:
    """Take columns away."""

    index: int
    """Which column is the first of them, from 0."""
    count: int = 1


Mend = Recode | Delimit | Write | Clear | DropRows | DropColumns
