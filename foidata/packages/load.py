"""Load a dataset from any format."""

from pathlib import Path

from foidata.packages.file import File
from foidata.packages.formats import Format, formats
from foidata.packages.loaded import Loaded, Unreadable


def load(source: str | Path, *, name: str | None = None) -> Loaded:
    """Read a dataset from a file or a package's folder, whatever its format. `name` is what messages call it.

    What is wrong inside is among the faults of what comes back; Unreadable is raised when nothing could be read at all.
    """
    path = Path(source)
    name = name or str(source)
    if not path.exists():
        raise Unreadable(f"{name} does not exist.")
    return _load(File(name, path))


def load_bytes(data: bytes, name: str) -> Loaded:
    """Read a dataset that came another way than as a file, such as on standard input."""
    return _load(File(name, data=data))


def _load(file: File) -> Loaded:
    one = _format_of(file)
    assert one.load is not None
    return one.load(file)


def _format_of(file: File) -> Format:
    """Its format by content; by the end of its name where the content is too broken to tell."""
    readable = [one for one in formats() if one.load]
    for one in readable:
        if one.recognises and one.recognises(file):
            return one
    head = file.head()
    if not head.strip():
        raise Unreadable(f"{file.name} is empty.")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(f"{file.name} is UTF-16: save it as UTF-8.")
    if b"\0" in head:
        raise Unreadable(f"{file.name} is a binary file that is no dataset. {_readable_suffixes(readable)}")
    for one in readable:
        if file.suffix in one.suffixes and file.suffix != ".zip":
            return one
    raise Unreadable(f"{file.name} is no dataset. {_readable_suffixes(readable)} A letter is read by `foidata convert`.")


def _readable_suffixes(readable: list[Format]) -> str:
    ends = ", ".join(suffix for one in readable for suffix in one.suffixes if suffix != "/")
    return f"A dataset is a folder with a datapackage.json, or a file that ends in one of {ends}."
