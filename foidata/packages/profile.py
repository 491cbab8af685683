"""The profile of our data packages, as JSON Schema."""

from typing import Any

from foidata.packages.descriptor import CODELIST, OWN, WIDE
from foidata.packages.fieldschemas import inlined
from foidata.packages.pack import DATA_PACKAGE
from foidata.packages.table import ALWAYS, tables_of_standard
from foidata.standard.dataset import Header

_SAFE_PATH = "^[0-9A-Za-z_-]+(?:[./][0-9A-Za-z_-]+)*$"
_TEXT = {"type": "string", "minLength": 1}


def package_profile() -> dict[str, Any]:
    """The JSON Schema (2020-12) that the `datapackage.json` of every package of ours follows.

    It says what must be there: the header under `foidata`, and the tables as UTF-8 CSV files inside the package. The
    tables themselves are described by their Table Schemas.
    """
    tables = list(tables_of_standard())
    header = inlined(Header, leaving_out=("questionnaires",))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "foidata data package",
        "description": "A dataset of answers to freedom-of-information requests, as CSV tables.",
        "type": "object",
        "properties": {
            "$schema": {"const": DATA_PACKAGE},
            "name": {"type": "string", "pattern": "^[0-9a-z]+(?:[._-][0-9a-z]+)*$"},
            "title": _TEXT,
            "description": _TEXT,
            "foidata": header | {"description": "What is said of the dataset as a whole."},
            "resources": {
                "type": "array",
                "items": _resource(tables),
                "allOf": [_contains(name) for name in ALWAYS],
            },
        },
        "required": ["$schema", "name", "title", "foidata", "resources"],
    }


def _resource(tables: list[str]) -> dict[str, Any]:
    name = {"anyOf": [{"enum": [*tables, WIDE]}, {"pattern": f"^(?:{CODELIST}|{OWN})[0-9a-z._-]+$"}]}
    table = {
        "properties": {
            "type": {"const": "table"},
            "path": {"type": "string", "pattern": _SAFE_PATH, "maxLength": 200},
            "format": {"const": "csv"},
            "mediatype": {"const": "text/csv"},
            "encoding": {"const": "utf-8"},
            "dialect": {
                "type": "object",
                "properties": {"delimiter": {"const": ","}, "quoteChar": {"const": '"'}, "header": {"const": True}},
            },
            "schema": {"type": "object", "required": ["fields"]},
        },
        "required": ["path", "format", "encoding", "dialect", "schema"],
    }
    return {
        "type": "object",
        "properties": {"name": {"type": "string", **name}},
        "required": ["name"],
        "if": {"properties": {"name": {"enum": tables}}, "required": ["name"]},
        "then": table,
    }


def _contains(name: str) -> dict[str, Any]:
    return {"contains": {"type": "object", "properties": {"name": {"const": name}}, "required": ["name"]}}
