"""`foidata authorities`: council names → register."""

import datetime
from typing import Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.end import Exit, fail, show


@command("authorities", "foidata authorities 'Leicester City Council'", "foidata authorities Cumbria --on 2024-02-08")
def authorities(
    names: Annotated[list[str], typer.Argument(help="Names, old names, misspellings.", metavar="NAME…")],
    on: Annotated[str | None, typer.Option(help="The day that the name was used.", metavar="2024-02-08")] = None,
) -> None:
    """Find councils in the register: code, name, from when to when, and what became of them."""
    from foidata.standard.register import lookup

    try:
        day = datetime.date.fromisoformat(on) if on else None
    except ValueError:
        fail(f"--on {on}: write a day as 2024-02-08")
    missing = False
    for name in names:
        matches = lookup(name, day)
        missing |= not matches
        show(f"{name}\n" if matches else f"{name}: no council of this name is known\n")
        for match in matches:
            body = match.authority
            life = f"{body.start or '?'} to {body.end or 'today'}"
            show(f"  {body.code:<18}{body.label:<50}{life}  {'exact' if match.exact else f'{match.score:.0f} % alike'}")
            show(f"  {match.note}\n" if match.note else "\n")
    raise typer.Exit(Exit.FINDINGS if missing else Exit.CLEAN)
