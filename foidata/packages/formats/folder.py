"""A data package as a folder."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PurePosixPath

import orjson

from foidata.packages.descriptor import DESCRIPTOR, WIDE, Files
from foidata.packages.file import File
from foidata.packages.formats import Format
from foidata.packages.loaded import Loaded, Unreadable
from foidata.packages.pack import pack
from foidata.packages.replace import replace_file, replace_folder
from foidata.packages.table import tables_of_standard
from foidata.packages.unpack import unpack
from foidata.standard.dataset import Dataset


class _Folder:
    """The files in the folder of a descriptor."""

    def __init__(self, root: Path, name: str, descriptor: str) -> None:
        self.descriptor = descriptor
        self._root = root
        self._name = name

    def named(self, path: str) -> str:
        """A file as the user would name it."""
        return (PurePosixPath(self._name.replace("\\", "/")) / path).as_posix()

    def paths(self) -> Iterator[str]:
        """The tables and texts that stand where they are looked for."""
        for folder, pattern in ((self._root, "*.csv"), (self._root / "texts", "*.txt")):
            for found in folder.glob(pattern):
                yield found.relative_to(self._root).as_posix()

    def holds(self, path: str) -> bool:
        """Whether there is such a file. Raises ValueError when a link leads out of the folder."""
        return self._inside(path).is_file()

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; none when it is not there. Raises ValueError when a link leads out of the folder."""
        file = self._inside(path)
        try:
            return file.read_bytes() if file.is_file() else None
        except OSError as error:
            raise Unreadable(f"{self.named(path)} cannot be read: {error.strerror}.") from error

    def _inside(self, path: str) -> Path:
        file = self._root / path
        if not file.resolve().is_relative_to(self._root.resolve()):
            raise ValueError(path)
        return file


def _load(file: File) -> Loaded:
    root, files = _opened(file)
    return unpack(files, file.name, path=root / files.descriptor, format="folder")


def _opened(file: File) -> tuple[Path, _Folder]:
    """The folder of a package and the files in it."""
    path = file.path or Path(file.name)
    root, descriptor = (path, DESCRIPTOR) if file.is_folder else (path.parent, path.name)
    name = file.name if file.is_folder else PurePosixPath(file.name.replace("\\", "/")).parent.as_posix()
    if not (root / descriptor).is_file():
        raise Unreadable(
            f"{file.name} is a folder without a {DESCRIPTOR}. Name a data package, or a file in the folder."
        )
    return root, _Folder(root, name, descriptor)


def _inside(file: File) -> AbstractContextManager[Files]:
    return nullcontext(_opened(file)[1])


def _rewrite(file: File, changed: Mapping[str, bytes]) -> None:
    root, _ = _opened(file)
    for path, data in changed.items():
        replace_file(root / path, [data])


def _save(dataset: Dataset, target: Path) -> None:
    folder = target.parent if target.name == DESCRIPTOR else target
    replace_folder(folder, pack(dataset), _is_ours)


def _is_ours(path: Path) -> bool:
    """Whether a file of a package is one that we write."""
    folder, name = path.parent.as_posix(), path.name
    if folder == ".":
        return name in {DESCRIPTOR, *(f"{table}.csv" for table in (*tables_of_standard(), WIDE))}
    return (folder, path.suffix) in (("texts", ".txt"), ("codelists", ".csv"))


def _recognises(file: File) -> bool:
    """A folder, or a descriptor in one."""
    if file.is_folder:
        return True
    if file.path is None or not file.begins_an_object:
        return False
    if file.path.name == DESCRIPTOR:
        return True
    head = file.head()
    if b'"resources"' not in head or b'"foidata"' not in head:
        return False
    try:
        whole = orjson.loads(head)
    except orjson.JSONDecodeError:
        return False
    return isinstance(whole, dict) and {"resources", "foidata"} <= whole.keys()


FOLDER = Format(
    "folder",
    "data package: CSV tables in a folder",
    ("/",),
    _recognises,
    _load,
    save=_save,
    inside=_inside,
    rewrite=_rewrite,
)
