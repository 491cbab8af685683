"""Load a dataset from any format."""

from pathlib import Path

from foidata.packages.file import File
from foidata.packages.formats import formats
from foidata.packages.loaded import Loaded, Unreadable
from foidata.packages.pause import collector_paused


def load(source: str | Path, *, name: str | None = None) -> Loaded:
    """Read a dataset from a file or a package's folder, whatever its format. `name` is what messages call it.

    What is wrong inside is among the faults of what comes back; Unreadable is raised when nothing could be read at all.
    """
    path = Path(source)
    name = name or str(source)
    if not path.exists():
        raise Unreadable(f"{name} does not exist.")
    if not (path.is_file() or path.is_dir()):
        return load_bytes(path.read_bytes(), name)  # a pipe can be read only once
    return _load(File(name, path))


def load_bytes(data: bytes, name: str) -> Loaded:
    """Read a dataset that came another way than as a file, such as on standard input."""
    return _load(File(name, data=data))


@collector_paused()
def _load(file: File) -> Loaded:
    """Read it in its format by content; by the end of its name where the content is too broken to tell."""
    for one in formats():
        if one.load and one.recognises and one.recognises(file):
            return one.load(file)
    head = file.head()
    if not head.strip():
        raise Unreadable(f"{file.name} is empty.")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(f"{file.name} is UTF-16: save it as UTF-8.")
    if b"\0" in head:
        raise Unreadable(f"{file.name} is a binary file that is no dataset. {_what_is_read()}")
    for one in formats():
        if one.load and file.suffix in one.suffixes and file.suffix != ".zip":
            return one.load(file)
    raise Unreadable(f"{file.name} is no dataset. {_what_is_read()} A letter is read by `foidata convert`.")


def _what_is_read() -> str:
    ends = ", ".join(suffix for one in formats() if one.load for suffix in one.suffixes if suffix != "/")
    return f"A dataset is a folder with a datapackage.json, or a file that ends in one of {ends}."
