"""Options that mean the same in every command that has them."""

from typing import Annotated, Any

import typer

from foidata.cli import complete
from foidata.cli.end import fail

Select = Annotated[
    list[str] | None,
    typer.Option(
        help="Only these rules, at any level: codes, beginnings of codes, names.",
        metavar="RULES",
        autocompletion=complete.choices_of_rules,
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option(help="Not these rules.", metavar="RULES", autocompletion=complete.choices_of_rules)
]
Rate = Annotated[
    list[str] | None,
    typer.Option("--severity", help="Re-rate a rule.", metavar="CODE=LEVEL", autocompletion=complete.ratings),
]
AskedLevel = Annotated[
    str | None,
    typer.Option(
        help="How much is asked: core, full (by default) or evidence.",
        metavar="LEVEL",
        autocompletion=complete.levels,
    ),
]
ForPublication = Annotated[
    bool | None,
    typer.Option(
        "--for-publication/--not-for-publication", help="Also ask what data needs that is about to be published."
    ),
]
FailsOn = Annotated[
    str | None,
    typer.Option(
        help="From which severity on the exit code is 1: error (by default), warning, info or never.",
        metavar="SEVERITY",
        autocompletion=complete.limits,
    ),
]
Waivers = Annotated[str | None, typer.Option(help="A CSV file of findings that do not count, and why.", metavar="FILE")]
Today = Annotated[str | None, typer.Option(help="The day to judge by; now for the computer's.", metavar="2024-05-01")]
Most = Annotated[
    int | None, typer.Option(help="List so many findings of each rule, 100 if not said; 0 for all.", min=0)
]
Form = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        help="full, concise, json, jsonl, csv, html, sarif, github or junit.",
        metavar="FORMAT",
        autocompletion=complete.formats,
    ),
]
Config = Annotated[
    str | None,
    typer.Option(
        help="A file with settings; else the nearest foidata.toml or pyproject.toml that has some.", metavar="FILE"
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Take no settings from any file.")]


def words(lists: list[str] | None) -> list[str]:
    """The words of an option that may be given again, and may hold several with commas between."""
    return [word.strip() for one in lists or () for word in one.split(",") if word.strip()]


def pairs(option: str, given: list[str] | None, example: str) -> list[tuple[str, str]]:
    """The two sides of each `A=B` of an option. Ends the command when there is no sign."""
    sides: list[tuple[str, str]] = []
    for one in given or ():
        left, sign, right = one.partition("=")
        if not (sign and left and right):
            fail(f"{option} {one}: write {example}")
        sides.append((left.strip(), right.strip()))
    return sides


def settings(config: str | None, *, no_config: bool) -> str | None:
    """The file with settings that somebody named, or the nearest. Ends the command when it cannot be read."""
    import os
    from pathlib import Path

    from foidata.packages import Unreadable
    from foidata.validate.configure import find_configuration

    if config or no_config:
        return config
    try:
        found = find_configuration(Path())
    except Unreadable as error:
        fail(f"{error} Mend it, or add --no-config.")
    return os.path.relpath(found) if found else None


def asked(**options: Any) -> dict[str, Any]:
    """The options that were given."""
    return {name: value for name, value in options.items() if value not in (None, [], {})}
