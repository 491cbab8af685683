"""What the value of one field requires of the others: declared once, enforced in Python and emitted as JSON Schema."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class When:
    """When a field holds one of some values, other fields must or must not be there.

    Example: `When("kind", ("date",), needs=("start",), forbids=("end",))`.
    """

    field: str
    values: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Each of these must be there."""
    forbids: tuple[str, ...] = ()
    """None of these may be there."""
    some_of: tuple[str, ...] = ()
    """At least one of these must be there."""
    not_all: tuple[str, ...] = ()
    """These may not all be there together."""

    def applies(self, value: Any) -> bool:
        """Whether the field's value is one of those meant here."""
        return value is not None and str(value) in self.values

    def broken(self, present: AbstractSet[str]) -> Iterator[tuple[str, str, str]]:
        """The faults in a record with these fields present: kind, field and reason."""
        which = f"when {self.field} is {' or '.join(self.values)}"
        for name in self.needs:
            if name not in present:
                yield "required_if", name, f"{name} is needed {which}"
        for name in self.forbids:
            if name in present:
                yield "forbidden_if", name, f"{name} may not be there {which}"
        if self.some_of and not present & set(self.some_of):
            yield "required_if", self.field, f"one of {', '.join(self.some_of)} is needed {which}"
        if self.not_all and present >= set(self.not_all):
            yield "forbidden_if", self.not_all[-1], f"{' and '.join(self.not_all)} may not stand together {which}"

    def schema(self) -> dict[str, Any]:
        """The same as a JSON Schema `if`/`then`."""
        then: dict[str, Any] = {}
        if self.needs:
            then["required"] = list(self.needs)
        if self.forbids:
            then["properties"] = dict.fromkeys(self.forbids, False)
        if self.some_of:
            then["anyOf"] = [{"required": [name]} for name in self.some_of]
        if self.not_all:
            then["not"] = {"required": list(self.not_all)}
        return {"if": {"properties": {self.field: {"enum": list(self.values)}}, "required": [self.field]}, "then": then}
