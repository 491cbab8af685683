"""Stream a dataset from any format."""

from pathlib import Path

from foidata.packages.file import File
from foidata.packages.formats import Format, formats
from foidata.packages.loaded import Unreadable
from foidata.packages.streamed import Streamed


def stream(source: str | Path, *, name: str | None = None) -> Streamed:
    """Read a dataset from a file or a package's folder a response at a time. `name` is what messages call it.

    A format that cannot be read so is read whole. What is wrong inside is among the parts of what comes back;
    Unreadable is raised when nothing could be read at all.
    """
    file = file_of(source, name)
    return format_of(file).stream_of(file)


def stream_bytes(data: bytes, name: str) -> Streamed:
    """Read a dataset that came another way than as a file, such as on standard input, a response at a time."""
    file = File(name, data=data)
    return format_of(file).stream_of(file)


def file_of(source: str | Path, name: str | None = None) -> File:
    """The file or folder at a path. Raises Unreadable when there is none."""
    path = Path(source)
    name = name or str(source)
    if not path.exists():
        raise Unreadable(f"{name} does not exist.")
    if not (path.is_file() or path.is_dir()):
        return File(name, data=path.read_bytes())  # a pipe can be read only once
    return File(name, path)


def format_of(file: File) -> Format:
    """The format of a file by its content; by the end of its name where the content is too broken to tell.

    Raises Unreadable when it is of none.
    """
    readable = [one for one in formats() if one.reads]
    for one in readable:
        if one.recognises and one.recognises(file):
            return one
    head = file.head()
    if not head.strip():
        raise Unreadable(f"{file.name} is empty.")
    if b"\0" in head:
        raise Unreadable(f"{file.name} is a binary file that is no dataset. {_what_is_read()}")
    for one in readable:
        if file.suffix in one.suffixes and file.suffix != ".zip":
            return one
    raise Unreadable(f"{file.name} is no dataset. {_what_is_read()} A letter is read by `foidata convert`.")


def _what_is_read() -> str:
    ends = ", ".join(suffix for one in formats() if one.reads for suffix in one.suffixes if suffix != "/")
    return f"A dataset is a folder with a datapackage.json, or a file that ends in one of {ends}."
