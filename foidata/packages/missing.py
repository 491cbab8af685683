"""Words that programs and people write into cells where there is no value."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from foidata.packages.cellforms import is_free_text, misfit
from foidata.packages.labels import meant
from foidata.packages.mends import Clear
from foidata.packages.table import Column
from foidata.packages.tablefile import Row, TableFile

_OF_PROGRAMS = frozenset(("NA", "<NA>", "NULL", "NaN", "nan", "NaT", "None", "#N/A"))
"""What R, pandas, databases and spreadsheets write for no value."""
_OF_PEOPLE = frozenset(("N/A", "n/a", "n.a.", "-", "–", "—"))
"""What people write, who may mean more by it: that nothing applies, or that nothing is held."""
_WORDS = _OF_PROGRAMS | _OF_PEOPLE
_LET_STATUS_SAY = "Leave these cells empty, and let the status say why there is no value."

Texts = Mapping[str, AbstractSet[str]]
"""The different texts of each column, by its name."""


def clear_missing(found: TableFile, texts: Texts) -> None:
    """Empty the cells of a table that only say that they have no value, and note each such column once.

    In a column of text such words may be meant; they are no value there when a program wrote the same word into
    columns in which it can be none. `texts` are the different texts of each column.
    """
    for column in _there(found):
        if not is_free_text(column):
            for word in sorted(texts[column.name] & _WORDS):
                if _is_no_value(word, column):
                    found.missing |= {word} & _OF_PROGRAMS
                    _clear(found, column, word)
    if found.missing:
        clear_texts(found, found.missing)


def clear_texts(found: TableFile, words: AbstractSet[str]) -> None:
    """Empty the cells of text that hold one of these words, which stand for no value in what was written with it."""
    texts = found.different() if words else {}
    for column in _there(found) if words else ():
        if column.type == "string" and not column.codelist:
            for word in sorted(texts[column.name] & words):
                _clear(found, column, word)


def _there(found: TableFile) -> Iterable[Column]:
    return (column for column in found.table.columns if column.name in found.columns)


def _is_no_value(word: str, column: Column) -> bool:
    """Whether a word can be no value of a column."""
    return not meant(column.codelist, word) if column.codelist else misfit(word, column) is not None


def _clear(found: TableFile, column: Column, word: str) -> None:
    index = found.columns[column.name]
    rows: list[Row] = [row for row in found.rows if row.cells[index] == word]
    for row in rows:
        row.cells[index] = ""
    also = f", here and in {len(rows) - 1:,} more cells of {column.name}" if len(rows) > 1 else ""
    safe = word in _OF_PROGRAMS
    message = f"{word!r} stands for no value{also}"
    more = {} if safe else {"fix": _LET_STATUS_SAY}
    found.note("bad_cell", message, rows[0], column.name, read=True, mend=Clear(word, index) if safe else None, **more)
