"""The standard as pages to read: every field, every code, every rule, taken from where they are defined."""

from collections.abc import Iterator, Mapping
from typing import Any

from foidata.publish.schemas import schema_of
from foidata.rules import rules
from foidata.standard.codelist import closed_lists
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical
from foidata.standard.record import Record, described, record_in

_WRITTEN = "<!-- Written by `make schema`; do not edit. -->\n"


def pages() -> dict[str, str]:
    """The pages by their path below `docs/reference/`."""
    return {"fields.md": _fields(), "codes.md": _codes(), "rules.md": _rules()}


def _fields() -> str:
    whole = schema_of(Dataset, "dataset.schema.json", "")
    lists = {closed.__name__: name for name, closed in closed_lists().items()}
    records = {"Dataset": whole} | {name: one for name, one in whole["$defs"].items() if "properties" in one}
    parts = [_WRITTEN, "# Fields\n", "A field in bold must be there; the others may be absent.\n"]
    for record in _records(Dataset, set()):
        schema = records[record.__name__]
        parts += [f"## {record.__name__}\n", f"{schema['description']}\n", "| field | holds | meaning | example |"]
        parts.append("|---|---|---|---|")
        for name, value in schema["properties"].items():
            shown = f"**{name}**" if name in schema.get("required", ()) else name
            example = _short(_cell(canonical(value["examples"][0], line=True).decode().strip()))
            parts.append(f"| {shown} | {_kind(value, lists)} | {_cell(value['description'])} | `{example}` |")
        parts.append("")
        parts += [f"- {_sentence(when)}" for when in record.constraints] + ([""] if record.constraints else [])
    return "\n".join(parts)


def _sentence(when: Any) -> str:
    """A constraint in words."""
    ways = (
        ("needs {}", when.needs, " and "),
        ("forbids {}", when.forbids, " and "),
        ("needs one of {}", when.some_of, ", "),
        ("forbids {} together", when.not_all, " and "),
    )
    said = [words.format(joint.join(f"`{name}`" for name in names)) for words, names, joint in ways if names]
    return f"`{when.field}` {' or '.join(f'`{value}`' for value in when.values)} {'; '.join(said)}."


def _records(record: type[Record], seen: set[type[Record]]) -> Iterator[type[Record]]:
    """A kind of record and all that it is made of, each once."""
    if record not in seen:
        seen.add(record)
        yield record
        for field in record.model_fields.values():
            inner, _ = record_in(field.annotation)
            if inner:
                yield from _records(inner, seen)


_TYPES = {"boolean": "yes or no", "integer": "whole number", "number": "number", "string": "text"}


def _kind(value: Mapping[str, Any], lists: Mapping[str, str]) -> str:
    """What a field holds, in a word."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{lists[name]}](codes.md#{lists[name]})" if name in lists else f"[{name}](#{name.lower()})"
    if value.get("type") == "array":
        return f"list of {_kind(value['items'], lists)}"
    if "enum" in value or "const" in value:
        return "code"
    return "day" if value.get("format") == "date" else _TYPES[value["type"]]


def _codes() -> str:
    parts = [
        _WRITTEN,
        "# Codes\n",
        "The closed lists. The reference lists (authorities, exemptions, licences, measures, partnerships) are CSV.\n",
    ]
    for name, closed in closed_lists().items():
        parts += [f"## {name}\n", described(closed.__doc__) + "\n", "| code | label | meaning |", "|---|---|---|"]
        parts += [f"| `{code.value}` | {_cell(code.label)} | {_cell(code.meaning)} |" for code in closed]
        parts.append("")
    return "\n".join(parts)


def _rules() -> str:
    parts = [_WRITTEN, "# Rules\n", "What `foidata validate` looks for. `foidata explain CODE` shows the same.\n"]
    for one in rules():
        parts += [
            f"## {one.code} {one.name}\n",
            f"*{one.severity.value}, about the {one.judges.value}, from level {one.level.value} on*\n",
            f"{one.title}.\n",
        ]
        parts += [f"{one.why}\n", f"Example: {one.example}\n", f"Fix: {one.fix}\n"]
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _short(text: str, most: int = 70) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
