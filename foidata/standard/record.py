"""A Record: what every entity of the standard is made of."""

import json
import re
from collections.abc import Iterator
from types import UnionType
from typing import Any, ClassVar, Self, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError

from foidata.standard.constraint import When

_EXAMPLE = re.compile(r"\s*Example: `(?P<json>.+)`\.?\s*$", re.DOTALL)


class Record(BaseModel):
    """A frozen set of named values, of which the absent ones are simply not there.

    A field is described by the string under it. Where that string ends in ``Example: `…` ``, the JSON value between the
    backticks is published as the field's example. What one value requires of another is declared in `constraints`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    constraints: ClassVar[tuple[When, ...]] = ()

    _may_be_empty: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def make(cls, **fields: Any) -> Self:
        """The record of those fields that hold something: None and empty sequences are left out."""
        return cls(**{name: value for name, value in fields.items() if value is not None and value not in ((), [])})

    def but(self, **fields: Any) -> Self:
        """The same record with other values; None or an empty sequence takes a field away."""
        return type(self).make(**{name: getattr(self, name) for name in self.model_fields_set} | fields)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Note which fields hold records that may be empty: of the others only a falsy value needs a look."""
        held = {name: record_in(field.annotation)[0] for name, field in cls.model_fields.items()}
        cls._may_be_empty = frozenset(
            name
            for name, record in held.items()
            if record and not any(field.is_required() for field in record.model_fields.values())
        )

    @model_validator(mode="after")
    def _absent_means_absent(self) -> Self:
        """Refuse null, and hold the constraints. A fault is placed at the field it is about."""
        given, values = self.model_fields_set, self.__dict__
        faults = []
        suspect = given & self._may_be_empty if all(map(values.get, given)) else given  # mostly none
        for name in suspect:
            if values[name] is None:
                faults.append(_fault("null", name, "null says nothing: leave the field out"))
            elif _is_empty(values[name]):
                faults.append(_fault("empty", name, "what is empty says nothing: leave the field out"))
        for when in self.constraints:
            if when.applies(values[when.field]):
                present = {name for name in given if values[name] is not None}
                faults += [_fault(*broken) for broken in when.broken(present)]
        if faults:
            raise ValidationError.from_exception_data(type(self).__name__, faults)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        inner = handler.resolve_ref_schema(schema)
        for name, value in inner.get("properties", {}).items():
            if value.get("type") == "array":
                value["minItems"] = 1
            example = field_example(cls.model_fields[name])
            if example is not None:
                value["examples"] = [example]
            if "description" in value:
                value["description"] = described(value["description"])
        if not inner.get("required"):
            inner["minProperties"] = 1
        clauses = [when.schema() for when in cls.constraints]
        if clauses:
            inner["allOf"] = clauses
        if cls.__doc__:
            inner["description"] = described(cls.__doc__)
        return schema


def _is_empty(value: Any) -> bool:
    """Whether it is an empty list, an object without fields, or a list with such an object."""
    if isinstance(value, tuple):
        return not value or any(_is_empty(one) for one in value if isinstance(one, Record))
    return isinstance(value, Record) and not value.model_fields_set


def _fault(kind: str, field: str, message: str) -> InitErrorDetails:
    return InitErrorDetails(type=PydanticCustomError(kind, "{reason}", {"reason": message}), loc=(field,), input=None)


def described(doc: str | None) -> str:
    """A docstring as one paragraph, without its example."""
    return re.sub(r"\s+", " ", _EXAMPLE.sub("", doc or "")).strip()


def stated_example(doc: str | None) -> Any:
    """The JSON value of the example that a docstring states, or None."""
    found = _EXAMPLE.search(doc or "")
    return json.loads(found["json"]) if found else None


def record_in(annotation: Any) -> tuple[type[Record] | None, bool]:
    """The kind of record that a field holds, if it holds records, and whether it holds a list of them."""
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, Record):
            return part, False
        if get_origin(part) is tuple:
            inner, _ = record_in(get_args(part)[0])
            return inner, True
    return None, False


def _parts(annotation: Any) -> Iterator[Any]:
    """The alternatives of a union, without None; or the one type there is."""
    if get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    elif annotation is not type(None):
        yield annotation


def example_of(record: type[Record]) -> dict[str, Any]:
    """An example of a record: the one its docstring states, or the examples of its required fields, or of its first."""
    stated = stated_example(record.__doc__)
    if stated is not None:
        return dict(stated)
    fields = record.model_fields
    names = [name for name, field in fields.items() if field.is_required()] or list(fields)[:1]
    return {name: field_example(fields[name]) for name in names}


def field_example(field: FieldInfo) -> Any:
    """An example of a field's value, as JSON: what its docstring states, or one made of the records it holds."""
    stated = stated_example(field.description)
    if stated is not None:
        return stated
    inner, many = record_in(field.annotation)
    if inner is None:
        return None
    return [example_of(inner)] if many else example_of(inner)
