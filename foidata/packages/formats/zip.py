"""A data package as one ZIP archive."""

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from foidata.packages.bombs import refuse_bombs
from foidata.packages.descriptor import DESCRIPTOR
from foidata.packages.file import File
from foidata.packages.formats import Format
from foidata.packages.loaded import Loaded, Unreadable
from foidata.packages.pack import pack
from foidata.packages.replace import replace_file
from foidata.packages.unpack import unpack
from foidata.standard.dataset import Dataset

_TIME = (1980, 1, 1, 0, 0, 0)


class _Archive:
    """The files in an archive, below the folder that holds the descriptor."""

    def __init__(self, archive: zipfile.ZipFile, name: str, prefix: str) -> None:
        self.descriptor = DESCRIPTOR
        self._archive = archive
        self._name = name
        self._prefix = prefix
        self._paths = {found.filename for found in archive.infolist() if not found.is_dir()}

    def named(self, path: str) -> str:
        """A file as the user would name it."""
        return f"{self._name}/{self._prefix}{path}"

    def paths(self) -> Iterator[str]:
        """The paths of all files."""
        return (path.removeprefix(self._prefix) for path in sorted(self._paths) if path.startswith(self._prefix))

    def holds(self, path: str) -> bool:
        """Whether there is such a file."""
        return self._prefix + path in self._paths

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; none when it is not there."""
        if not self.holds(path):
            return None
        try:
            return self._archive.read(self._prefix + path)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
            raise Unreadable(f"{self.named(path)} cannot be unpacked: {error}.") from error


def _load(file: File) -> Loaded:
    with _inside(file) as files:
        return unpack(files, file.name, path=file.path, format="zip")


@contextmanager
def _inside(file: File) -> Iterator[_Archive]:
    """The files in an archive while it is open."""
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            refuse_bombs(archive, file.name)
            yield _Archive(archive, file.name, _folder_of_descriptor(archive, file.name))
    except zipfile.BadZipFile as error:
        raise Unreadable(f"{file.name} begins like a ZIP archive but is broken: {error}.") from error


def _rewrite(file: File, changed: Mapping[str, bytes]) -> None:
    """Write the archive anew, with every member where it stood and as it was, but for those that changed."""
    packed = BytesIO()
    with file.open() as stream, zipfile.ZipFile(stream) as old, zipfile.ZipFile(packed, "w") as new:
        prefix = _folder_of_descriptor(old, file.name)
        for member in old.infolist():
            data = changed.get(member.filename.removeprefix(prefix))
            new.writestr(member, old.read(member) if data is None else data)
        new.comment = old.comment
    replace_file(file.path or Path(file.name), [packed.getvalue()])


def _folder_of_descriptor(archive: zipfile.ZipFile, name: str) -> str:
    """Where the descriptor stands: at the top, or in the only folder at the top."""
    names = archive.namelist()
    folders = {path.partition("/")[0] for path in names if not path.startswith("__MACOSX/")}
    for prefix in ("", *(f"{folder}/" for folder in folders if len(folders) == 1)):
        if prefix + DESCRIPTOR in names:
            return prefix
    raise Unreadable(f"{name} is a ZIP archive, but no data package: it has no {DESCRIPTOR}.")


def _save(dataset: Dataset, target: Path) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path, data in sorted(pack(dataset)):
            member = zipfile.ZipInfo(path, _TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, data)
    replace_file(target, [packed.getvalue()])


def _recognises(file: File) -> bool:
    return file.head().startswith((b"PK\x03\x04", b"PK\x05\x06"))


ZIP = Format(
    "zip",
    "data package: CSV tables in a ZIP archive",
    (".zip",),
    _recognises,
    _load,
    save=_save,
    inside=_inside,
    rewrite=_rewrite,
)
