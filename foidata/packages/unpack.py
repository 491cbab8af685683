"""Put the tables of a data package together again."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import orjson
from pydantic import ValidationError

from foidata.packages.cells import EXPECTED, value_of
from foidata.packages.csvfile import CsvFile, Row
from foidata.packages.declared import faults_of_declaration
from foidata.packages.descriptor import Files, read_descriptor
from foidata.packages.fault import Fault, short
from foidata.packages.grouping import Grouping
from foidata.packages.jsontext import decoded
from foidata.packages.judge import judge, without_repeats
from foidata.packages.loaded import Loaded
from foidata.packages.packageplaces import Key, PackagePlaces
from foidata.packages.place import Place, within
from foidata.packages.table import DERIVED, Column, Table
from foidata.standard.dataset import Header
from foidata.standard.period import Period
from foidata.standard.response import Response

_HARMLESS = ("derived_differs",)
"""Faults that leave a record as it is."""


def unpack(files: Files, name: str, **more: Any) -> Loaded:
    """Read a package: its descriptor, its tables and the texts of its letters."""
    descriptor = read_descriptor(files)
    if not descriptor.readable:
        return Loaded(name, None, (), tuple(descriptor.faults), descriptor.places, **more)
    descriptor.faults += faults_of_declaration(descriptor, files)
    package = _Package(files, Grouping(files, descriptor))
    header = package.header(descriptor.header)
    responses = list(package.responses())
    orphaned = set(package.orphaned())
    responses = [(number, one) for number, one in responses if f"/responses/{number}" not in orphaned]
    if not package.places.rows("responses"):
        package.faults.append(Fault("empty", "/responses", "the package has no responses"))
    return Loaded(name, header, tuple(responses), tuple(package.faults), package.places, **more)


class _Package:
    """A package while its records are put together."""

    def __init__(self, files: Files, grouping: Grouping) -> None:
        self.faults = grouping.faults
        self.places: PackagePlaces = grouping.places
        self._files = files
        self._grouping = grouping
        self._used: set[tuple[str, Key]] = set()
        self._texts = {path for path in files.paths() if path.startswith("texts/") and path.endswith(".txt")}
        self._plans = {name: _Plan(file) for name, file in self.places.files.items()}

    def header(self, said: Any) -> Header | None:
        """The header: what the descriptor says, and the questionnaires."""
        start = len(self.faults)
        rows = self.places.rows("questionnaires")
        built = [self._built("questionnaires", row, f"/questionnaires/{number}") for number, row in enumerate(rows)]
        if isinstance(said, dict):
            for name in (name for name in ("questionnaires", "responses") if name in said):
                message = f"{name} stand in their own table, not in the descriptor"
                self.faults.append(Fault("extra_forbidden", "", message, name, self.places.in_header(f"/{name}")))
            said = {name: value for name, value in said.items() if name not in ("questionnaires", "responses")}
            said |= {"questionnaires": built} if built else {}
        header, faults = judge(Header, orjson.dumps(said))
        self.faults += without_repeats(faults, self.faults[start:])
        earlier = any(within(fault.pointer, "/questionnaires") for fault in self.faults[:start])
        return None if earlier or self._harmed_since(start) else header

    def responses(self) -> Iterator[tuple[int, Response]]:
        """Each response that has no fault, with its number."""
        harmed = {fault.pointer for fault in self.faults}
        for number, row in enumerate(self.places.rows("responses")):
            start = len(self.faults)
            pointer = f"/responses/{number}"
            record = self._built("responses", row, pointer)
            self._add_text(record, pointer)
            response, faults = judge(Response, orjson.dumps(record), pointer)
            self.faults += without_repeats(faults, self.faults[start:])
            if response and self._grouping.whole and pointer not in harmed and not self._harmed_since(start):
                yield number, response

    def orphaned(self) -> Iterator[str]:
        """Note the rows and texts that belong to nothing, and give the pointers of the responses that lack them.

        To be asked when all records have been put together.
        """
        for name, groups in self.places.groups.items():
            for key, rows in groups.items() if self._grouping.whole else ():
                if key and (name, key) not in self._used:
                    for row in rows:
                        yield self._grouping.note_orphan(self.places.files[name], row)
        for path in sorted(self._texts):
            if path[len("texts/") : -len(".txt")] not in self._grouping.numbers:
                place = Place(self._files.named(path))
                self.faults.append(Fault("orphan_text", "", f"{path} is the text of no response", place=place))

    def _harmed_since(self, start: int) -> bool:
        return any(fault.kind not in _HARMLESS for fault in self.faults[start:])

    def _built(self, name: str, row: Row, pointer: str) -> dict[str, Any]:
        """The record of a row, with the records that belong to it."""
        plan = self._plans[name]
        value: dict[str, Any] = {}
        for index, column, inner in plan.cells:
            text = row.cells[index]
            if not text:
                continue
            target = value
            for step in column.path[:-1]:
                target = target.setdefault(step, {})
            target[inner] = text if column.type == "string" else self._value(plan.file, row, column, text, pointer)
        for path, columns in plan.derived:
            self._compare(plan.file, row, path, columns, value, pointer)
        if plan.file.table.lists:
            self._add_lists(plan.file.table, row, value, pointer)
        return value

    def _add_lists(self, table: Table, row: Row, value: dict[str, Any], pointer: str) -> None:
        scope = self.places.scope(table, row)
        for one in table.lists:
            key, rows = self.places.rows_of(one, scope)
            if rows:
                self._used.add((one.table, key))
                target = value
                for step in one.path[:-1]:
                    target = target.setdefault(step, {})
                inside = f"{pointer}/{'/'.join(one.path)}"
                target[one.path[-1]] = [
                    self._built(one.table, below, f"{inside}/{number}") for number, below in enumerate(rows)
                ]

    def _value(self, file: CsvFile, row: Row, column: Column, text: str, pointer: str) -> Any:
        try:
            return value_of(text, column.type)
        except ValueError as error:
            kind = str(error)
            message = f"{short(text)!r} is not {EXPECTED[column.type]}"
            if kind != "bad_cell":
                message = f"{short(text)!r} is not a value that JSON can hold: {kind.replace('_', ' ')}"
            at = f"{pointer}/{'/'.join(column.path)}"
            self.faults.append(Fault(kind, at, message, short(text), file.place(row, column.name)))
            return text

    def _compare(
        self,
        file: CsvFile,
        row: Row,
        path: tuple[str, ...],
        columns: list[tuple[int, Column]],
        value: dict[str, Any],
        pointer: str,
    ) -> None:
        """Note the derived cells that contradict their period."""
        period: Any = value
        for step in path:
            period = period.get(step, {})
        right = _derived(period.get("kind"), period.get("start"), period.get("end"))
        for index, column in columns:
            text = row.cells[index]
            if text and right is not None and text != right[column.derived or ""]:
                should = right[column.derived or ""] or "empty"
                message = f"{column.name} says {short(text)}, but the period makes it {should}"
                at = f"{pointer}/{'/'.join(path)}"
                self.faults.append(Fault("derived_differs", at, message, text, file.place(row, column.name)))

    def _add_text(self, record: dict[str, Any], pointer: str) -> None:
        """Give the response the text of its letter, when that is there."""
        path = f"texts/{record.get('id')}.txt"
        if path not in self._texts:
            return
        data = self._files.read(path) or b""
        try:
            record.setdefault("source", {})["text"] = data.decode("utf-8")
        except UnicodeDecodeError:
            self.faults += decoded(data, self._files.named(path), pointer=f"{pointer}/source/text")[1]


class _Plan:
    """How the rows of one file become records: which cell is which value."""

    def __init__(self, file: CsvFile) -> None:
        self.file = file
        there = [column for column in file.table.columns if column.name in file.columns and column.path]
        self.cells = [
            (file.columns[column.name], column, column.path[-1]) for column in there if column.derived is None
        ]
        paths = dict.fromkeys(column.path for column in there if column.derived)
        self.derived = [
            (path, [(file.columns[one.name], one) for one in there if one.derived and one.path == path])
            for path in paths
        ]


@lru_cache(maxsize=4096)
def _derived(kind: str | None, start: str | None, end: str | None) -> dict[str, str] | None:
    """What is derived of a period, as cells; empty cells of no period, and nothing of one that is wrong."""
    if kind is None:
        return dict.fromkeys(DERIVED, "")
    try:
        period = Period.make(kind=kind, start=start, end=end)
    except ValidationError:
        return None
    return {name: str(getattr(period, name) or "") for name in DERIVED}
