"""The files that somebody means by the paths of a command line."""

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path


def letters(paths: Sequence[str]) -> Iterator[Path]:
    """The files named, those in the folders named, and those that globs match; each once, in a settled order.

    A path that is nothing of this comes back as it is, so that reading it says what is wrong.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _found(path):
            if found not in seen:
                seen.add(found)
                yield found


def _found(path: str) -> Iterator[Path]:
    place = Path(path)
    if place.is_dir():
        yield from sorted(file for file in place.rglob("*") if file.is_file() and not _hidden(file.relative_to(place)))
    elif not place.exists() and glob.has_magic(path):
        yield from sorted(file for file in map(Path, glob.iglob(path, recursive=True)) if file.is_file())  # noqa: PTH207  # a pattern of any root
    else:
        yield place


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
