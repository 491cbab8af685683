"""Records as canonical JSON: one form for each record, so that equal records are equal bytes.

Keys in model order, UTF-8 unescaped, two-space indent or one line, LF, a final newline, numbers without exponent or
trailing zeros; what is absent is left out.
"""

from decimal import Decimal
from typing import Any

import orjson

from foidata.standard.record import Record

_PRETTY = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def plain(record: Record) -> dict[str, Any]:
    """A record as plain Python values in model order: dicts, lists, text, Decimals, whole numbers, booleans.

    >>> plain(Quantity(qualifier="at_most", high=4))
    {'high': Decimal('4'), 'qualifier': 'at_most'}
    """
    given = record.model_fields_set
    return {name: _plain(getattr(record, name)) for name in type(record).model_fields if name in given}


def canonical(value: Record | Any, *, line: bool = False) -> bytes:
    """A record, or plain values, as canonical JSON; `line` for one line, as in a `.jsonl` file."""
    if isinstance(value, Record):
        value = plain(value)
    return orjson.dumps(value, default=_number, option=orjson.OPT_APPEND_NEWLINE if line else _PRETTY)


def written(number: Decimal | float) -> str:
    """A number without exponent or trailing zeros."""
    text = format(Decimal(str(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(value: Any) -> Any:
    match value:
        case Record():
            return plain(value)
        case tuple():
            return [_plain(one) for one in value]
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case str():
            return str(value)
        case bool() | int() | Decimal():
            return value
        case _:
            return value.isoformat()


def _number(value: Any) -> orjson.Fragment:
    if isinstance(value, Decimal):
        return orjson.Fragment(written(value).encode())
    raise TypeError(f"{type(value).__name__} has no form in JSON")
