"""One dataset as one JSON object."""

import json
from collections.abc import Iterator
from pathlib import Path

from foidata.packages.fault import Fault
from foidata.packages.file import File
from foidata.packages.formats import Format
from foidata.packages.jsonplaces import TextPlaces
from foidata.packages.jsontext import Broken, Cursor, Lines, Scan, decoded
from foidata.packages.judge import judge_json, without_repeats
from foidata.packages.loaded import Unreadable
from foidata.packages.place import Places, pointer_to
from foidata.packages.replace import replace_file
from foidata.packages.streamed import Part, Streamed
from foidata.standard.dataset import Dataset, Header
from foidata.standard.json import canonical
from foidata.standard.response import Response


def _stream(file: File) -> Streamed:
    text, faults = decoded(file.read(), file.name)
    if not text:
        return Streamed(file.name, None, iter(faults), Places(file.name), file.path, "json")
    if text.lstrip()[:1] == "[":
        raise Unreadable(f"{file.name} holds a list. A dataset is one object, with its responses in a list inside.")
    reading = _Reading(Lines(file.name, text), faults)
    if reading.whole and not {"standard", "responses"} & reading.keys:
        raise Unreadable(f"{file.name} is JSON but no dataset: it has no `standard`. {_hint(reading.keys)}")
    places = TextPlaces(reading.lines, reading.spans)
    return Streamed(file.name, reading.header, reading.parts(), places, file.path, "json")


class _Reading:
    """A dataset as it is read: where each part stands, then each response alone, so that none hides another."""

    def __init__(self, lines: Lines, faults: list[Fault]) -> None:
        self.lines = lines
        self.faults = faults
        self.header: Header | None = None
        self._responses: list[tuple[int, int, bool]] = []
        begin = len(lines.text) - len(lines.text.lstrip())
        self.spans = {"": (begin, begin)}
        self.keys: set[str] = set()
        self.whole = False
        self._parts: dict[str, str] = {}
        self._of_header: list[Fault] = []
        self._pointer = ""
        try:
            self._read(Cursor(lines))
            self.whole = True
        except Broken as broken:
            header, faults = self._judged_header()
            self.header = None if faults else header
            place = lines.place(broken.offset)
            self._of_header.append(Fault(broken.kind, self._pointer, broken.message, place=place))
        self.faults = self._of_header + self.faults

    def parts(self) -> Iterator[Part]:
        """The faults of the whole, then those of each response, or the response."""
        yield from self.faults
        for number, (start, end, clean) in enumerate(self._responses):
            text, place = self.lines.text[start:end], self.lines.place_after(start)
            response, faults = judge_json(Response, text, place, f"/responses/{number}", clean=clean)
            yield from faults
            if response is not None:
                yield number, response

    def _read(self, cursor: Cursor) -> None:
        for key, at in cursor.members():
            self._pointer = pointer = pointer_to(key)
            if key in self.keys:
                message = f"the key {key} stands twice in one object"
                self._of_header.append(Fault("duplicate_key", pointer, message, key, self.lines.place(at)))
                cursor.value()
            elif key == "responses":
                self._find_responses(cursor)
            else:
                start, end, clean = cursor.value()
                self.spans[pointer] = start, end
                self._parts[key] = self.lines.text[start:end]
                if not clean:
                    self._of_header += Scan(self._parts[key], self.lines.place_after(start), pointer).faults
            self.keys.add(key)
        self.header, self._of_header = self._judged_header()
        if "responses" not in self.keys:
            self.faults.append(Fault("missing", "/responses", "responses is missing"))

    def _find_responses(self, cursor: Cursor) -> None:
        if not cursor.at("["):
            start, _, _ = cursor.value()
            message = "a list is needed for responses"
            self.faults.append(Fault("tuple_type", "/responses", message, place=self.lines.place(start)))
            return
        start = cursor.skipped()
        self.spans["/responses"] = start, start
        self._pointer = "/responses/0"
        for number, span in enumerate(cursor.items()):
            self._pointer = f"/responses/{number + 1}"
            self.spans[f"/responses/{number}"] = span[:2]
            self._responses.append(span)
        if not self._responses:
            self.faults.append(Fault("empty", "/responses", "the dataset has no responses"))

    def _judged_header(self) -> tuple[Header | None, list[Fault]]:
        """The header of the parts read so far, and what is wrong with it."""
        text = ",".join(f"{json.dumps(key)}:{value}" for key, value in self._parts.items())
        header, faults = judge_json(Header, f"{{{text}}}", lambda _: self.lines.place(0))
        faults = self._of_header + without_repeats(faults, self._of_header)
        return (header if all(fault.read for fault in faults) else None), faults


def _hint(keys: set[str]) -> str:
    if "resources" in keys:
        return "It looks like the descriptor of a data package: name its folder."
    if {"source", "answers"} & keys:
        return "It looks like one response: put it in the `responses` of a dataset."
    return 'A dataset begins {"standard": "foidata-1.0", "title": …}.'


def _save(dataset: Dataset, target: Path) -> None:
    replace_file(target, [canonical(dataset)])


def _recognises(file: File) -> bool:
    return file.begins_an_object and not file.has_an_object_a_line


JSON = Format("json", "one JSON object", (".json", ".json.gz"), _recognises, stream=_stream, save=_save)
