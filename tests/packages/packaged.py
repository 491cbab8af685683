"""Datasets and packages to test with."""

import csv
import io
import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import orjson

from foidata.packages import Loaded, load_bytes
from foidata.packages.cells import csv_lines
from foidata.packages.pack import pack
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical
from foidata.standard.record import Record, field_example, record_in
from foidata.standard.response import Response

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "seeds.json"

Say = Callable[[type[Record], str, Any], Any]


def as_it_is(record: type[Record], field: str, example: Any) -> Any:
    return example


def every_form(record: type[Record], say: Say = as_it_is) -> list[dict[str, Any]]:
    """Records of one kind that together hold every field, in every form that its constraints allow."""
    values = {name: _forms_of(record, name, say) for name in record.model_fields}
    forms = []
    for number in range(max(len(forms) for forms in values.values())):
        whole = {name: forms[number % len(forms)] for name, forms in values.items()}
        forms += _allowed(record, whole)
    return forms


def _forms_of(record: type[Record], name: str, say: Say) -> list[Any]:
    field = record.model_fields[name]
    inner, many = record_in(field.annotation)
    if inner is None:
        example = field_example(field)
        assert example is not None, f"{record.__name__}.{name} has no example"
        return [say(record, name, example)]
    forms = every_form(inner, say)
    return [forms] if many else forms


def _allowed(record: type[Record], whole: dict[str, Any]) -> list[dict[str, Any]]:
    if not record.constraints:
        return [whole]
    return [
        {name: whole[name] for name in whole.keys() - {*when.forbids, *when.not_all[1:]}} | {when.field: code}
        for when in record.constraints
        for code in when.values
    ]


def whole_dataset(say: Say = as_it_is) -> dict[str, Any]:
    """A dataset as plain values with every field of every model, and a response with none that can be left out."""
    (dataset,) = every_form(Dataset, say)
    (response,) = dataset["responses"]
    for number, answer in enumerate(response["answers"], 1):
        answer["id"] = str(number)
    bare = {name: value for name, value in response.items() if Response.model_fields[name].is_required()}
    bare["source"] = {name: response["source"][name] for name in ("name", "media_type", "sha256")}
    return dataset | {"responses": [response, bare | {"id": "another"}]}


def from_plain(values: Mapping[str, Any]) -> Dataset:
    return Dataset.model_validate_json(canonical(values), strict=True)


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return packed.getvalue()


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def csv_of(rows: list[list[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()


def shuffled(files: Mapping[str, bytes], seed: int) -> dict[str, bytes]:
    """The same package with the rows and columns of its tables in another order, every cell quoted, and CRLF."""
    chance = random.Random(seed)
    return {path: _shuffled(data, chance) if path.endswith(".csv") else data for path, data in files.items()}


def _shuffled(data: bytes, chance: random.Random) -> bytes:
    header, *rows = rows_of(data)
    chance.shuffle(rows)
    order = chance.sample(range(len(header)), len(header))
    return csv_of([[row[index] for index in order] for row in (header, *rows)])


class Package:
    """The files of a package, to be broken on purpose."""

    def __init__(self, dataset: Dataset) -> None:
        self.files = dict(pack(dataset))

    def table(self, name: str) -> list[list[str]]:
        return rows_of(self.files[f"{name}.csv"])

    def put(self, name: str, rows: list[list[str]]) -> None:
        self.files[f"{name}.csv"] = b"".join(csv_lines(rows[0], rows[1:]))

    def set(self, table: str, row: int, column: str, cell: str) -> None:
        rows = self.table(table)
        rows[row][rows[0].index(column)] = cell
        self.put(table, rows)

    def drop(self, table: str, row: int) -> None:
        rows = self.table(table)
        del rows[row]
        self.put(table, rows)

    def repeat(self, table: str, row: int, **cells: str) -> None:
        rows = self.table(table)
        rows.append([cells.get(name, cell) for name, cell in zip(rows[0], rows[row], strict=True)])
        self.put(table, rows)


def met(package: Package) -> tuple[Loaded, list[tuple[str, str, str]]]:
    """What was loaded, and each fault as its kind, its pointer and its place."""
    loaded = load_bytes(zipped(package.files), "p")
    return loaded, [
        (fault.kind, fault.pointer, str(fault.place or loaded.place(fault.pointer))) for fault in loaded.faults
    ]


def numbers(loaded: Loaded) -> list[int]:
    return [number for number, _ in loaded.responses]


def descriptor(package: Package, change: Callable[[dict], object]) -> None:
    whole = orjson.loads(package.files["datapackage.json"])
    change(whole)
    package.files["datapackage.json"] = orjson.dumps(whole)


def resource(package: Package, which: str, /, **members: object) -> None:
    def change(whole: dict) -> None:
        next(one for one in whole["resources"] if one["name"] == which).update(members)

    descriptor(package, change)
