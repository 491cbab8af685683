"""One table of a dataset as a CSV file, without the others. It is read only, to be checked."""

from foidata.packages.columnnames import plain_name
from foidata.packages.csvfile import read_csv
from foidata.packages.csvform import cells_of, form_of
from foidata.packages.file import File
from foidata.packages.formats import Format
from foidata.packages.loaded import Loaded, Unreadable
from foidata.packages.lonetable import lone_table
from foidata.packages.table import Table, tables_of_standard

_LIST = ["code", "label", "meaning"]
"""How every list of codes begins."""
_WIDE = {"authorityid", "leadexists"}
"""Columns of the wide table, which no other has."""


def _load(file: File) -> Loaded:
    table = _table_of(file)
    if table is None:
        raise Unreadable(_refusal(file))
    return lone_table(read_csv(table, file.name, file.read()), path=file.path, format="table")


def _table_of(file: File) -> Table | None:
    """The table that has the columns of a file: its keys, and more of the others than any table; none when two do."""
    text = file.head().decode("utf-8", "replace").removeprefix("\ufeff")
    found: dict[int, list[Table]] = {}
    for table in tables_of_standard().values():
        names = {plain_name(column.name) for column in table.columns}
        there = set(_names(text, table))
        if {plain_name(name) for name in (*table.key, table.order)} <= there:
            strange = len(there - names)
            found.setdefault(len(there & names) - strange, []).append(table)
    best = found[max(found)] if found else []
    named_so = [table for table in best if file.stem == table.name]
    return (named_so or best)[0] if len(best) == 1 or named_so else None


def _names(text: str, table: Table) -> list[str]:
    """The names in the header of a text, in their plain form."""
    form = form_of(text, (column.name for column in table.columns))
    header = text[form.start :].lstrip("\r\n").partition("\n")[0]
    return [plain_name(name) for name in cells_of(header, form.delimiter)]


def _refusal(file: File) -> str:
    """Why a file is no table of a dataset."""
    text = file.head().decode("utf-8", "replace")
    names = _names(text, tables_of_standard()["responses"])
    if names[:3] == _LIST:
        return f"{file.name} is a list of codes, which belongs to a data package: name its folder."
    if set(names) >= _WIDE:
        return f"{file.name} is the wide table, which is made of a dataset and not read back: name the dataset."
    return f"{file.name} has the columns of no table of the standard: `foidata schema --list` names the tables."


def _recognises(file: File) -> bool:
    return not file.is_folder and not file.begins_an_object and _table_of(file) is not None


TABLE = Format("table", "one table of a dataset, to be checked alone", (".csv", ".tsv"), _recognises, _load)
