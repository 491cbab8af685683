"""Everything that is published of the standard, as a pure function of the code."""

import csv
import io
from collections.abc import Iterator
from hashlib import sha256
from importlib import resources
from typing import Any

from foidata.packages import package_profile, table_schemas
from foidata.publish.schemas import BASE, schema_of
from foidata.rules.catalogue import catalogue
from foidata.standard.codelist import closed_lists
from foidata.standard.configuration import Configuration
from foidata.standard.dataset import STANDARD, Dataset
from foidata.standard.json import canonical
from foidata.standard.report import Report
from foidata.standard.response import Response
from foidata.validate.formats.csv import findings_table

FOLDER = "1.0"
"""The folder under `schema/` of the version that this code writes."""


_TOOLS = ("codelists/fail_on.csv", "codelists/level.csv", "config.schema.json", "rules.json")
"""What describes the checks of a tool, and not data."""


def published() -> dict[str, str]:
    """Every published file by its path below `schema/1.0/`, with a manifest of them all.

    >>> published()["codelists/law.csv"].splitlines()[1].split(",")[0]
    'foia_2000'
    """
    files = dict(sorted(_files()))
    return files | {"MANIFEST.json": _json(_manifest(files))}


def _files() -> Iterator[tuple[str, str]]:
    yield "dataset.schema.json", _json(schema_of(Dataset, "dataset.schema.json", "A foidata dataset"))
    yield "response.schema.json", _json(schema_of(Response, "response.schema.json", "A foidata response"))
    yield "findings.schema.json", _json(schema_of(Report, "findings.schema.json", "What a check of a dataset found"))
    yield "config.schema.json", _json(schema_of(Configuration, "config.schema.json", "What a check is told"))
    yield "findings.table.json", _json(findings_table())
    profile = package_profile()
    head = {"$schema": profile.pop("$schema"), "$id": BASE + "datapackage.schema.json"}
    profile.pop("$id", None)
    yield "datapackage.schema.json", _json(head | profile)
    yield "rules.json", _json(catalogue())
    for name, schema in table_schemas().items():
        yield f"tables/{name}.json", _json(schema)
    for name, closed in closed_lists().items():
        yield f"codelists/{name}.csv", _csv(list(closed.rows()))
    for file in resources.files("foidata.standard.reference").iterdir():
        if file.name.endswith(".csv"):
            yield f"codelists/{file.name}", file.read_text(encoding="utf-8")


def _manifest(files: dict[str, str]) -> dict[str, Any]:
    """Each file with its hash, and whether it binds (`normative`) or only explains."""
    return {
        "standard": STANDARD,
        "status": "release candidate",
        "files": [
            {"path": path, "sha256": sha256(text.encode()).hexdigest(), "normative": path not in _TOOLS}
            for path, text in files.items()
        ],
    }


def _json(value: Any) -> str:
    return canonical(value).decode()


def _csv(rows: list[dict[str, str]]) -> str:
    page = io.StringIO()
    writer = csv.DictWriter(page, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return page.getvalue()
