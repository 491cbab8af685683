"""Read the descriptor of a data package."""

import re
from collections.abc import Iterable
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


class Files(Protocol):
    """The files of a package, in a folder or an archive."""

    descriptor: str
    """The path of the descriptor among them."""

    def named(self, path: str) -> str:
        """A file as the user would name it."""

    def paths(self) -> Iterable[str]:
        """The paths of all files."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; none when it is not there. Raises ValueError when the path leads out of the package."""


@dataclass(slots=True)
class Descriptor:
    """What the descriptor says."""

    header: Any = None
    """What stands under `foidata`."""
    tables: dict[str, str] = field(default_factory=dict)
    """The path of each table."""
    pointers: dict[str, str] = field(default_factory=dict)
    """Where the descriptor gives that path."""
    faults: list[Fault] = field(default_factory=list)
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
    found.header = whole["foidata"]
    resources = whole.get("resources")
    for number, resource in enumerate(resources if isinstance(resources, list) else []):
        _read_resource(found, resource if isinstance(resource, dict) else {}, number)
    for table in ALWAYS:
        if table not in found.tables:
            place = found.places.find("/resources")
            found.faults.append(Fault("missing_table", "", f"the package lists no table {table}", table, place))
    _note_unlisted(found, files)
    return found


def _faults_of_json(lines: Lines) -> list[Fault]:
    if Watch().sees_nothing_wrong(lines.text) and "\\u" not in lines.text:
        return []
    return Scan(lines.text, lines.place).faults


def _read_resource(found: Descriptor, resource: dict[str, Any], number: int) -> None:
    def note(kind: str, field: str, message: str, **more: object) -> None:
        place = found.places.find(pointer_to("resources", number, field))
        found.faults.append(Fault(kind, "", message, short(resource.get(field)), place, more))

    name, path = resource.get("name"), resource.get("path")
    known = tables_of_standard()
    ours = isinstance(name, str) and name in known
    for one in path if isinstance(path, list) else [path]:
        if isinstance(one, str) and _UNSAFE.match(one):
            note("unsafe_path", "path", f"the path {short(one)} leads out of the package")
            return
    if not isinstance(name, str) or not (ours or name == WIDE or name.startswith((CODELIST, OWN))):
        note("unknown_table", "name", f"{short(name)} is no table of the standard", known=tuple(known))
    elif ours and name in found.tables:
        note("duplicate_table", "name", f"the table {name} is listed twice")
    elif ours and not isinstance(path, str):
        note("missing_table", "path", f"the table {name} must be one file, with its path")
    elif ours:
        found.tables[name] = str(path)
        found.pointers[name] = pointer_to("resources", number, "path")
        dialect, encoding = resource.get("dialect"), resource.get("encoding", "utf-8")
        if isinstance(dialect, dict) and dialect.get("delimiter", ",") != ",":
            note("not_csv", "dialect", f"the cells of {name} must be separated by commas")
        if str(encoding).lower() not in ("utf-8", "utf8"):
            note("not_utf8", "encoding", f"{name} must be UTF-8, not {short(encoding)}")


def _note_unlisted(found: Descriptor, files: Files) -> None:
    listed = set(found.tables.values())
    for path in sorted(files.paths()):
        table = path.removesuffix(".csv")
        if path not in listed and path.endswith(".csv") and table in tables_of_standard() and table not in found.tables:
            message = f"{path} is there, but the descriptor does not list it"
            found.faults.append(Fault("unlisted_table", "", message, table, found.places.find("/resources")))
