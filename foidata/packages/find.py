"""Find the datasets in a folder."""

from collections.abc import Iterator
from pathlib import Path

from foidata.packages.descriptor import DESCRIPTOR
from foidata.packages.file import File, ending
from foidata.packages.formats import formats
from foidata.packages.loaded import Unreadable
from foidata.packages.stream import format_of

_MARKS = (b'"foidata-', b'"responses"')
"""What stands at the beginning of every dataset in JSON."""


def is_package(folder: Path) -> bool:
    """Whether a folder is one dataset: a data package."""
    return (folder / DESCRIPTOR).is_file()


def datasets_in(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """The files and packages in a folder that look like datasets, in a settled order.

    With each file that has the name of one but is none comes the reason. What is hidden is left out, and so are files
    inside of a package.
    """
    if is_package(folder):
        yield folder, None
        return
    readable = {end for one in formats() if one.reads for end in one.suffixes}
    for path in sorted(one for one in folder.iterdir() if not one.name.startswith(".")):
        if path.is_dir() and not path.is_symlink():
            yield from datasets_in(path)
        elif path.is_file() and ending(path.name) in readable:
            yield path, _why_not(File(str(path), path))


def _why_not(file: File) -> str | None:
    """Why a file is no dataset; none where it looks like one, broken or not."""
    try:
        form = format_of(file)
    except Unreadable as error:
        return str(error)
    if form.name in ("json", "jsonl") and not any(mark in file.head() for mark in _MARKS):
        return f"{file.name} is JSON, but nothing in it says that it is a dataset."
    if form.name == "table" and not (form.recognises and form.recognises(file)):
        return f"{file.name} has the columns of no table of the standard."
    return None
