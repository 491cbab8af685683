"""A dataset as JSON lines: the header, then a response a line. The form for large data."""

from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from foidata.packages.encodings import wide_text
from foidata.packages.fault import Fault
from foidata.packages.file import File
from foidata.packages.formats import Format
from foidata.packages.jsonplaces import JsonPlaces, Stretch
from foidata.packages.jsontext import Lines, Watch, decoded
from foidata.packages.judge import judge_json
from foidata.packages.place import Place
from foidata.packages.replace import replace_file
from foidata.packages.streamed import Part, Streamed
from foidata.standard.dataset import Dataset, Header
from foidata.standard.json import canonical
from foidata.standard.record import Record
from foidata.standard.response import Response

R = TypeVar("R", bound=Record)


class _LinePlaces(JsonPlaces):
    """Finds values in a file of lines. It keeps where each line begins, and reads a line again when asked.

    The last line is at hand: most questions are about that, and to find another in a packed file takes long.
    """

    def __init__(self, file: File) -> None:
        super().__init__(file.name)
        self._source = file
        self._numbers = array("Q")
        self._offsets = array("Q")
        self._last_line = b""

    def add(self, number: int, offset: int, line: bytes) -> None:
        """Note the line of the header or of the next response: its number, and the byte at which it begins."""
        self._numbers.append(number)
        self._offsets.append(offset)
        self._last_line = line

    def stretch(self, steps: tuple[str, ...]) -> Stretch | None:
        """The line of the response, or of the header."""
        number = int(steps[1]) + 1 if steps[:1] == ("responses",) and steps[1:] else 0
        if number >= len(self._offsets):
            return None
        text, _ = decoded(self._line(number), self.file)
        lines = Lines(self.file, text, self._numbers[number])
        return Stretch(f"/responses/{number - 1}" if number else "", text, lines.place)

    def _line(self, number: int) -> bytes:
        if number == len(self._offsets) - 1:
            return self._last_line
        with self._source.open() as stream:
            stream.seek(self._offsets[number])
            return stream.readline()


class _Line:
    """A line of the file, and what it is to be judged as."""

    def __init__(self, file: str, number: int, data: bytes, pointer: str) -> None:
        self.pointer = pointer
        self.text, self.faults = decoded(data.rstrip(b"\r\n"), file, number, pointer)
        self._file = file
        self._number = number

    def judged(self, record: type[R], watch: Watch) -> R | None:
        """The record in the line; none when it has faults."""
        if not self.text:
            return None
        clean = watch.sees_nothing_wrong(self.text)
        value, faults = judge_json(record, self.text, self._place, self.pointer, clean=clean)
        self.faults += faults
        return value

    def _place(self, offset: int) -> Place:
        return Lines(self._file, self.text, self._number).place(offset)


def _stream(file: File) -> Streamed:
    file, faults = _of_bytes_a_line(file)
    places, watch, lines = _LinePlaces(file), Watch(), _lines(file)
    number, offset, data = next(lines)  # a file without a line is not recognised
    places.add(number, offset, data)
    first = _Line(file.name, number, data, "")
    header = first.judged(Header, watch)

    def parts() -> Iterator[Part]:
        yield from faults
        yield from first.faults
        position = -1
        for position, (number, offset, data) in enumerate(lines):
            places.add(number, offset, data)
            line = _Line(file.name, number, data, f"/responses/{position}")
            response = line.judged(Response, watch)
            yield from line.faults
            if response is not None:
                yield position, response
        if position < 0:
            yield Fault("empty", "/responses", "the dataset has no responses")

    return Streamed(file.name, header, parts(), places, file.path, "jsonl")


def _of_bytes_a_line(file: File) -> tuple[File, list[Fault]]:
    """The file with lines that end in one byte: of one with wide characters the text, and the fault that it is so."""
    with file.open() as stream:
        if wide_text(stream.read(4 << 2), cut=True) is None:
            return file, []
    text, faults = decoded(file.read(), file.name)
    return File(file.name, file.path, text.encode()), faults


def _lines(file: File) -> Iterator[tuple[int, int, bytes]]:
    """The lines that hold something: number, byte offset and bytes."""
    offset = 0
    with file.open() as stream:
        for number, data in enumerate(stream, 1):
            if data.strip():
                yield number, offset, data
            offset += len(data)


def _save(dataset: Dataset, target: Path) -> None:
    replace_file(target, (canonical(record, line=True) for record in (dataset.header, *dataset.responses)))


JSONL = Format(
    "jsonl",
    "JSON, a response a line",
    (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"),
    lambda file: file.has_an_object_a_line,
    stream=_stream,
    save=_save,
)
