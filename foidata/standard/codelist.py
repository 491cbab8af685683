"""A closed list of codes, each with a label and a meaning."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

_ALL: dict[str, type["Codelist"]] = {}
_CROSSWALKS: dict[str, tuple[str, ...]] = {}


class Codelist(StrEnum):
    """A closed list: its members are the codes that may be written.

    A member is one line, `NAME = "code", "Label", "Meaning."`. A list that is matched with other lists names them by
    `also`, and its members end in the codes of those.
    """

    label: str
    meaning: str
    crosswalk: tuple[str, ...]

    def __new__(cls, code: str, label: str, meaning: str, *crosswalk: str) -> Self:
        """A member of one line: its value is the code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.meaning = meaning
        member.crosswalk = crosswalk
        return member

    def __init_subclass__(cls, also: tuple[str, ...] = (), **options: Any) -> None:
        super().__init_subclass__(**options)
        _ALL[cls.list_name()] = cls
        _CROSSWALKS[cls.list_name()] = also

    def matched(self, column: str) -> str:
        """The code or words that stand for this code in another list; empty when there is none."""
        return dict(zip(_CROSSWALKS[self.list_name()], self.crosswalk, strict=True))[column]

    @classmethod
    def list_name(cls) -> str:
        """The list's published name: `document_kind` for DocumentKind."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def rows(cls) -> Iterator[dict[str, str]]:
        """The published list, a code a row; the columns matched with other lists follow the first five."""
        columns = _CROSSWALKS[cls.list_name()]
        for member in cls:
            row = {"code": member.value, "label": member.label, "meaning": member.meaning}
            row |= {"status": "current", "since": "1.0"}
            yield row | dict(zip(columns, member.crosswalk, strict=True))

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        handler.resolve_ref_schema(schema)["description"] = re.sub(r"\s+", " ", cls.__doc__ or "").strip()
        return schema


def closed_lists() -> Mapping[str, type[Codelist]]:
    """Every closed list by its published name."""
    return MappingProxyType(_ALL)
