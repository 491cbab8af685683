"""What is wrong with a file: its container or its shape."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from foidata.packages.mends import Mend
from foidata.packages.place import Place

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong that was met while reading. The rules say how much it matters and what to do."""

    kind: str
    """One of `KINDS`, or the kind of an error that pydantic has."""
    pointer: str
    """The JSON Pointer into the dataset of what is wrong; empty for the whole."""
    message: str
    """What is wrong, in plain words."""
    value: Any = None
    """The value that is wrong, cut short when long."""
    place: Place | None = None
    """Where it stands, when the reader knew; otherwise `Loaded.place` finds it."""
    context: Mapping[str, Any] = field(default_factory=lambda: _NONE)
    """More, by kind: `known`, the words that would be right; `fix`, what to do about this one; `pattern`; a bound such
    as `ge` or `max_length`."""
    read: bool = False
    """Whether it was clear what is meant, so that it was read all the same."""
    mend: Mend | None = None
    """The change in the file that mends it, where that is safe to make without asking."""


KINDS: Mapping[str, str] = MappingProxyType(
    {
        # the text of a JSON file
        "not_utf8": "bytes that are not UTF-8",
        "byte_order_mark": "a byte-order mark before JSON",
        "not_json": "something that is not JSON",
        "duplicate_key": "a key that stands twice in one object",
        "not_a_number": "NaN or Infinity, which JSON does not have",
        "number_digits": "a number with more digits than a JSON number keeps",
        "lone_surrogate": "half of a character, written as an escape",
        "too_deep": "values nested too deeply",
        # the shape of a record
        "missing": "a field that must be there",
        "required_if": "a field that another field's value requires",
        "forbidden_if": "a field that another field's value forbids",
        "extra_forbidden": "a field that the standard does not have",
        "null": "null, where the field should be left out",
        "empty": "an empty list or object, where the field should be left out",
        "enum": "a code that is not on its list",
        "undeclared_version": "data that does not say which version of the standard it follows",
        "wrong_version": "a version of the standard that this code does not know",
        "string_pattern_mismatch": "text that is not of its pattern",
        "no_such_day": "a day or month that the calendar does not have",
        "string_too_short": "empty text",
        "string_too_long": "text that is too long",
        "string_type": "something else where text is needed",
        "int_type": "something else where a whole number is needed",
        "bool_type": "something else where true or false is needed",
        "number_type": "something else where a number is needed",
        "finite_number": "a number that is too large",
        "greater_than_equal": "a number below its bound",
        "less_than_equal": "a number above its bound",
        "tuple_type": "something else where a list is needed",
        "model_type": "something else where an object is needed",
        # a data package
        "unsafe_path": "a resource whose path leads out of the package",
        "remote_path": "a resource that lies on the network",
        "missing_resource": "a listed file that is not there, though no table",
        "weakened_schema": "a table described by less than the standard asks of it",
        "off_profile": "a descriptor that does not say what the profile asks for",
        "unknown_table": "a resource that is no table of the standard",
        "unlisted_table": "a table that the descriptor does not list",
        "duplicate_table": "a table that is listed twice",
        "missing_table": "a table that is not there",
        "not_csv": "a file whose quotes or delimiters are not those of the package",
        "unknown_column": "a column that the table does not have",
        "duplicate_column": "a column that stands twice",
        "missing_column": "a key column that is not there",
        "column_spelling": "a column whose name is written in another way",
        "column_order": "columns in another order than the descriptor has them",
        "blank_column": "a column with neither a name nor values",
        "row_numbers": "a column that only numbers the rows",
        "blank_row": "a row without values",
        "repeated_header": "the header among the rows",
        "wrong_width": "a row with more or fewer cells than the header",
        "missing_key": "a row without one of its keys",
        "bad_cell": "a cell that is not of its column's type",
        "duplicate_row": "a second row with the same key",
        "duplicate_position": "a second row at the same place in its list",
        "position_gap": "a numbered item that is not there, though later ones are",
        "orphan_row": "a row that belongs to nothing",
        "orphan_text": "the text of a response that is not there",
        "derived_differs": "a derived cell that contradicts what it was derived from",
    }
)
"""The kinds of fault, each with what it is about. A kind that pydantic adds one day is passed on as it is."""


def short(value: Any) -> Any:
    """A value to show in a message: plain values as they are, long text cut, lists and objects left out."""
    if isinstance(value, str) and len(value) > 80:
        return f"{value[:79]}…"
    return value if isinstance(value, str | int | float | bool) else None
