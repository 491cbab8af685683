"""Judge one record by its model, in the words of a person."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal, TypeVar, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from foidata.packages.explained import explained
from foidata.packages.fault import Fault, short
from foidata.packages.jsontext import Scan
from foidata.packages.mends import Write
from foidata.packages.overwrite import overwritten
from foidata.packages.place import Place, pointer_to
from foidata.standard.record import Record, record_in
from foidata.standard.values import DAY_PATTERN, PARTIAL_DAY_PATTERN

R = TypeVar("R", bound=Record)

_NOT_JSON = "not_json"
_KINDS = {"literal_error": "wrong_version", "json_invalid": _NOT_JSON}
_DAYS = (DAY_PATTERN, PARTIAL_DAY_PATTERN)
_LIKE_A_DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?", re.ASCII)
_ARTICLES = {
    "string_type": "text is needed",
    "int_type": "a whole number is needed",
    "bool_type": "true or false is needed",
    "tuple_type": "a list is needed",
    "model_type": "an object is needed",
}
_MESSAGES: Mapping[str, Callable[[ErrorDetails], str]] = {
    "missing": lambda error: f"{error['loc'][-1]} is missing",
    "extra_forbidden": lambda error: f"there is no field {short(str(error['loc'][-1]))} here",
    "undeclared_version": lambda error: f"{error['loc'][-1]} is missing: nothing says by which version to judge",
    "no_such_day": lambda error: f"the calendar has no {error['input']}",
    "wrong_version": lambda error: f"this is not {error['ctx']['expected']}, the version that is known here",
    "string_pattern_mismatch": lambda error: f"{_shown(error['input'])} is not of the form that {_field(error)} needs",
    "string_too_short": lambda error: f"{_field(error)} is empty: leave it out",
    "string_too_long": lambda error: f"{_field(error)} is longer than {error['ctx']['max_length']} characters",
    "greater_than_equal": lambda error: f"{_shown(error['input'])} is below {error['ctx']['ge']}",
    "less_than_equal": lambda error: f"{_shown(error['input'])} is above {error['ctx']['le']}",
}


def judge(record: type[R], text: str | bytes, pointer: str = "") -> tuple[R | None, list[Fault]]:
    """The record that a JSON text holds, or the faults of its shape, with pointers that go on from `pointer`."""
    value, errors = _judged(record, text)
    faults = (explained(_fault(record, error, pointer), record, pointer) for error in errors)
    return value, [replace(fault, mend=None) for fault in faults]  # the text is ours, and is not what a person has


def judge_json(
    record: type[R], text: str, place: Callable[[int], Place], pointer: str = "", *, clean: bool = True
) -> tuple[R | None, list[Fault]]:
    """The same for text that a person may have written: with the faults of JSON itself, each at its place.

    `clean` is what `Watch` said of the text. It is looked at closely only if that noticed something, or if pydantic
    met what it could not parse or did not expect. Where it is certain what each value at fault means, the record comes
    with the faults.
    """
    value, errors = _judged(record, text)
    faults = [explained(_fault(record, error, pointer), record, pointer) for error in errors]
    if not clean or any(_may_hide_more(error) for error in errors):
        known = Scan(text, place, pointer).faults
        faults = known + without_repeats(faults, known)
    if faults and all(fault.mend for fault in faults):
        return _as_meant(record, text, pointer, faults)
    return (None if faults else value), faults


def _as_meant(record: type[R], text: str, pointer: str, faults: list[Fault]) -> tuple[R | None, list[Fault]]:
    """The record with every value at fault as it is meant."""
    offsets = Scan(text, lambda _: Place(""), pointer).offsets
    values = {offsets[fault.pointer]: fault.mend.text for fault in faults if isinstance(fault.mend, Write)}
    value, errors = _judged(record, overwritten(text, values))
    more = [explained(_fault(record, error, pointer), record, pointer) for error in errors]
    return value, [replace(fault, read=True) for fault in faults] + more


def _judged(record: type[R], text: str | bytes) -> tuple[R | None, list[ErrorDetails]]:
    try:
        return record.model_validate_json(text, strict=True), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _may_hide_more(error: ErrorDetails) -> bool:
    """Whether it is about text that was not parsed, or a list or object where none belongs: how deep, nobody knows."""
    return error["type"] == "json_invalid" or (isinstance(error["input"], list | dict) and error["type"] != "missing")


def without_repeats(faults: list[Fault], known: list[Fault]) -> list[Fault]:
    """The faults of shape that say more than those already known: none for the same pointer again."""
    pointers = {fault.pointer for fault in known}
    return [fault for fault in faults if fault.pointer not in pointers and not (known and fault.kind == _NOT_JSON)]


def _fault(record: type[Record], error: ErrorDetails, pointer: str) -> Fault:
    kind, ctx = _kind(record, error), error.get("ctx", {})
    context: dict[str, Any] = {name: value for name, value in ctx.items() if name not in ("class_name", "reason")}
    if kind == "extra_forbidden":
        around = _record_at(record, error["loc"][:-1])
        context = {"known": tuple(around.model_fields) if around else ()}
    elif "expected" in context:
        context = {"known": tuple(re.findall(r"'([^']*)'", context["expected"]))}
    value = None if kind in ("missing", "undeclared_version", "required_if") else short(error["input"])
    pointer += pointer_to(*error["loc"])
    return Fault(kind, pointer, _message(kind, error), value, context=context)


def _kind(record: type[Record], error: ErrorDetails) -> str:
    """The kind of fault that an error is: pydantic's own, or one that says more."""
    kind = error["type"]
    if kind == "missing" and _is_constant(record, error["loc"]):
        return "undeclared_version"
    if kind == "string_pattern_mismatch" and error["ctx"]["pattern"] in _DAYS and _LIKE_A_DAY.fullmatch(error["input"]):
        return "no_such_day"
    return _KINDS.get(kind, kind)


def _is_constant(record: type[Record], steps: tuple[str | int, ...]) -> bool:
    """Whether a field can hold only one value: the version of the standard."""
    around = _record_at(record, steps[:-1])
    return around is not None and get_origin(around.model_fields[str(steps[-1])].annotation) is Literal


def _message(kind: str, error: ErrorDetails) -> str:
    if kind == "string_pattern_mismatch" and not error["msg"].startswith("String should"):
        return f"{_shown(error['input'])} is not right: {error['msg']}"
    if kind == "enum" and "expected" in error.get("ctx", {}):
        return f"{_shown(error['input'])} is not on the list of codes for {_field(error)}"
    if kind in _ARTICLES:
        return f"{_ARTICLES[kind]}, not {_kind_of(error['input'])}"
    return _MESSAGES[kind](error) if kind in _MESSAGES else error["msg"]


def _field(error: ErrorDetails) -> str:
    return next((step for step in reversed(error["loc"]) if isinstance(step, str)), "the value")


def _shown(value: Any) -> str:
    return repr(shown) if (shown := short(value)) is not None else "this"


def _kind_of(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text {_shown(value)}"
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            return str(value)


def _record_at(record: type[Record], steps: tuple[str | int, ...]) -> type[Record] | None:
    """The kind of record that a path leads to."""
    found: type[Record] | None = record
    for step in steps:
        if found is not None and isinstance(step, str):
            found = record_in(found.model_fields[step].annotation)[0]
    return found
