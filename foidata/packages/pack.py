"""Write a dataset as the files of a data package."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from foidata.packages.cells import csv_lines
from foidata.packages.codelists import codelist, codelists_in_use
from foidata.packages.descriptor import DESCRIPTOR, WIDE
from foidata.packages.loaded import Unwritable
from foidata.packages.table import ALWAYS, description_of, tables_of_standard
from foidata.packages.table_schemas import TABLE_SCHEMA, codelist_resource, codelist_schema, table_schema
from foidata.packages.tables import tables
from foidata.packages.wide import wide
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical, plain

DATA_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"

_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}
_WIDE_TYPES = {bool: "boolean", int: "number", float: "number"}


def pack(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """The files of its package: path and bytes, the descriptor first. The same dataset gives the same bytes.

    Raises Unwritable when two records share an id, which tables cannot keep apart.
    """
    refuse_shared_ids(dataset)
    rows = tables(dataset)
    rows = {name: rows.get(name, []) for name in tables_of_standard() if name in rows or name in ALWAYS}
    codelists = codelists_in_use(rows, dataset.licence)
    breadth = wide(dataset)
    yield DESCRIPTOR, canonical(_descriptor(dataset, tuple(rows), tuple(codelists), breadth))
    for name in rows:
        columns = [column.name for column in tables_of_standard()[name].columns]
        yield f"{name}.csv", _csv(columns, rows[name])
    yield f"{WIDE}.csv", _csv(breadth[0], breadth)
    for name, codes in codelists.items():
        yield f"codelists/{name}.csv", _csv(codes[0], codes)
    for response in dataset.responses:
        if response.source.text is not None:
            yield f"texts/{response.id}.txt", response.source.text.encode()


def _csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    columns = tuple(columns)
    return b"".join(csv_lines(columns, ((row[name] for name in columns) for row in rows)))


def _descriptor(
    dataset: Dataset, names: tuple[str, ...], codelists: tuple[str, ...], breadth: list[dict[str, Any]]
) -> dict[str, Any]:
    header = plain(dataset.header)
    header.pop("questionnaires", None)
    carried = {*names, *(codelist_resource(name) for name in codelists)}
    resources = [
        _resource(name, f"{name}.csv", description_of(table.record), table_schema(table, carried))
        for name, table in tables_of_standard().items()
        if name in names
    ]
    meaning = (
        "Derived: one row per response, for charts. It follows the data, has no fixed columns and is not read back."
    )
    resources.append(_resource(WIDE, f"{WIDE}.csv", meaning, _wide_schema(breadth)))
    resources += [
        _resource(
            codelist_resource(name),
            f"codelists/{name}.csv",
            f"The codes of the list {name}.",
            codelist_schema(tuple(codelist(name)[0])),
        )
        for name in codelists
    ]
    return {
        "$schema": DATA_PACKAGE,
        "name": _slug(dataset.title),
        "title": dataset.title,
        **({"description": dataset.description} if dataset.description else {}),
        **_licences(dataset.licence),
        **_contributors(dataset),
        "foidata": header,
        "resources": resources,
    }


def _resource(name: str, path: str, description: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": schema,
    }


def _wide_schema(breadth: list[dict[str, Any]]) -> dict[str, Any]:
    """The type of each column, as its values have it, so that nobody has to guess."""
    fields = []
    for name in breadth[0]:
        types = {_WIDE_TYPES.get(type(row[name]), "string") for row in breadth if row[name] is not None}
        fields.append({"name": name, "type": types.pop() if len(types) == 1 else "string"})
    return {"$schema": TABLE_SCHEMA, "fields": fields, "missingValues": [""]}


def _licences(code: str | None) -> dict[str, Any]:
    """The dataset's licence as Data Package knows it, when it is one of those listed."""
    known = {row["code"]: row for row in codelist("licences")}
    row = known.get(code or "")
    if row is None or not (row.get("spdx") or row.get("url")):
        return {}
    licence = {"name": row["spdx"] or row["code"], "title": row["label"]}
    return {"licenses": [licence | ({"path": row["url"]} if row["url"] else {})]}


def _contributors(dataset: Dataset) -> dict[str, Any]:
    if dataset.publisher is None:
        return {}
    publisher = {"title": dataset.publisher.name, "roles": ["publisher"]}
    return {"contributors": [publisher | ({"path": dataset.publisher.url} if dataset.publisher.url else {})]}


def _slug(title: str) -> str:
    """A title as the name of a package: small letters, digits and hyphens."""
    plain_letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub("[^0-9a-z]+", "-", plain_letters).strip("-") or "dataset"


def refuse_shared_ids(dataset: Dataset) -> None:
    """Refuse a dataset in which two records share an id, which tables cannot keep apart. Raises Unwritable."""
    lists = {
        "responses of the dataset": [one.id for one in dataset.responses],
        "questionnaires of the dataset": [one.id for one in dataset.questionnaires],
    }
    lists |= {f"answers of response {one.id}": [answer.id for answer in one.answers] for one in dataset.responses}
    lists |= {
        f"questions of questionnaire {one.id}": [each.id for each in one.questions] for one in dataset.questionnaires
    }
    for of, ids in lists.items():
        shared = [one for one, times in Counter(ids).items() if times > 1]
        if shared:
            raise Unwritable(f"Two {of} have the id {shared[0]}. Give each its own: tables cannot keep them apart.")
