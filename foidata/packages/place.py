"""Where a value stands in the user's own file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in the user's own file: as much of it as is known. All numbers count from 1."""

    file: str
    """The file as the user named it, or as it stands in the folder or archive that the user named."""
    line: int | None = None
    column: int | None = None
    """The character within the line."""
    table: str | None = None
    """The table, or the sheet of a workbook."""
    row: int | None = None
    """The row of data; the header is not counted."""
    field: str | None = None
    """The column's name."""
    cell: str | None = None
    """The cell of a workbook, such as `B7`."""

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.file} {self.table}!{self.cell}"
        if self.table is None:
            return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number is not None)])
        known = (("row", self.row), ("line", self.line), ("column", self.field))
        named = [self.file] if self.line is not None else [self.file, self.table]
        return " ".join([*named, *(f"{word} {value}" for word, value in known if value is not None)])


class Places:
    """Finds the place of a value by its JSON Pointer. This one knows only the file; the readers of files know more."""

    def __init__(self, file: str) -> None:
        self.file = file

    def find(self, pointer: str) -> Place:  # noqa: ARG002  # others need it
        """The place of the value, or of the nearest thing around it whose place is known."""
        return Place(self.file)


def pointer_to(*steps: str | int) -> str:
    """The JSON Pointer (RFC 6901) of these steps.

    >>> pointer_to("answers", 0, "a/b")
    '/answers/0/a~1b'
    """
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)


def steps_of(pointer: str) -> tuple[str, ...]:
    """The steps of a JSON Pointer: `pointer_to` undone."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def within(pointer: str, other: str) -> bool:
    """Whether a pointer leads to another or to something inside it."""
    return pointer == other or pointer.startswith(f"{other}/")
