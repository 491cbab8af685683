"""Canonical JSON: equal records are equal bytes, in one form."""

import json
import re
from decimal import Decimal
from typing import Any

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foidata import testing
from foidata.standard.evidence import Evidence
from foidata.standard.json import canonical, plain, written
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record
from foidata.standard.response import Response
from foidata.standard.values import LARGEST

NUMBERS = st.integers(-LARGEST, LARGEST) | st.floats(-LARGEST, LARGEST)


@given(NUMBERS)
@example(1e-7)
@example(5e-324)
@example(-0.0)
@example(10**12)
def test_a_number_is_written_without_exponent_or_trailing_zeros(value: float) -> None:
    line = canonical(Quantity(value=value, qualifier="exact"), line=True).decode()
    number = line.removeprefix('{"value":').removesuffix(',"qualifier":"exact"}\n')
    assert re.fullmatch(r"0|-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?", number)
    assert number != "-0"
    assert float(number) == value
    assert Decimal(number) == Decimal(str(value))


@pytest.mark.parametrize(
    ("number", "text"),
    [("50000", "50000"), ("5E+4", "50000"), ("1.50", "1.5"), ("2.00", "2"), ("1E-7", "0.0000001"), ("100", "100")],
)
def test_a_decimal_is_written_as_people_write_it(number: str, text: str) -> None:
    assert written(Decimal(number)) == text


@given(testing.responses())
def test_equal_records_are_equal_bytes_whatever_the_order_of_their_making(response: Response) -> None:
    turned = Response(**{name: getattr(response, name) for name in reversed(list(plain(response)))})
    assert canonical(turned) == canonical(response)


@given(testing.responses())
def test_keys_stand_in_the_order_of_the_model(response: Response) -> None:
    def check(record: Record, value: dict[str, Any]) -> None:
        order = list(type(record).model_fields)
        assert [order.index(name) for name in value] == sorted(order.index(name) for name in value)
        for name, inner in value.items():
            held = getattr(record, name)
            if isinstance(held, Record):
                check(held, inner)
            elif isinstance(held, tuple) and held and isinstance(held[0], Record):
                for one, part in zip(held, inner, strict=True):
                    check(one, part)

    check(response, json.loads(canonical(response)))


@given(testing.responses())
def test_there_is_no_null_nothing_empty_and_no_default(response: Response) -> None:
    def check(value: Any) -> None:
        assert value not in (None, "", [], {})
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            check(one)

    check(json.loads(canonical(response)))


@given(testing.responses())
def test_a_line_and_a_page_say_the_same(response: Response) -> None:
    page, line = canonical(response), canonical(response, line=True)
    assert orjson.loads(page) == orjson.loads(line)
    assert line.count(b"\n") == 1
    assert page.endswith(b"}\n")
    assert b"\r" not in page


@given(testing.texts())
def test_text_is_utf_8_and_escaped_only_where_json_must(text: str) -> None:
    line = canonical(Evidence(start=0, end=1, quote=text), line=True).decode()
    escaped = re.sub(r'["\\\x00-\x1f]', lambda found: json.dumps(found[0])[1:-1], text)
    assert line == f'{{"start":0,"end":1,"quote":"{escaped}"}}\n'


def test_a_page_looks_like_this() -> None:
    evidence = Evidence.make(quote="£50k “or” 🙂", start=0, end=11, of=("amount",))
    assert canonical(evidence).decode() == (
        '{\n  "start": 0,\n  "end": 11,\n  "quote": "£50k “or” 🙂",\n  "of": [\n    "amount"\n  ]\n}\n'
    )


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical({"a": object()})
