"""Put a file or a folder where an old one was, whole or not at all."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from foidata.packages.gzipped import SUFFIX, packed
from foidata.packages.loaded import Unwritable


def replace_file(target: Path, pieces: Iterable[bytes], *, gzipped: bool | None = None) -> None:
    """Write a file beside its place, then rename it. Nothing is left behind when that fails.

    It is gzipped when it is said so, or else when its name ends in `.gz`. A file that takes the place of another may be
    read and written by the same people.
    """
    gzipped = target.suffix.lower() == SUFFIX if gzipped is None else gzipped
    with _reasons(target):
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = _beside(target)
        try:
            with beside.open("xb") as stream:
                stream.writelines(packed(pieces) if gzipped else pieces)
            if target.exists():
                shutil.copymode(target, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def replace_folder(target: Path, files: Iterable[tuple[str, bytes]], ours: Callable[[Path], bool]) -> None:
    """Write a folder of files beside its place, then rename it.

    A folder that is already there is replaced only when `ours` says that everything in it was written by us: what
    else a person keeps in it would be lost.
    """
    with _reasons(target):
        target = target.resolve()
        _refuse_foreign(target, ours)
        target.parent.mkdir(parents=True, exist_ok=True)
        beside, old = _beside(target), _beside(target)
        try:
            for path, data in files:
                file = beside / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            if target.exists():
                target.rename(old)
            try:
                beside.rename(target)
            except OSError:
                if old.exists():
                    old.rename(target)
                raise
            shutil.rmtree(old, ignore_errors=True)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _refuse_foreign(target: Path, ours: Callable[[Path], bool]) -> None:
    if target.exists() and not target.is_dir():
        raise Unwritable(f"{target.name} is a file, not a folder: choose another name, or take it away.")
    inside = [found.relative_to(target) for found in sorted(target.rglob("*")) if not found.is_dir()]
    if inside and Path("datapackage.json") not in inside:
        raise Unwritable(f"{target.name}/ holds files but no data package: choose a new or an empty folder.")
    foreign = [path.as_posix() for path in inside if not ours(path)]
    if foreign:
        raise Unwritable(
            f"{target.name}/ also holds {foreign[0]}, which would be lost: move it away, or choose another folder."
        )


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")


@contextlib.contextmanager
def _reasons(target: Path) -> Iterator[None]:
    """Say in plain words why the disk would not take it."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        raise Unwritable(f"{target} cannot be written: {reason}.") from error
