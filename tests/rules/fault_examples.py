"""The examples of faults: each is a whole valid dataset with one edit."""

import copy
import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foidata.packages.load import load
from foidata.packages.save import save
from foidata.standard.json import canonical
from foidata.standard.report import Report
from foidata.validate.validate import validate

FAULTS = Path(__file__).parents[2] / "examples" / "faults"
BASES = ("base", "register")


def examples() -> Iterator[dict[str, Any]]:
    """Every example, by code."""
    for path in sorted(FAULTS.glob("FOI*.json")):
        yield json.loads(path.read_text("utf-8")) | {"file": path.name}


def check(example: dict[str, Any], folder: Path) -> Report:
    """What the rules find in an example, written to a folder as its author meant it."""
    return validate(written(example, folder), waivers=waivers(example, folder), **example.get("asked", {}))


def waivers(example: dict[str, Any], folder: Path) -> Path | None:
    """The waivers of an example on disk, if it has any."""
    if "waivers" not in example:
        return None
    path = folder / "waivers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(example["waivers"][0]))
        writer.writeheader()
        writer.writerows(example["waivers"])
    return path


def written(example: dict[str, Any], folder: Path) -> Path:
    """The broken dataset on disk."""
    base = FAULTS / f"{example['base']}.json"
    if "package" in example:
        dataset = load(base).dataset
        assert dataset is not None
        target = folder / "package"
        save(dataset, target)
        edit_file(target, example["package"])
        return target
    target = folder / "data.json"
    if "waivers" in example:
        target.write_bytes(base.read_bytes())
        return target
    if "edit" in example:
        data = json.loads(base.read_text("utf-8"))
        for operation in example["edit"]:
            data = patched(data, operation)
        target.write_bytes(canonical(data))
        return target
    text = base.read_text("utf-8")
    change = example["text"]
    if "from" in change:
        assert change["from"] in text, f"{example['rule']}: the text to change is not in the base"
        text = text.replace(change["from"], change["to"], 1)
    target.write_bytes(text.encode(change.get("encoding", "utf-8")))
    return target


def edit_file(package: Path, change: dict[str, str]) -> None:
    """Change a text in a file of a package, add a file, or take one away."""
    path = package / change["file"]
    if "from" in change:
        text = path.read_text("utf-8")
        assert change["from"] in text, f"the text to change is not in {change['file']}:\n{text}"
        path.write_text(text.replace(change["from"], change["to"], 1), "utf-8")
    elif "to" in change:
        path.write_text(change["to"], "utf-8")
    else:
        path.unlink()


def patched(data: Any, operation: dict[str, Any]) -> Any:
    """The data after one operation of JSON Patch (RFC 6902): add, replace or remove."""
    data = copy.deepcopy(data)
    *ahead, last = [step.replace("~1", "/").replace("~0", "~") for step in operation["path"].split("/")[1:]]
    inner = data
    for step in ahead:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    match operation["op"], inner:
        case "add", list():
            inner.insert(len(inner) if last == "-" else int(last), operation["value"])
        case "add", dict():
            inner[last] = operation["value"]
        case "replace", list():
            inner[int(last)] = operation["value"]
        case "replace", dict():
            assert last in inner
            inner[last] = operation["value"]
        case "remove", list():
            del inner[int(last)]
        case "remove", dict():
            del inner[last]
        case unknown:
            raise AssertionError(f"no such operation: {unknown}")
    return data
