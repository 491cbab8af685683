"""Save a dataset in any format."""

from pathlib import Path

from foidata.packages.descriptor import DESCRIPTOR
from foidata.packages.file import ending
from foidata.packages.formats import formats
from foidata.packages.loaded import Unwritable
from foidata.packages.pause import collector_paused
from foidata.standard.dataset import Dataset


@collector_paused()
def save(dataset: Dataset, target: str | Path) -> None:
    """Write a dataset to a file, or to the folder of a data package, in the format that the name's end asks for.

    A folder ends in `/`, is there already, is named by its `datapackage.json` or has no suffix. The target is replaced
    whole or not at all. Raises Unwritable.
    """
    path = Path(target)
    suffix = "/" if _is_folder(target, path) else ending(path.name)
    if not dataset.responses:
        raise Unwritable(f"{target}: a dataset without responses is not written.")
    for one in formats():
        if one.save and suffix in one.suffixes:
            return one.save(dataset, path)
    ends = ", ".join(end for one in formats() if one.save for end in one.suffixes)
    raise Unwritable(f"{target}: the end of the name says the format, and {suffix} is none of {ends}.")


def _is_folder(target: str | Path, path: Path) -> bool:
    return str(target).endswith(("/", "\\")) or path.is_dir() or path.name == DESCRIPTOR or not path.suffix
