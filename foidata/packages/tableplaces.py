"""The places of values in tables."""

from foidata.packages.place import Place, Places, steps_of
from foidata.packages.table import Column, Sublist, Table
from foidata.packages.tablefile import Row, TableFile

Key = tuple[str, ...]


class TablePlaces(Places):
    """The rows of tables by what they belong to, so that the steps of a pointer lead to a row and its column."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.files: dict[str, TableFile] = {}
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

    def in_header(self, pointer: str) -> Place:  # noqa: ARG002  # others need it
        """The place of a value in what is said of the dataset as a whole."""
        return Place(self.file)

    def of_text(self, response: str) -> Place | None:  # noqa: ARG002  # others need it
        """The place of a letter's text, where that stands in no cell."""
        return None

    def find(self, pointer: str) -> Place:
        """The file, row, line and column of a value; for what stands in no table, its place in the header."""
        steps = steps_of(pointer)
        if not steps:
            return Place(self.file)
        if steps[0] in self.files and not self.files[steps[0]].table.keys:
            rows = self.rows(steps[0])
            if steps[1:] and steps[1].isdigit() and int(steps[1]) < len(rows):
                return self._inside(self.files[steps[0]], rows[int(steps[1])], steps[2:])
            return self.files[steps[0]].place()
        return self.in_header(pointer)

    def _inside(self, file: TableFile, row: Row, steps: tuple[str, ...]) -> Place:
        for one in file.table.lists:
            length = len(one.path)
            if steps[:length] == one.path and steps[length:] and steps[length].isdigit():
                _, rows = self.rows_of(one, self.scope(file.table, row))
                if int(steps[length]) < len(rows):
                    return self._inside(self.files[one.table], rows[int(steps[length])], steps[length + 1 :])
        if file.table.name == "responses" and steps == ("source", "text"):
            apart = self.of_text(file.cell(row, "id"))
            if apart is not None:
                return apart
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
