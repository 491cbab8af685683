"""foidata: councils' answers to freedom-of-information requests about modern slavery, as data.

A **Document** is a letter as one unchanging text; a **Passage** one question and the words that answer it; an
**Answer** what was said to one question, with facts and evidence; a **Response** one authority's reply; a **Dataset**
many of them. A **Rule** is one fault that data can have, a **Finding** one fault found, a **Report** all of them.

>>> import foidata
>>> dataset = foidata.convert(["seeds/000_4c2c9d30c976f435.txt"])
>>> dataset.responses[0].answers[0].leads[0].evidence[0].quote
'No not currently.'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foidata.documents.document import Unreadable
    from foidata.front import convert, load
    from foidata.packages.loaded import Unwritable
    from foidata.packages.save import save
    from foidata.packages.tables import tables
    from foidata.standard.dataset import Dataset
    from foidata.standard.report import Report
    from foidata.standard.response import Response
    from foidata.validate.validate import validate

__all__ = ["Dataset", "Report", "Response", "Unreadable", "Unwritable", "convert", "load", "save", "tables", "validate"]

_HOMES = {
    "Dataset": "foidata.standard.dataset",
    "Report": "foidata.standard.report",
    "Response": "foidata.standard.response",
    "Unreadable": "foidata.documents.document",
    "Unwritable": "foidata.packages",
    "convert": "foidata.front",
    "load": "foidata.front",
    "save": "foidata.packages",
    "tables": "foidata.packages",
    "validate": "foidata.validate.validate",
}


def __getattr__(name: str) -> Any:
    """The names of the front door, each imported when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'foidata' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The names of the front door."""
    return __all__
