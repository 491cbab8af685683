"""One dataset as one JSON object."""

import json
from pathlib import Path

from foidata.packages.fault import Fault
from foidata.packages.file import File
from foidata.packages.formats import Format
from foidata.packages.jsonplaces import TextPlaces
from foidata.packages.jsontext import Cursor, Lines, Scan, Watch, decoded
from foidata.packages.judge import judge_json, without_repeats
from foidata.packages.loaded import Loaded, Unreadable
from foidata.packages.place import Places, pointer_to
from foidata.packages.replace import replace_file
from foidata.standard.dataset import Dataset, Header
from foidata.standard.json import canonical
from foidata.standard.response import Response


def _load(file: File) -> Loaded:
    text, faults = decoded(file.read(), file.name)
    if not text:
        return Loaded(file.name, None, (), tuple(faults), Places(file.name), file.path, "json")
    if text.lstrip()[:1] == "[":
        raise Unreadable(f"{file.name} holds a list. A dataset is one object, with its responses in a list inside.")
    reading = _Reading(Lines(file.name, text), faults)
    if reading.whole and not {"standard", "responses"} & reading.keys:
        raise Unreadable(f"{file.name} is JSON but no dataset: it has no `standard`. {_hint(reading.keys)}")
    places = TextPlaces(reading.lines, reading.spans)
    return Loaded(file.name, reading.header, tuple(reading.responses), tuple(reading.faults), places, file.path, "json")


class _Reading:
    """A dataset as it is read: each response is judged as soon as its end is known, so that none hides another."""

    def __init__(self, lines: Lines, faults: list[Fault]) -> None:
        self.lines = lines
        self.faults = faults
        self.header: Header | None = None
        self.responses: list[tuple[int, Response]] = []
        self.spans: dict[str, tuple[int, int]] = {}
        self.keys: set[str] = set()
        self.whole = False
        self._parts: dict[str, str] = {}
        self._of_header: list[Fault] = []
        try:
            self._read(Cursor(lines.text, Watch()))
            self.whole = True
        except ValueError:
            known = {fault.place for fault in self.faults + self._of_header}
            broken = Scan(lines.text, lines.place).faults
            self.faults += self._of_header + [fault for fault in broken if fault.place not in known]

    def _read(self, cursor: Cursor) -> None:
        for key, at in cursor.members():
            pointer = pointer_to(key)
            if key in self.keys:
                message = f"the key {key} stands twice in one object"
                self._of_header.append(Fault("duplicate_key", pointer, message, key, self.lines.place(at)))
                cursor.value()
            elif key == "responses":
                self._responses(cursor)
            else:
                start, end, clean = cursor.value()
                self.spans[pointer] = start, end
                self._parts[key] = self.lines.text[start:end]
                if not clean:
                    self._of_header += Scan(self._parts[key], self.lines.place_after(start), pointer).faults
            self.keys.add(key)
        self._judge_header()

    def _responses(self, cursor: Cursor) -> None:
        if not cursor.at("["):
            start, _, _ = cursor.value()
            message = "a list is needed for responses"
            self.faults.append(Fault("tuple_type", "/responses", message, place=self.lines.place(start)))
            return
        number = -1
        for number, (start, end, clean) in enumerate(cursor.items()):
            pointer = f"/responses/{number}"
            self.spans[pointer] = start, end
            text, place = self.lines.text[start:end], self.lines.place_after(start)
            response, faults = judge_json(Response, text, place, pointer, clean=clean)
            self.faults += faults
            if response is not None:
                self.responses.append((number, response))
        if number < 0:
            self.faults.append(Fault("empty", "/responses", "the dataset has no responses"))

    def _judge_header(self) -> None:
        text = ",".join(f"{json.dumps(key)}:{value}" for key, value in self._parts.items())
        header, faults = judge_json(Header, f"{{{text}}}", lambda _: self.lines.place(0))
        self._of_header += without_repeats(faults, self._of_header)
        self.header = None if self._of_header else header
        self.faults += self._of_header
        if "responses" not in self.keys:
            self.faults.append(Fault("missing", "/responses", "responses is missing"))


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


JSON = Format("json", "one JSON object", (".json",), _recognises, _load, _save)
