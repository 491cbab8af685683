"""Plain values: words, numbers, days, and text of a pattern, as JSON has them."""

import datetime
from collections.abc import Callable, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from foidata.standard.values import DAY_PATTERN, LARGEST, PARTIAL_DAY_PATTERN, SHA256_PATTERN, SLUG_PATTERN

FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)

_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\r\t")
_AWKWARD = (
    "two\nlines",
    "a\r\nb\rc",
    'say "so", then; and\tgo',
    " in spaces ",
    "None",
    "NA",
    "0012",
    "1.50",
    "true",
    "=1+1",
    "null",
    "\ufeffmark",
    "one\u2028two\x85three",
    "e\u0301 é 🙂 ﷽",
)
"""Texts that other programs like to change."""
_PHRASES = (
    "Freedom of Information Act 2000",
    "Exampleton Borough Council",
    "Q1. Do you have a specialist lead on modern slavery?",
    "No, not currently.",
    "None",
    "£50k per annum, “approximately”",
    "fewer than 5",
    "2014/15: £12,500.50; 2015/16: nil",
    "We do not hold this information.",
    "Please see our answer to question 1.",
    "Section 40(2)",
)


def texts(min_size: int = 1, max_size: int | None = 40) -> SearchStrategy[str]:
    """Words of any language, with line breaks, tabs, quotes, commas, combining and astral characters.

    Some look like a number, a truth value or nothing at all. Never half of a surrogate pair, nor NUL and its like.
    """
    awkward = [text for text in _AWKWARD if min_size <= len(text) <= (max_size or len(text))]
    drawn = st.text(_CHARACTERS, min_size=min_size, max_size=max_size)
    return drawn | st.sampled_from(awkward) if awkward else drawn


def letters() -> SearchStrategy[str]:
    """The text of a letter: a few lines, some as councils write them, some of any characters."""
    line = st.sampled_from(_PHRASES) | texts(max_size=60)
    return st.lists(line, min_size=1, max_size=4).map("\n".join)


def days() -> SearchStrategy[str]:
    """Days from 1900 to 2099, as text."""
    return st.dates(FIRST_DAY, LAST_DAY).map(datetime.date.isoformat)


def partial_days() -> SearchStrategy[str]:
    """Years, months and days from 1900 to 2099, as text."""
    lengths = st.sampled_from((len("2000"), len("2000-01"), len("2000-01-01")))
    return st.tuples(days(), lengths).map(lambda pair: pair[0][: pair[1]])


def numbers() -> SearchStrategy[int | float]:
    """Numbers as a JSON file can hold them: whole, with pence, with as many digits as a number keeps."""
    pence = st.integers(-(10**9), 10**9).map(lambda number: number / 100)
    return st.integers(-LARGEST, LARGEST) | pence | st.floats(-LARGEST, LARGEST)


def value(schema: Mapping[str, Any]) -> SearchStrategy[Any]:
    """The values that a field's JSON Schema allows. Raises LookupError for a type that the standard has not had yet."""
    if "const" in schema or "enum" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    match schema.get("type"):
        case "array" | "object":
            return _many(schema)
        case "string":
            return _text(schema)
        case "integer":
            return st.integers(schema.get("minimum"), schema.get("maximum"))
        case "number":
            return numbers()
        case "boolean":
            return st.booleans()
    raise LookupError(f"there is no strategy yet for the type {schema.get('type')!r}: add it to foidata.testing.values")


def _many(schema: Mapping[str, Any]) -> SearchStrategy[Any]:
    if schema["type"] == "array":
        return st.lists(value(schema["items"]), min_size=1, max_size=2)
    return st.dictionaries(_text(schema["propertyNames"]), value(schema["additionalProperties"]), max_size=2)


def _text(schema: Mapping[str, Any]) -> SearchStrategy[str]:
    pattern, longest = schema.get("pattern"), schema.get("maxLength")
    if pattern is None:
        return texts(schema.get("minLength", 0), longest or 40)
    if pattern in _BY_PATTERN:
        return _BY_PATTERN[pattern]()
    # the anchors go, since `$` also stands before a last line break
    matching = st.from_regex(pattern.removeprefix("^").removesuffix("$"), fullmatch=True, alphabet=_CHARACTERS)
    return matching if longest is None else matching.filter(lambda text: len(text) <= longest)


def _slugs() -> SearchStrategy[str]:
    return st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12).map(
        lambda text: "-".join(part for part in text.split("-") if part) or "0"
    )


def _hashes() -> SearchStrategy[str]:
    return st.integers(0, 2**16).map(lambda number: sha256(str(number).encode()).hexdigest())


_BY_PATTERN: Mapping[str, Callable[[], SearchStrategy[str]]] = MappingProxyType(
    {SLUG_PATTERN: _slugs, SHA256_PATTERN: _hashes, DAY_PATTERN: days, PARTIAL_DAY_PATTERN: partial_days}
)
"""Patterns whose texts are drawn faster, and shrink better, than letter by letter."""
