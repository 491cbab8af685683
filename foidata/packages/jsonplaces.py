"""The places of values in a JSON text, looked for only when somebody asks."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from foidata.packages.jsontext import Lines, Scan
from foidata.packages.place import Place, Places, steps_of, within


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a JSON text that holds one value whole."""

    pointer: str
    """The pointer of that value."""
    text: str
    place: Callable[[int], Place]
    """The place of a character of `text`."""


class JsonPlaces(Places):
    """Finds values in JSON by a close look at the stretch that they stand in. The last stretch is remembered."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._last: tuple[Stretch, Scan] | None = None

    @abstractmethod
    def stretch(self, steps: tuple[str, ...]) -> Stretch | None:
        """The stretch in which the value of these steps stands, or that around it."""

    def find(self, pointer: str) -> Place:
        """The line and column at which the value begins, or that of the nearest value around it."""
        if self._last is None or not self._last[0].pointer or not within(pointer, self._last[0].pointer):
            stretch = self.stretch(steps_of(pointer))
            if stretch is None:
                return Place(self.file)
            if self._last is None or self._last[0].pointer != stretch.pointer:
                self._last = stretch, Scan(stretch.text, stretch.place, stretch.pointer)
        stretch, scan = self._last
        while not within(pointer, stretch.pointer):
            pointer = pointer.rpartition("/")[0]
        offset = scan.nearest(pointer)
        return stretch.place(offset or 0)


class TextPlaces(JsonPlaces):
    """Finds values in one JSON text, of which the stretches of some pointers are known."""

    def __init__(self, lines: Lines, spans: dict[str, tuple[int, int]] | None = None) -> None:
        super().__init__(lines.file)
        self._lines = lines
        self._spans = spans or {"": (0, len(lines.text))}

    def stretch(self, steps: tuple[str, ...]) -> Stretch | None:
        """The stretch known for the longest beginning of the steps."""
        for length in (2, 1, 0):
            pointer = "".join(f"/{step}" for step in steps[:length])
            if pointer in self._spans:
                start, end = self._spans[pointer]
                return Stretch(pointer, self._lines.text[start:end], self._lines.place_after(start))
        return None
