"""Texts that a spreadsheet would run: those of a dataset's makers, and those of its letters."""

import re
from collections.abc import Iterator

from foidata.rules.texts import Text, said_in
from foidata.standard.record import Record

_BEGINNINGS = frozenset("=@\t\r+-")
_RUNS = re.compile(r"[=@\t\r]|[+-](?!\s|-|[\d\s.,()%]*\Z)")
"""What a spreadsheet takes for a formula. A bullet, a rule of dashes and a number with its sign are harmless."""

OWN = frozenset(
    (
        *(("Header", name) for name in ("title", "description")),
        *(("Dataset", name) for name in ("title", "description")),
        *(("Publisher", name) for name in ("name", "url")),
        *(("Questionnaire", name) for name in ("title", "description")),
        *(("AskedQuestion", name) for name in ("number", "section", "text", "cites")),
        *(("Source", name) for name in ("name", "reader", "url")),
        ("SourcePart", "name"),
        *(("Conversion", name) for name in ("tool", "version")),
        *(("Coding", name) for name in ("coder", "note")),
        ("Claim", "claim"),
    )
)
"""The fields that whoever makes a dataset words; all others repeat the words of a letter."""


def runs(text: str) -> bool:
    """Whether a spreadsheet would run a text as a formula."""
    return text[:1] in _BEGINNINGS and _RUNS.match(text) is not None


def own_formulas(record: Record) -> Iterator[Text]:
    """The texts in a record that a spreadsheet would run, of those that whoever made the dataset worded."""
    return (one for one in said_in(record).texts if runs(one.words) and is_own(one.holder, one.field))


def verbatim_formulas(record: Record) -> Iterator[Text]:
    """The texts in a record that a spreadsheet would run, of those that repeat the words of a letter."""
    return (one for one in said_in(record).texts if runs(one.words) and not is_own(one.holder, one.field))


def is_own(record: type[Record], field: str) -> bool:
    """Whether a field holds the words of whoever made the dataset."""
    return (record.__name__, field) in OWN
