"""The dataset that a command works on."""

from typing import TYPE_CHECKING

from foidata.cli.end import Exit, fail

if TYPE_CHECKING:
    from foidata.standard.dataset import Dataset


def dataset_in(source: str) -> "Dataset":
    """The dataset in a file of any format. Ends the command when it cannot be read or is not of the standard's form."""
    from foidata.packages import Unreadable, load

    try:
        loaded = load(source)
    except Unreadable as error:
        fail(str(error))
    if loaded.alone:
        fail(f"{source} is only the table {loaded.alone} of a dataset: name the data package that it belongs to.")
    if not loaded.sound or loaded.dataset is None:
        count = f"{len(loaded.faults):,} fault{'' if len(loaded.faults) == 1 else 's'} of form"
        fail(f"{source}: {count}; see `foidata validate {source}`", Exit.FINDINGS)
    return loaded.dataset
