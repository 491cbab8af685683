"""What a descriptor declares beside its tables, where that is less than the standard declares.

None of it keeps the tables from being read. But whoever reads the package by its descriptor reads it by what stands
there, and would let pass what the standard forbids.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from foidata.packages.descriptor import Descriptor, Files, paths_of, resources_of
from foidata.packages.fault import Fault, short
from foidata.packages.place import pointer_to
from foidata.packages.profile import package_profile
from foidata.packages.table import Table, tables_of_standard
from foidata.packages.table_schemas import table_schema

_NAMED_ELSEWHERE = ("contains", "anyOf")
"""Keywords of the profile whose breaking is a missing or an unknown table, which the reader names itself."""


def faults_of_declaration(descriptor: Descriptor, files: Files) -> Iterator[Fault]:
    """Where a descriptor promises files that are not there, or describes itself or its tables too loosely."""

    def fault(kind: str, message: str, steps: tuple[str | int, ...], value: Any = None) -> Fault:
        return Fault(kind, "", message, short(value), descriptor.places.find(pointer_to(*steps)))

    for steps, message in _off_profile(descriptor.whole):
        if steps[:1] != ("resources",) or steps[1] not in descriptor.at_fault:
            yield fault("off_profile", message, steps)
    for number, resource in enumerate(resources_of(descriptor.whole)):
        if number in descriptor.at_fault:
            continue
        name = resource.get("name")
        if name in descriptor.tables:
            for message in _weakened(resource, descriptor.named):
                yield fault("weakened_schema", message, ("resources", number, "schema"), name)
        else:
            for path in paths_of(resource):
                if not _holds(files, path):
                    message = f"the file {short(path)} of the resource {short(name)} is not there"
                    yield fault("missing_resource", message, ("resources", number, "path"), path)


def _weakened(resource: Mapping[str, Any], carried: Collection[str]) -> Iterator[str]:
    """The first way in which a table is described by less than the published schema, and how many there are."""
    schema, name = resource.get("schema"), resource["name"]
    differences = tuple(_weaker(schema, tables_of_standard()[name], carried)) if isinstance(schema, dict) else ()
    if differences:
        more = f", and {len(differences) - 1} more" if len(differences) > 1 else ""
        yield f"the schema of {name} is weaker than the published one: {differences[0]}{more}"


def _holds(files: Files, path: str) -> bool:
    try:
        return files.holds(path)
    except ValueError:  # a link leads out of the package
        return False


def _off_profile(whole: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a descriptor is not of our profile, but for what it says of the dataset, which is judged by its model."""
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # noqa: PLC0415  # heavy

    profile = package_profile()
    profile["properties"] |= {"foidata": True}
    told = set()
    for error in Draft202012Validator(profile).iter_errors(whole):
        steps, keyword = tuple(error.absolute_path), error.validator
        if keyword in _NAMED_ELSEWHERE or (steps, keyword) in told:
            continue
        told.add((steps, keyword))
        if keyword == "required":
            lacking = ", ".join(name for name in error.validator_value if name not in error.instance)
            yield steps, f"{_whose(whole, steps)} does not say its {lacking}"
        else:
            right = f": it must be {error.validator_value}" if keyword == "const" else ""
            yield steps, f"{steps[-1] if steps else 'it'} of {_whose(whole, steps)} is not as the profile has it{right}"


def _whose(whole: Mapping[str, Any], steps: tuple[str | int, ...]) -> str:
    """What of a descriptor a path leads into."""
    match steps:
        case ("resources", int(number), *_):
            return f"the resource {short(resources_of(whole)[number].get('name')) or number + 1}"
    return "the descriptor"


def _weaker(schema: Mapping[str, Any], table: Table, carried: Collection[str]) -> Iterator[str]:
    """What a Table Schema leaves out, or says otherwise, of what the published one asks of the columns it names."""
    published = table_schema(table, carried)
    if schema == published:
        return
    fields = schema.get("fields")
    named = {one.get("name"): one for one in fields if isinstance(one, dict)} if isinstance(fields, list) else {}
    for field in published["fields"]:
        if field["name"] in named:
            yield from _looser(named[field["name"]], field)
        elif field.get("constraints", {}).get("required"):
            yield f"it has no column {field['name']}"
    if schema.get("missingValues", [""]) != [""]:
        yield "it takes words for missing values"
    if "primaryKey" in published and _columns(schema.get("primaryKey")) != published["primaryKey"]:
        yield "it does not have the same primary key"
    given = schema.get("foreignKeys")
    references = [_reference(one) for one in (given if isinstance(given, list) else []) if isinstance(one, dict)]
    for one in published.get("foreignKeys", ()):
        if _reference(one) not in references:
            yield f"it has no foreign key from {' and '.join(one['fields'])} to {one['reference']['resource']}"


def _looser(given: Mapping[str, Any], published: Mapping[str, Any]) -> Iterator[str]:
    """What a column's description leaves out of the published one."""
    name = published["name"]
    if given.get("type") != published["type"]:
        yield f"{name} is not of type {published['type']}"
    constraints = given.get("constraints")
    stated = constraints if isinstance(constraints, dict) else {}
    for keyword, value in published.get("constraints", {}).items():
        if not _as_strict(keyword, stated.get(keyword), value):
            yield f"{name} has {'another' if keyword in stated else 'no'} {keyword}"


def _as_strict(keyword: str, given: Any, published: Any) -> bool:
    """Whether a constraint lets through no more than the published one."""
    match keyword, given:
        case "maximum" | "maxLength", int() | float():
            return bool(given <= published)
        case "minimum" | "minLength", int() | float():
            return bool(given >= published)
        case "enum", list():
            return all(one in published for one in given)
    return bool(given == published)


def _reference(one: Mapping[str, Any]) -> tuple[Any, ...]:
    to = one.get("reference")
    inner = to if isinstance(to, dict) else {}
    return _columns(one.get("fields")), inner.get("resource"), _columns(inner.get("fields"))


def _columns(said: Any) -> Any:
    """Columns as a list: one may stand alone."""
    return [said] if isinstance(said, str) else said
