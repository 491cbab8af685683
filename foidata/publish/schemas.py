"""The models as JSON Schema 2020-12."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from foidata.standard.record import Record

BASE = "https://w3id.org/foidata/1.0/"
"""What every published schema's `$id` begins with. It is a name: nothing is ever fetched from it."""


class _Generator(GenerateJsonSchema):
    """Absent means absent: neither null nor defaults are published, and no titles made from field names."""

    schema_dialect = "https://json-schema.org/draft/2020-12/schema"

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of the value alone: what is not there is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema without its default: nothing is filled in."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's signature
        """Never: the field's name is its title."""
        return False


def schema_of(record: type[Record], name: str, title: str) -> dict[str, Any]:
    """The JSON Schema of a kind of record, whole in itself: it refers to nothing outside."""
    generated = record.model_json_schema(schema_generator=_Generator, ref_template="#/$defs/{model}")
    definitions = generated.pop("$defs", {})
    for schema in (generated, *definitions.values()):
        schema.pop("title", None)
    head = {"$schema": _Generator.schema_dialect, "$id": BASE + name, "title": title}
    return head | generated | {"$defs": dict(sorted(definitions.items()))}
