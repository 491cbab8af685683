"""The files that somebody means by the paths of a command line."""

import glob
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from foidata.packages import Streamed


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


def datasets(paths: Sequence[str]) -> "Iterator[Streamed]":
    """The datasets named, `-` for standard input, those in the folders named, those that globs match; each once.

    They are opened one after the other. A file that was only found and is no dataset is passed over, with a word on
    standard error; a file that was named raises Unreadable.
    """
    from foidata.packages import Unreadable, stream, stream_bytes
    from foidata.packages.find import datasets_in, is_package

    seen: set[Path] = set()
    for path in paths:
        if path == "-":
            yield stream_bytes(sys.stdin.buffer.read(), "standard input")
            continue
        for place in _matched(path):
            named = not place.is_dir() or is_package(place)
            for one, why_not in [(place, None)] if named else datasets_in(place):
                if one in seen:
                    continue
                seen.add(one)
                if why_not:
                    _pass_over(why_not)
                    continue
                try:
                    yield stream(one, name=path if one == Path(path) else None)
                except Unreadable as error:
                    if named:
                        raise
                    _pass_over(str(error))


def _pass_over(why: str) -> None:
    typer.echo(f"foidata: passed over: {why}", err=True)


def _found(path: str) -> Iterator[Path]:
    for place in _matched(path):
        if place.is_dir():
            inside = (one for one in place.rglob("*") if one.is_file() and not _hidden(one.relative_to(place)))
            yield from sorted(inside)
        else:
            yield place


def _matched(path: str) -> Iterator[Path]:
    """The path itself, or the paths that it matches when it is a pattern."""
    if not Path(path).exists() and glob.has_magic(path):
        yield from sorted(map(Path, glob.iglob(path, recursive=True)))  # noqa: PTH207  # a pattern of any root
    else:
        yield Path(path)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
