"""Records with exactly one thing wrong: for the tests of whatever judges them."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from foidata.packages.fieldschemas import Schema, property_schemas
from foidata.packages.place import pointer_to
from foidata.standard.codes import Status
from foidata.standard.constraint import When
from foidata.standard.record import Record, record_in
from foidata.standard.values import DAY_PATTERN, PARTIAL_DAY_PATTERN
from foidata.testing.plain import Plain, field_value, plain

Steps = tuple[str | int, ...]

_GONE = object()
"""What a value becomes that is taken away."""


@dataclass(frozen=True, slots=True)
class SingleFault:
    """A record with one fault of shape."""

    data: dict[str, Any]
    """The record as plain JSON values: valid but for the fault."""
    kind: str
    """What is wrong, as `foidata.packages.KINDS` names it."""
    pointer: str
    """The JSON Pointer of what is wrong."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """A change that makes a valid record faulty."""

    kind: str
    at: Steps
    """Where the fault is met."""
    changes: tuple[tuple[Steps, Any], ...]
    """Each value that changes, and to what; a strategy is drawn from."""


def single_faults(record: type[Record]) -> SearchStrategy[SingleFault]:
    """Records of a kind as plain JSON values, with exactly one fault of shape, its kind and its place.

    A field missing, unknown, null or empty; a value of the wrong type, off its list, its pattern or its bounds; a field
    that another one needs or forbids. What a model gets tomorrow is broken without a change here.
    """
    return _faulty(record)


@st.composite
def _faulty(draw: DrawFn, record: type[Record]) -> SingleFault:
    data = draw(plain(record))
    edits: dict[str, list[_Edit]] = {}
    for edit in _edits(record, data, ()):
        edits.setdefault(edit.kind, []).append(edit)
    kind = draw(st.sampled_from(sorted(edits)))
    edit = draw(st.sampled_from(edits[kind]))
    for steps, new in edit.changes:
        _change(data, steps, draw(new) if isinstance(new, SearchStrategy) else new)
    return SingleFault(data, edit.kind, pointer_to(*edit.at))


def _change(data: Any, steps: Steps, new: Any) -> None:
    *way, last = steps
    for step in way:
        data = data[step]
    if new is _GONE:
        del data[last]
    else:
        data[last] = new


def _edit(kind: str, at: Steps, new: Any) -> _Edit:
    return _Edit(kind, at, ((at, new),))


def _edits(record: type[Record], value: Plain, at: Steps) -> Iterator[_Edit]:
    """Every way in which a record can be made faulty in one place."""
    yield _edit("extra_forbidden", (*at, _unknown(record)), "?")
    ruling = [when for when in record.constraints if when.applies(value.get(when.field))]
    for name in value:
        here = (*at, name)
        inner, many = record_in(record.model_fields[name].annotation)
        is_list = many or (inner is None and property_schemas(record)[name].get("type") == "array")
        if record.model_fields[name].is_required():
            constant = "const" in property_schemas(record)[name]
            yield _edit("undeclared_version" if constant else "missing", here, _GONE)
        elif is_list:
            yield _edit("tuple_type", here, None)
        elif not _broken(ruling, value.keys() - {name}):
            yield _edit("null", here, None)
        if inner is None:
            yield from _value_edits(property_schemas(record)[name], value[name], here)
        elif many:
            yield _edit("tuple_type", here, {})
            yield _edit("empty", here, [])
            yield from _record_edits(inner, value[name][0], (*here, 0), here)
        else:
            yield from _record_edits(inner, value[name], here, here)
    for when in ruling:
        yield from _constraint_edits(record, value, when, ruling, at)


def _record_edits(record: type[Record], value: Plain, at: Steps, empty_at: Steps) -> Iterator[_Edit]:
    yield _edit("model_type", at, [])
    if not any(field.is_required() for field in record.model_fields.values()):
        yield _Edit("empty", empty_at, ((at, {}),))
    yield from _edits(record, value, at)


def _unknown(record: type[Record]) -> str:
    """A field that the record does not have, though it sounds like one."""
    name = f"{next(iter(record.model_fields))}_x"
    while name in record.model_fields:
        name += "x"
    return name


def _broken(ruling: list[When], present: Any) -> list[tuple[str, str]]:
    return [(kind, name) for when in ruling for kind, name, _ in when.broken(present)]


def _constraint_edits(record: type[Record], value: Plain, when: When, ruling: list[When], at: Steps) -> Iterator[_Edit]:
    """The ways in which what one field requires of others can be broken, where that breaks nothing else."""
    present = value.keys()
    tries = [("required_if", name, {name: _GONE}) for name in when.needs if name in present]
    tries += [("forbidden_if", name, {name: None}) for name in when.forbids]
    if when.some_of:
        tries.append(("required_if", when.field, {name: _GONE for name in when.some_of if name in present}))
    if when.not_all:
        tries.append(("forbidden_if", when.not_all[-1], {name: None for name in when.not_all if name not in present}))
    for kind, name, changed in tries:
        gone = {one for one, new in changed.items() if new is _GONE}
        if _broken(ruling, (present | changed.keys()) - gone) == [(kind, name)]:
            changes = tuple(
                ((*at, one), new if new is _GONE else field_value(record, one)) for one, new in changed.items()
            )
            yield _Edit(kind, (*at, name), changes)


def _value_edits(schema: Schema, value: Any, at: Steps) -> Iterator[_Edit]:
    """The ways in which a plain value, or a list of them, can be wrong."""
    if "const" in schema:
        yield _edit("wrong_version", at, f"{value}.1")
        return
    if "enum" in schema:
        codes = ["no_such_code", str(value).upper(), "", 7, *(one.value for one in Status)]
        yield from (_edit("enum", at, code) for code in codes if code not in schema["enum"])
        return
    match schema["type"]:
        case "array":
            yield _edit("tuple_type", at, "a")
            yield _edit("empty", at, [])
            yield from _value_edits(schema["items"], value[0], (*at, 0))
        case "string":
            yield from _text_edits(schema, value, at)
        case "integer":
            yield from (_edit("int_type", at, wrong) for wrong in (str(value), True, [value]))
            yield from _bound_edits(schema, at, "greater_than_equal", "less_than_equal")
        case "number":
            yield from (_edit("number_type", at, wrong) for wrong in (str(value), True, [value]))
            yield from _bound_edits(schema, at, "finite_number", "finite_number")
        case "boolean":
            yield from (_edit("bool_type", at, wrong) for wrong in (str(value).lower(), int(value), [value]))


def _bound_edits(schema: Schema, at: Steps, below: str, above: str) -> Iterator[_Edit]:
    if "minimum" in schema:
        yield _edit(below, at, schema["minimum"] - 1)
    if "maximum" in schema:
        yield _edit(above, at, schema["maximum"] + 1)


def _text_edits(schema: Mapping[str, Any], value: str, at: Steps) -> Iterator[_Edit]:
    yield from (_edit("string_type", at, wrong) for wrong in (7, True, [value]))
    pattern, longest = schema.get("pattern"), schema.get("maxLength", math.inf)
    if pattern is None:
        yield from [_edit("string_too_short", at, "")] if schema.get("minLength") else []
        return
    near = (f"{value}\n", f" {value}", f"{value} ", f"{value[:-1]}\n", f"{value}-", f"{value}@", f"é{value[1:]}", "")
    wrong = [text for text in near if len(text) <= longest and not re.search(f"{pattern[:-1]}\\Z", text)]
    yield from (_edit("string_pattern_mismatch", at, text) for text in wrong)
    if pattern in (DAY_PATTERN, PARTIAL_DAY_PATTERN):
        yield from (_edit("no_such_day", at, f"{value[:4]}-{day}") for day in ("02-30", "13-01", "00-10", "06-31"))
    if schema.get("format") != "date" and longest != math.inf:
        yield _edit("string_too_long", at, value + value[-1] * (longest + 1 - len(value)))
