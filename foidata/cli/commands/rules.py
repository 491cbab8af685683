"""`foidata rules`: the catalogue."""

import enum
from typing import Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.end import show


class Form(enum.StrEnum):
    """How the catalogue is printed."""

    TEXT = "text"
    JSON = "json"


@command("rules", "foidata rules", "foidata rules --format json")
def rules(form: Annotated[Form, typer.Option("-f", "--format", help="How to print it.")] = Form.TEXT) -> None:
    """List the rules that data is checked by."""
    from foidata.rules import rules as every
    from foidata.rules.catalogue import catalogue
    from foidata.standard.json import canonical

    if form is Form.JSON:
        show(canonical(catalogue()).decode())
        return
    for one in every():
        show(f"{one.code}  {one.severity.value:<8}{one.judges.value:<8}{one.name:<34}{one.title}\n")
