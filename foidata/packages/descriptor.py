"""Read the descriptor of a data package."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

from foidata.packages.fault import Fault, short
from foidata.packages.jsonplaces import TextPlaces
from foidata.packages.jsontext import Lines, Scan, Watch, decoded
from foidata.packages.loaded import Unreadable
from foidata.packages.place import Places, pointer_to
from foidata.packages.table import ALWAYS, tables_of_standard

DESCRIPTOR = "datapackage.json"
WIDE = "responses_wide"
"""The resource that is derived from the others, and not read."""
CODELIST = "codelist-"
"""What the name of a resource begins with that is a codelist, and is not read."""
OWN = "x-"
"""What the name of a resource begins with that a publisher adds."""

_UNSAFE = re.compile(r"[/\\]|[A-Za-z][A-Za-z0-9+.-]*:|(?:.*[/\\])?\.\.(?:[/\\]|$)|.*\\")
_REMOTE = re.compile(r"(?!file:)[A-Za-z][A-Za-z0-9+.-]*://", re.IGNORECASE)
_PATHS = ("path", "schema", "dialect")
"""What of a resource can be another file, named by its path."""


class Files(Protocol):
    """The files of a package, in a folder or an archive."""

    descriptor: str
    """The path of the descriptor among them."""

    def named(self, path: str) -> str:
        """A file as the user would name it."""

    def paths(self) -> Iterable[str]:
        """The paths of all files."""

    def holds(self, path: str) -> bool:
        """Whether there is such a file. Raises ValueError when the path leads out of the package."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; none when it is not there. Raises ValueError when the path leads out of the package."""


@dataclass(slots=True)
class Descriptor:
    """What the descriptor says."""

    whole: dict[str, Any] = field(default_factory=dict)
    """All of it, as plain values."""
    header: Any = None
    """What stands under `foidata`."""
    named: set[Any] = field(default_factory=set)
    """The names of all resources that it lists, whatever is wrong with them."""
    tables: dict[str, str] = field(default_factory=dict)
    """The path of each table."""
    pointers: dict[str, str] = field(default_factory=dict)
    """Where the descriptor gives that path."""
    fields: dict[str, list[str]] = field(default_factory=dict)
    """The columns of each table, in the order in which its schema has them."""
    faults: list[Fault] = field(default_factory=list)
    at_fault: set[int] = field(default_factory=set)
    """The resources that these faults are of, by their number from 0."""
    readable: bool = False
    places: Places = field(default_factory=lambda: Places(DESCRIPTOR))


def read_descriptor(files: Files) -> Descriptor:
    """Read it, and note what is wrong with it. Raises Unreadable when it is none of ours."""
    name = files.named(files.descriptor)
    text, faults = decoded(files.read(files.descriptor) or b"", name)
    lines = Lines(name, text)
    found = Descriptor(faults=faults, places=TextPlaces(lines))
    if faults and not text:
        return found
    broken = [fault for fault in _faults_of_json(lines) if fault.kind != "number_digits"]
    if broken:
        found.faults += [Fault(one.kind, "", one.message, one.value, one.place) for one in broken]
        return found
    whole = orjson.loads(text)
    if not isinstance(whole, dict) or "foidata" not in whole:
        raise Unreadable(f"{name} describes a data package, but none of foidata: it has no `foidata`.")
    found.readable = True
    found.whole, found.header = whole, whole["foidata"]
    for number, resource in enumerate(resources_of(whole)):
        _read_resource(found, resource, number)
    for table in ALWAYS:
        if table not in found.named:
            place = found.places.find("/resources")
            found.faults.append(Fault("missing_table", "", f"the package lists no table {table}", table, place))
    _note_unlisted(found, files)
    return found


def resources_of(whole: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The resources of a descriptor, each an object, whatever stands in its place."""
    resources = whole.get("resources")
    return [one if isinstance(one, dict) else {} for one in (resources if isinstance(resources, list) else [])]


def paths_of(resource: Mapping[str, Any], field: str = "path") -> list[str]:
    """The paths that a resource names in a field: one, or several."""
    said = resource.get(field)
    return [one for one in (said if isinstance(said, list) else [said]) if isinstance(one, str)]


def _faults_of_json(lines: Lines) -> list[Fault]:
    if Watch().sees_nothing_wrong(lines.text) and "\\u" not in lines.text:
        return []
    return Scan(lines.text, lines.place).faults


def _read_resource(found: Descriptor, resource: dict[str, Any], number: int) -> None:
    def note(kind: str, member: str, message: str, **more: object) -> None:
        place = found.places.find(pointer_to("resources", number, member))
        found.at_fault.add(number)
        found.faults.append(Fault(kind, "", message, short(resource.get(member)), place, more))

    name, path = resource.get("name"), resource.get("path")
    known = tables_of_standard()
    ours = isinstance(name, str) and name in known
    twice = isinstance(name, str) and name in found.named
    found.named |= {name} if isinstance(name, str) else set()
    outside = [(member, one) for member in _PATHS for one in paths_of(resource, member) if _UNSAFE.match(one)]
    if outside:
        for member, one in outside:
            note(*_led_out(member, one))
    elif not isinstance(name, str) or not (ours or name == WIDE or name.startswith((CODELIST, OWN))):
        note("unknown_table", "name", f"{short(name)} is no table of the standard", known=tuple(known))
    elif ours and twice:
        note("duplicate_table", "name", f"the table {name} is listed twice")
    elif ours and not isinstance(path, str):
        note("missing_table", "path", f"the table {name} must be one file, with its path")
    elif ours:
        found.tables[name] = str(path)
        found.pointers[name] = pointer_to("resources", number, "path")
        found.fields[name] = _fields_of(resource.get("schema"))
        dialect, encoding = resource.get("dialect"), resource.get("encoding", "utf-8")
        if isinstance(dialect, dict) and dialect.get("delimiter", ",") != ",":
            note("not_csv", "dialect", f"the cells of {name} must be separated by commas")
        if str(encoding).lower() not in ("utf-8", "utf8"):
            note("not_utf8", "encoding", f"{name} must be UTF-8, not {short(encoding)}")


def _led_out(member: str, path: str) -> tuple[str, str, str]:
    """What is wrong with a path that does not stay in the package: the kind of fault, its place and its message."""
    if _REMOTE.match(path):
        return "remote_path", member, f"the {member} {short(path)} is not in the package but on the network"
    return "unsafe_path", member, f"the {member} {short(path)} leads out of the package"


def _fields_of(schema: Any) -> list[str]:
    """The columns that a Table Schema names, whatever stands in its place."""
    fields = schema.get("fields") if isinstance(schema, dict) else None
    named = (one.get("name") for one in (fields if isinstance(fields, list) else []) if isinstance(one, dict))
    return [name for name in named if isinstance(name, str)]


def _note_unlisted(found: Descriptor, files: Files) -> None:
    listed = set(found.tables.values())
    for path in sorted(files.paths()):
        table = path.removesuffix(".csv")
        if path not in listed and path.endswith(".csv") and table in tables_of_standard() and table not in found.named:
            message = f"{path} is there, but the descriptor does not list it"
            found.faults.append(Fault("unlisted_table", "", message, table, found.places.find("/resources")))
