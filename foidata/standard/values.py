"""The plain values that records hold: text, numbers, days, ids and codes, each with its pattern and bounds."""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from foidata.standard.codes import Status

LARGEST = 10**12
"""No amount or count is larger: beyond it a number does not survive every reader unchanged."""

_YEAR = "(?:19|20)[0-9]{2}"
_LEAP = "(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)"
_MONTH = "(?:0[1-9]|1[0-2])"
_LONG = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
_SHORT = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_FEBRUARY = "02-(?:0[1-9]|1[0-9]|2[0-8])"
_DAY_OF_YEAR = f"(?:{_LONG}|{_SHORT}|{_FEBRUARY})"
DAY_PATTERN = f"^(?:{_YEAR}-{_DAY_OF_YEAR}|{_LEAP}-02-29)$"
"""A day that exists, 1900 to 2099. Leap years are in the pattern, so that no engine needs a format checker."""
PARTIAL_DAY_PATTERN = f"^(?:{_YEAR}|{_YEAR}-{_MONTH}|{_YEAR}-{_DAY_OF_YEAR}|{_LEAP}-02-29)$"

SLUG_PATTERN = "^[0-9a-z]+(?:-[0-9a-z]+)*$"
ANSWER_ID_PATTERN = "^[0-9a-z]+(?:-[0-9]+)?$"
FIELD_PATH_PATTERN = "^[a-z][0-9a-z_]*(?:\\.[a-z][0-9a-z_]*)*$"
SHA256_PATTERN = "^[0-9a-f]{64}$"
MEDIA_TYPE_PATTERN = "^[0-9a-z]+/[0-9a-z.+-]+$"
EMAIL_PATTERN = "^[^@ \\t\\r\\n]+@[^@ \\t\\r\\n]+$"
URL_PATTERN = "^[^ \\t\\r\\n]+$"

EXTRA = "x-[0-9a-z]+(?:-[0-9a-z]+)*:[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*"
"""A code that a publisher adds to a reference list: `x-<publisher>:<code>`."""


def patterned(pattern: str, *, longest: int, fixed: bool = False) -> Any:
    """Text of a pattern. `$` also stands before a last line break in some engines, so that is refused by name."""
    schema: dict[str, Any] = {"type": "string", "pattern": pattern, "maxLength": longest}
    if not fixed:
        schema["not"] = {"pattern": "[\\r\\n]"}
    return Annotated[str, StringConstraints(pattern=pattern, max_length=longest), WithJsonSchema(schema)]


def _number(value: Any) -> Any:
    """A JSON number as a Decimal; text and booleans are refused, since some engines would let them pass."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError("number_type", "a number is needed, not {kind}", {"kind": type(value).__name__})
    number = Decimal(str(value))
    if not number.is_finite() or abs(number) > LARGEST:
        raise PydanticCustomError(
            "finite_number", "a number between -10¹² and 10¹² is needed, not {value}", {"value": str(value)}
        )
    if number != Decimal(str(float(number))):
        raise PydanticCustomError(
            "number_digits", "{value} has more digits than a JSON number keeps", {"value": str(value)}
        )
    return number.to_integral_value() + 0 if number == number.to_integral_value() else number.normalize()


def _day_text(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(DAY_PATTERN, value):
        raise PydanticCustomError("string_pattern_mismatch", "a day is written 2024-02-29", {"pattern": DAY_PATTERN})
    if isinstance(value, str):
        return datetime.date.fromisoformat(value)
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        raise PydanticCustomError("string_type", "a day is text such as 2024-02-29", {})
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
"""Words. Never empty: what is not there is left out."""

Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(ge=-LARGEST, le=LARGEST),
    WithJsonSchema({"type": "number", "minimum": -LARGEST, "maximum": LARGEST}),
]
"""A number: a JSON number, a Decimal in Python. Amounts are pounds."""

Day = Annotated[
    datetime.date,
    BeforeValidator(_day_text),
    PlainSerializer(lambda day: day.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "format": "date", "pattern": DAY_PATTERN, "maxLength": 10}),
]
"""A day of the calendar: ISO 8601 in JSON, `datetime.date` in Python."""

PartialDay = patterned(PARTIAL_DAY_PATTERN, longest=10)
"""A year, a month or a day: `2020`, `2020-03`, `2020-03-01`."""

Year = Annotated[int, Field(ge=1900, le=2099)]
Position = Annotated[int, Field(ge=1, le=2**31 - 1)]
"""A place in a list, from 1."""
Offset = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""A place in a text: so many Unicode code points stand before it."""

Tally = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""How many: a whole number from 0."""

Slug = patterned(SLUG_PATTERN, longest=120)
AnswerId = patterned(ANSWER_ID_PATTERN, longest=24)
FieldPath = patterned(FIELD_PATH_PATTERN, longest=120)
Sha256 = patterned(SHA256_PATTERN, longest=64, fixed=True)
MediaType = patterned(MEDIA_TYPE_PATTERN, longest=120)
Email = patterned(EMAIL_PATTERN, longest=254)
Url = patterned(URL_PATTERN, longest=2000)

AuthorityCode = patterned(f"^(?:[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*|{EXTRA})$", longest=80)
ExemptionCode = patterned(f"^(?:[a-z]+_[0-9a-z]+(?:_[0-9a-z]+)*|{EXTRA})$", longest=80)
MeasureCode = patterned(f"^(?:[a-z]+(?:_[a-z]+)*|{EXTRA})$", longest=80)
PartnershipCode = patterned(f"^(?:[0-9a-z]+(?:_[0-9a-z]+)*|{EXTRA})$", longest=80)
LicenceCode = patterned(f"^(?:[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*|{EXTRA})$", longest=80)

RuleCode = patterned("^FOI[0-9]{3}$", longest=6, fixed=True)
"""A rule's code: the first digit is its group."""
RuleWord = patterned("^[0-9A-Za-z]+(?:[-_][0-9A-Za-z]+)*$", longest=60)
"""A rule's code, the beginning of some (`FOI2`), or a rule's name."""
RuleKey = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""The same, where it is the key of a table."""
NOW = "now"
"""Stands for the day by the computer's clock, which is read only for those who ask for it."""
CheckDay = patterned(f"^(?:{NOW}|{DAY_PATTERN.strip('^$')})$", longest=10)
"""A day, or the word for today."""
FormatName = patterned("^[0-9a-z]+(?:[-_][0-9a-z]+)*$", longest=30)
"""The name of a format of reports."""
RuleName = patterned("^[a-z]+(?:-[0-9a-z]+)*$", longest=60)
"""A rule's name, which says the fault."""


def _one_status() -> tuple[Callable[[Status], Status], dict[str, Any]]:
    rolled_up = (Status.PARTLY_ANSWERED, Status.SEE_OTHER_ANSWER)

    def check(status: Status) -> Status:
        if status in rolled_up:
            raise PydanticCustomError(
                "enum", "{code} is for whole answers, not for their parts or facts", {"code": status.value}
            )
        return status

    return check, {"type": "string", "enum": [status.value for status in Status if status not in rolled_up]}


_check_status, _status_schema = _one_status()

PartStatus = Annotated[Status, AfterValidator(_check_status), WithJsonSchema(_status_schema)]
"""The status of a part of an answer or of one fact: any but the two that speak of a whole answer."""
