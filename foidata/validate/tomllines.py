"""Where a key stands in a TOML file: the reader of TOML does not say."""

import tomllib
from collections.abc import Mapping
from typing import Any

Steps = tuple[str | int, ...]


def line_of(text: str, way: Steps, word: str = "") -> int:
    r"""The line, from 1, on which a key or an item of a list stands; the first line when it cannot be told.

    `way` are the keys that lead to it; `word` is what an item says, for lists of several lines.

    >>> line_of('a = 1\n[b]\nc = [\n  "x",\n  "y",\n]\n', ("b", "c", 1), "y")
    5
    """
    keys = [step for step in way if isinstance(step, str)]
    lines = text.splitlines(keepends=True)
    for start, line in enumerate(lines):
        if keys and keys[-1] in line and not _holds(lines[:start], keys):
            end = _end(lines, start, keys)
            if end is not None:
                shown = (number for number in range(start, end) if word and word in lines[number])
                return next(shown, start) + 1
    return 1


def _end(lines: list[str], start: int, keys: list[str]) -> int | None:
    """The end of what begins on a line, where that brings the key: the text up to there is whole again."""
    for end in range(start + 1, len(lines) + 1):
        if (held := _holds(lines[:end], keys)) is not None:
            return end if held else None
    return None


def _holds(lines: list[str], keys: list[str]) -> bool | None:
    """Whether the beginning of a file holds a key; None when it breaks off in the middle of a value."""
    try:
        value: Any = tomllib.loads("".join(lines))
    except tomllib.TOMLDecodeError:
        return None
    for key in keys:
        if not isinstance(value, Mapping) or key not in value:
            return False
        value = value[key]
    return True
