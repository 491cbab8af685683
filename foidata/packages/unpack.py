"""Put the tables of a data package together again."""

from collections.abc import Iterable, Iterator
from typing import Any

from foidata.packages.assembly import Assembly
from foidata.packages.csvfile import read_csv
from foidata.packages.declared import faults_of_declaration
from foidata.packages.descriptor import Descriptor, Files, read_descriptor
from foidata.packages.fault import Fault, short
from foidata.packages.grouping import Grouping
from foidata.packages.jsontext import decoded
from foidata.packages.loaded import Loaded
from foidata.packages.missing import clear_texts
from foidata.packages.place import Place, Places
from foidata.packages.table import Table, tables_of_standard
from foidata.packages.tablefile import TableFile
from foidata.packages.tableplaces import TablePlaces

_LOSES_NOTHING = ("unknown_table", "byte_order_mark", "missing_resource", "weakened_schema", "off_profile")
"""Faults of a descriptor that leave its tables as they are."""


def unpack(files: Files, name: str, **more: Any) -> Loaded:
    """Read a package: its descriptor, its tables and the texts of its letters."""
    descriptor = read_descriptor(files)
    if not descriptor.readable:
        return Loaded(name, None, (), tuple(descriptor.faults), descriptor.places, **more)
    descriptor.faults += faults_of_declaration(descriptor, files)
    return _Package(files, _read(files, descriptor)).loaded(name, descriptor.header, **more)


class _PackagePlaces(TablePlaces):
    """Finds what stands in no table in the descriptor, and texts in their files."""

    def __init__(self, files: Files, descriptor: Places) -> None:
        super().__init__(descriptor.file)
        self._source = files
        self._descriptor = descriptor

    def in_header(self, pointer: str) -> Place:
        """The place of a value in what the descriptor says of the dataset."""
        return self._descriptor.find(f"/foidata{pointer}")

    def of_text(self, response: str) -> Place:
        """The file of a letter's text."""
        return Place(self._source.named(f"texts/{response}.txt"))


def _read(files: Files, descriptor: Descriptor) -> Grouping:
    """The rows of all tables that the descriptor lists."""
    places = _PackagePlaces(files, descriptor.places)
    faults = list(descriptor.faults)
    whole = all(fault.read or fault.kind in _LOSES_NOTHING for fault in faults)
    for name, table in tables_of_standard().items():
        if name in descriptor.tables:
            faults += _read_table(files, table, descriptor, places)
            whole = whole and name in places.files and places.files[name].whole
    _share_habits(places.files.values())
    faults += [fault for file in places.files.values() for fault in file.faults]
    return Grouping(places, faults, whole=whole)


def _read_table(files: Files, table: Table, descriptor: Descriptor, places: TablePlaces) -> list[Fault]:
    path = descriptor.tables[table.name]
    kind, message = "missing_table", f"the file {short(path)} of the table {table.name} is not there"
    try:
        data = files.read(path)
    except ValueError:
        data, kind, message = None, "unsafe_path", f"the path {short(path)} leads out of the package"
    if data is None:
        place = descriptor.places.find(descriptor.pointers[table.name])
        return [Fault(kind, "", message, table.name, place)]
    file = places.files[table.name] = read_csv(table, files.named(path), data)
    there = sorted(file.columns, key=lambda name: file.columns[name])
    declared = [name for name in descriptor.fields[table.name] if name in file.columns]
    if len(declared) == len(there) and declared != there:
        message = "the columns stand in another order than the descriptor has them"
        file.note("column_order", message, file.header, read=True)
    return []


def _share_habits(files: Iterable[TableFile]) -> None:
    """Let every table know what shows in one of how all were written: the words for no value, the order in days."""
    files = list(files)
    missing = {word for file in files for word in file.missing}
    orders = {file.day_first for file in files if file.day_first is not None}
    for file in files:
        clear_texts(file, missing)
        if file.day_first is None and len(orders) == 1:
            file.day_first = next(iter(orders))


class _Package(Assembly):
    """A package while its records are put together: the texts of letters are files of their own."""

    def __init__(self, files: Files, grouping: Grouping) -> None:
        super().__init__(grouping)
        self._files = files
        self._texts = {path for path in files.paths() if path.startswith("texts/") and path.endswith(".txt")}

    def orphaned(self) -> Iterator[str]:
        """Note also the texts that belong to nothing."""
        yield from super().orphaned()
        for path in sorted(self._texts):
            if path[len("texts/") : -len(".txt")] not in self.grouping.numbers:
                place = Place(self._files.named(path))
                self.faults.append(Fault("orphan_text", "", f"{path} is the text of no response", place=place))

    def complete(self, record: dict[str, Any], pointer: str) -> None:
        """Give the response the text of its letter, when that is there."""
        path = f"texts/{record.get('id')}.txt"
        if path not in self._texts:
            return
        data = self._files.read(path) or b""
        try:
            text = data.decode("utf-8")  # a byte-order mark may be the first character of the letter
        except UnicodeDecodeError:
            text, faults = decoded(data, self._files.named(path), pointer=f"{pointer}/source/text")
            self.faults += faults
        if text:
            record.setdefault("source", {})["text"] = text
