"""A second opinion: what independent programs say of the shape of the same file, where they and we differ.

JSON is judged by jsonschema with the published schemas, a data package by frictionless. They see shape only, so that
only the faults met while reading are compared, not what our rules say of sense.
"""

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from foidata.packages.file import File
from foidata.packages.loaded import Loaded
from foidata.standard.json import canonical
from foidata.standard.report import Opinion

DATASET_SCHEMA, RESPONSE_SCHEMA = "dataset.schema.json", "response.schema.json"

OURS_ALONE = frozenset(("duplicate_key", "not_a_number", "number_digits", "lone_surrogate", "byte_order_mark"))
"""What no JSON Schema can see."""
NOT_JUDGED = frozenset(("not_json", "not_utf8", "too_deep"))
"""With one of these there is nothing that others could judge."""

_SHOWN = 5
"""So many objections are listed."""


def second_opinions(loaded: Loaded, schemas: Mapping[str, str]) -> Iterator[Opinion]:
    """What other programs say of a file; `schemas` are the published JSON Schemas by file name."""
    streamed = loaded.format is not None and loaded.path is None  # the bytes are gone
    if streamed or any(fault.kind in NOT_JUDGED for fault in loaded.faults):
        return
    if loaded.format in (None, "json", "jsonl"):
        judged = "/responses" if loaded.format == "jsonl" else ""
        ours = any(fault.kind not in OURS_ALONE and fault.pointer.startswith(judged) for fault in loaded.faults)
        yield _opinion("jsonschema", loaded.name, list(_schema_errors(loaded, schemas)), ours=ours)
    elif loaded.path is not None and _descriptor(loaded.path) is not None:
        ours = not loaded.sound
        yield _opinion("frictionless", loaded.name, list(_table_errors(loaded.path)), ours=ours, sees_all=False)


def _opinion(engine: str, file: str, objections: list[str], *, ours: bool, sees_all: bool = True) -> Opinion:
    """Their verdict beside ours. A program that does not see all may be content where we are not."""
    theirs = bool(objections)
    agrees = ours == theirs or (ours and not sees_all)
    words = {True: "faulty", False: "of the right shape"}
    return Opinion.make(
        engine=f"{engine} {version(engine)}",
        file=file,
        agrees=agrees,
        says=f"{words[theirs]}; we say {words[ours]}",
        objections=() if agrees else tuple(objections[:_SHOWN]),
    )


def _schema_errors(loaded: Loaded, schemas: Mapping[str, str]) -> Iterator[str]:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # noqa: PLC0415  # heavy

    def errors(name: str, value: Any, at: str) -> Iterator[str]:
        for error in Draft202012Validator(json.loads(schemas[name])).iter_errors(value):
            yield f"{at}{error.json_path}: {error.message[:200]}"

    if loaded.path is None:
        if loaded.dataset is not None:
            yield from errors(DATASET_SCHEMA, json.loads(canonical(loaded.dataset)), "")
    elif loaded.format == "json":
        yield from errors(DATASET_SCHEMA, json.loads(File(loaded.name, loaded.path).read()), "")
    else:
        lines = File(loaded.name, loaded.path).read().decode("utf-8").split("\n")
        for number, line in enumerate(lines[1:], start=2):
            if line.strip():
                yield from errors(RESPONSE_SCHEMA, json.loads(line), f"line {number} ")


def _table_errors(path: Path) -> Iterator[str]:
    from frictionless import Package  # noqa: PLC0415  # heavy

    report = Package(str(_descriptor(path))).validate()
    for error in report.errors:
        yield error.message[:200]
    for task in report.tasks:
        for error in task.errors:
            yield f"{task.name}: {error.message[:200]}"


def _descriptor(path: Path) -> Path | None:
    """The descriptor of a package, or the archive that holds it."""
    if path.is_dir():
        path = path / "datapackage.json"
    return path if path.name == "datapackage.json" or path.suffix == ".zip" else None
