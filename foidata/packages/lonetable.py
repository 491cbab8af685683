"""Judge the rows of a table that came without the others."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import orjson

from foidata.packages.assembly import Assembly
from foidata.packages.columns import column_at
from foidata.packages.elsewhere import Elsewhere
from foidata.packages.grouping import Grouping
from foidata.packages.judge import judge, without_repeats
from foidata.packages.loaded import Loaded
from foidata.packages.place import Place, steps_of
from foidata.packages.streamed import Lone
from foidata.packages.table import Table
from foidata.packages.tablefile import TableFile
from foidata.packages.tableplaces import TablePlaces
from foidata.standard.record import Record, example_of


def lone_table(file: TableFile, **more: Any) -> Loaded:
    """What could be read of a table alone. Pointers lead into its rows: `/funding/3/amount/value`."""
    name = file.table.name
    places = _LonePlaces(file)
    rows = _Rows(Grouping(places, file.faults, whole=file.whole), file)
    lone = tuple(rows.records())
    return Loaded(file.file, None, (), tuple(rows.faults), places, **more, alone=name, lone=lone)


class _LonePlaces(TablePlaces):
    """Finds the cells of the rows of one table."""

    def __init__(self, file: TableFile) -> None:
        super().__init__(file.file)
        self.files[file.table.name] = file

    def find(self, pointer: str) -> Place:
        """The row and column of a value."""
        steps = steps_of(pointer)
        file = next(iter(self.files.values()))
        if len(steps) < 2 or int(steps[1]) >= len(file.rows):
            return file.place()
        column = column_at(file.table.record, steps[2:])
        return file.place(file.rows[int(steps[1])], column.name if column else None)


class _Rows(Assembly):
    """The rows of a table while their records are made, each alone."""

    def __init__(self, grouping: Grouping, file: TableFile) -> None:
        super().__init__(grouping)
        self._file = file

    def records(self) -> Iterator[Lone]:
        """The record of each row that has no fault."""
        table = self._file.table
        for number, row in enumerate(self._file.rows):
            start = len(self.faults)
            pointer = f"/{table.name}/{number}"
            value = self._built(table.name, row, pointer)
            record, faults = judge(table.record, orjson.dumps(value | _stand_ins(table)), pointer)
            self.faults += without_repeats(faults, self._unread_since(start))
            if record is not None and not self._harmed_since(start):
                yield Lone(table.name, number, _without_others(record, table))


@cache
def _stand_ins(table: Table) -> dict[str, Any]:
    """Items for the lists that a record cannot be without, though they stand in tables that did not come."""
    record = table.record
    lists = {one.path[0]: one for one in table.lists if len(one.path) == 1}
    needed = [name for name in lists if record.model_fields[name].is_required()]
    for when in record.constraints:
        needed += [name for name in when.some_of if name in lists][:1]
    return {name: [example_of(lists[name].record)] for name in needed}


def _without_others(record: Record, table: Table) -> Record:
    """A record whose lists say that their items stand in other tables."""
    for one in table.lists:
        holder: Any = record
        for step in one.path[:-1]:
            holder = getattr(holder, step) if holder is not None else None
        if holder is not None:
            holder.__dict__[one.path[-1]] = Elsewhere(one.table)
    return record
