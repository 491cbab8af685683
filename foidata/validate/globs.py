"""Files that are meant by a glob."""

import glob
import os
import posixpath
from fnmatch import fnmatchcase
from pathlib import Path


def anchored(pattern: str, folder: Path) -> str:
    """A glob as it is meant in a file of this folder: one with a `/` counts from there, one without fits any folder.

    >>> anchored("letters/*.json", Path("/data")), anchored("*.json", Path("/data"))
    ('/data/letters/*.json', '*.json')
    """
    return posixpath.normpath(f"{glob.escape(_absolute(folder))}/{pattern}") if "/" in pattern else pattern


def fits(pattern: str, file: str) -> bool:
    """Whether a glob means a file, or a folder that it is in. Its `*` goes over folders too.

    >>> fits("*.json", "data/2024/a.json"), fits("data/*.json", "data/2024/a.json"), fits("2024/", "2024/a.json")
    (True, True, True)
    """
    if "/" not in pattern:
        return fnmatchcase(Path(file).name, pattern)
    whole = pattern if posixpath.isabs(pattern) else anchored(pattern, Path())
    path = Path(_absolute(Path(file)))
    return any(fnmatchcase(one.as_posix(), whole) for one in (path, *path.parents))


def _absolute(path: Path) -> str:
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100  # links stay as they were named
