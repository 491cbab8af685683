"""The places of values in the tables of a data package."""

from foidata.packages.csvfile import CsvFile, Row
from foidata.packages.descriptor import Files
from foidata.packages.place import Place, Places, steps_of
from foidata.packages.table import Column, Sublist, Table

Key = tuple[str, ...]


class PackagePlaces(Places):
    """The rows of a package by what they belong to, so that the steps of a pointer lead to a row and its column."""

    def __init__(self, files: Files, descriptor: Places) -> None:
        super().__init__(descriptor.file)
        self._source = files
        self._descriptor = descriptor
        self.files: dict[str, CsvFile] = {}
        """The tables that are there, by name."""
        self.groups: dict[str, dict[Key, list[Row]]] = {}
        """The rows of each table by the record that they belong to, in order once they were sorted."""

    def rows(self, table: str) -> list[Row]:
        """The rows of a table that belongs to the dataset itself."""
        return self.groups.get(table, {}).get((), [])

    def rows_of(self, one: Sublist, scope: dict[str, str]) -> tuple[Key, list[Row]]:
        """The rows of a list in a record, and the key that they share."""
        file = self.files.get(one.table)
        if file is None:
            return (), []
        key = tuple([scope.get(name, "") if name != "about" else one.about or "" for name in file.table.keys])
        return key, self.groups[one.table].get(key, [])

    def scope(self, table: Table, row: Row) -> dict[str, str]:
        """The keys of what stands within a row's record: those of the row, and its id or its number."""
        file = self.files[table.name]
        scope = {name: file.cell(row, name) for name in table.keys}
        if table.has_id:
            scope[f"{table.record.__name__.lower()}_id"] = file.cell(row, "id")
        else:
            scope["item"] = str(row.order)
        return scope

    def in_header(self, pointer: str) -> Place:
        """The place of a value in what the descriptor says of the dataset."""
        return self._descriptor.find(f"/foidata{pointer}")

    def find(self, pointer: str) -> Place:
        """The file, row, line and column of a value; for what stands in no table, its place in the descriptor."""
        steps = steps_of(pointer)
        if not steps:
            return Place(self.file)
        if steps[0] in self.files and not self.files[steps[0]].table.keys:
            rows = self.rows(steps[0])
            if steps[1:] and steps[1].isdigit() and int(steps[1]) < len(rows):
                return self._inside(self.files[steps[0]], rows[int(steps[1])], steps[2:])
            return self.files[steps[0]].place()
        return self.in_header(pointer)

    def _inside(self, file: CsvFile, row: Row, steps: tuple[str, ...]) -> Place:
        for one in file.table.lists:
            length = len(one.path)
            if steps[:length] == one.path and steps[length:] and steps[length].isdigit():
                _, rows = self.rows_of(one, self.scope(file.table, row))
                if int(steps[length]) < len(rows):
                    return self._inside(self.files[one.table], rows[int(steps[length])], steps[length + 1 :])
        if file.table.name == "responses" and steps == ("source", "text"):
            path = f"texts/{file.cell(row, 'id')}.txt"
            return Place(self._source.named(path))
        column = _column(file.table, steps)
        return file.place(row, column.name if column else None)


def _column(table: Table, steps: tuple[str, ...]) -> Column | None:
    """The column of a value, or the first of the columns of an object."""
    own = [column for column in table.columns if column.path and not column.derived]
    for length in range(len(steps), 0, -1):
        for column in own:
            if column.path == steps[:length]:
                return column
    return next((column for column in own if steps and column.path[: len(steps)] == steps), None)
