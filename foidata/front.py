"""The front door of the Python library: the few verbs that most people need."""

from collections.abc import Iterable
from pathlib import Path

from foidata.documents.document import Unreadable
from foidata.documents.read import read
from foidata.letters.batch import Outcome, with_ids
from foidata.letters.convert import convert as convert_letter
from foidata.letters.convert import gather, questionnaires
from foidata.packages import load as load_file
from foidata.standard.dataset import Dataset, Questionnaire


def convert(
    paths: str | Path | Iterable[str | Path],
    *,
    title: str = "FOI replies about modern slavery",
    known: Iterable[Questionnaire] = (),
    keep_names: bool = False,
) -> Dataset:
    """Read letters into a dataset in which every value points to the words it came from.

    `known` are questionnaires of your own, beside ours. People's names, direct e-mails and phone numbers are masked
    unless `keep_names`. Raises Unreadable, naming the file, when one cannot be read.
    """
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    asked = (*known, *questionnaires())
    outcomes = [Outcome(str(file), convert_letter(read(file), asked, keep_names=keep_names)) for file in files]
    if not outcomes:
        raise Unreadable("there is nothing to convert: name a letter")
    return gather(with_ids(outcomes), title, asked)


def load(source: str | Path) -> Dataset:
    """The dataset in a file or folder, of any format.

    Raises Unreadable when it cannot be read, or when something in it does not have the form of the standard; `validate`
    lists all such faults with their places.
    """
    loaded = load_file(source)
    dataset = loaded.dataset
    if loaded.faults:
        first = loaded.faults[0]
        more = f", and {len(loaded.faults) - 1:,} more" if len(loaded.faults) > 1 else ""
        place = first.place or loaded.place(first.pointer)
        raise Unreadable(f"{place}: {first.message}{more}; see `foidata validate {source}`")
    if loaded.alone:
        raise Unreadable(f"{source} is only the table {loaded.alone} of a dataset; load the package that it belongs to")
    if dataset is None:
        raise Unreadable(f"{source}: holds no response")
    return dataset
