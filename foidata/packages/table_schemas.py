"""The tables as Table Schemas, in the keywords that every engine enforces."""

from collections.abc import Collection, Mapping
from typing import Any

from foidata.packages.table import Column, Table, description_of, tables_of_standard

TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"

_CONSTRAINTS = {
    "string": {"minLength": "minLength", "maxLength": "maxLength", "pattern": "pattern", "enum": "enum"},
    "integer": {"minimum": "minimum", "maximum": "maximum"},
    "number": {"minimum": "minimum", "maximum": "maximum"},
}
"""The keywords of JSON Schema that a column of each type keeps."""


def table_schemas() -> dict[str, dict[str, Any]]:
    """The Table Schema of every table by its name, as in a package that carries every table and codelist."""
    everything = {*tables_of_standard(), *(codelist_resource(name) for name in lists_of_columns())}
    return {name: table_schema(table, everything) for name, table in tables_of_standard().items()}


def table_schema(table: Table, carried: Collection[str]) -> dict[str, Any]:
    """The Table Schema of a table in a package that carries these resources."""
    schema: dict[str, Any] = {
        "$schema": TABLE_SCHEMA,
        "name": table.name,
        "description": description_of(table.record),
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
    }
    if all(column.required for column in table.columns if column.name in table.key):
        schema["primaryKey"] = list(table.key)
    references = _references(table, carried)
    return schema | ({"foreignKeys": references} if references else {})


def codelist_resource(name: str) -> str:
    """The name of the resource that holds a codelist."""
    return f"codelist-{name}"


def lists_of_columns() -> frozenset[str]:
    """The codelists that any column takes its codes from."""
    columns = (column for table in tables_of_standard().values() for column in table.columns)
    return frozenset(column.codelist for column in columns if column.codelist)


def codelist_schema(columns: tuple[str, ...]) -> dict[str, Any]:
    """The Table Schema of a codelist with these columns."""
    fields = [{"name": name, "type": "string"} for name in columns]
    fields[0] |= {"constraints": {"required": True, "unique": True}}  # type: ignore[dict-item]  # fields are of any kind
    return {"$schema": TABLE_SCHEMA, "fields": fields, "missingValues": [""], "primaryKey": [columns[0]]}


def _field(column: Column, table: Table) -> dict[str, Any]:
    description = column.schema.get("description", "")
    if column.codelist:
        kind = "codes" if column.type == "array" else "code"
        description = f"{description} A {kind} of the list {column.codelist}.".replace("A codes", "Codes").strip()
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": description}
    for example in column.schema.get("examples", ())[:1]:
        field["example"] = example
    constraints = _constraints(column, column.schema)
    if column.name == "position" and not table.keys:
        constraints["unique"] = True
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column, schema: Mapping[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {"required": True} if column.required else {}
    for keyword, name in _CONSTRAINTS.get(column.type, {}).items():
        if keyword in schema:
            value = schema[keyword]
            kept[name] = list(value) if keyword == "enum" else value
    return kept


def _references(table: Table, carried: Collection[str]) -> list[dict[str, Any]]:
    """Its foreign keys: onto the table that its rows belong to, and onto the codelists of its columns."""
    found = []
    if table.parent:
        name, columns = table.parent
        found.append(_reference(list(table.keys[: len(columns)]), name, list(columns)))
    found += [
        _reference([column.name], codelist_resource(column.codelist), ["code"])
        for column in table.columns
        if column.codelist and column.type == "string" and codelist_resource(column.codelist) in carried
    ]
    return found


def _reference(fields: list[str], resource: str, columns: list[str]) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": resource, "fields": columns}}
