"""`foidata validate`: a dataset against the rules."""

import datetime
import enum
import sys
from typing import Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.end import Exit, fail, show


class FailOn(enum.StrEnum):
    """From which severity on findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


@command(
    "validate",
    "foidata validate replies.json",
    "foidata validate package/ --format concise --fail-on warning",
    "foidata validate replies.json --ignore FOI5 --severity FOI214=info",
)
def validate(
    paths: Annotated[
        list[str], typer.Argument(help="Datasets in any format; - for JSON on standard input.", metavar="PATH…")
    ],
    form: Annotated[str | None, typer.Option("-f", "--format", help="full, concise or json.", metavar="FORMAT")] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Write the report to a file.", metavar="FILE")
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="The severity from which on the exit code is 1.")] = FailOn.ERROR,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these rules: codes, beginnings of codes, names.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules.")] = None,
    severity: Annotated[list[str] | None, typer.Option(help="Re-rate a rule.", metavar="CODE=LEVEL")] = None,
    today: Annotated[str | None, typer.Option(help="The day to judge dates by.", metavar="2024-05-01")] = None,
    most: Annotated[int, typer.Option(help="List so many findings of each rule; 0 for all.", min=0)] = 100,
    color: Annotated[bool | None, typer.Option("--color/--no-color", help="Colours; by default on a terminal.")] = None,
    *,
    second_opinion: Annotated[
        bool, typer.Option("--second-opinion", help="Also ask jsonschema and frictionless, and say where they differ.")
    ] = False,
) -> None:
    """Check datasets: what is wrong, where, why it matters, and how to mend it."""
    from foidata.packages import Unreadable, stream_bytes
    from foidata.standard.codes import Severity
    from foidata.validate.formats import formats
    from foidata.validate.validate import validate as check

    known = {one.name: one for one in formats()}
    wanted = form or ("full" if sys.stdout.isatty() or output is None else "json")
    if wanted not in known:
        fail(f"there is no format {wanted}; choose one of {', '.join(known)}")
    try:
        report = check(
            [stream_bytes(sys.stdin.buffer.read(), "standard input") if path == "-" else path for path in paths],
            today=_day(today),
            select=select or (),
            ignore=ignore or (),
            severity=_rates(severity or []),
            most=most or None,
            schemas=_schemas() if second_opinion else None,
        )
    except (Unreadable, LookupError, ValueError) as error:
        fail(str(error))
    colour = sys.stdout.isatty() if color is None else color
    text = known[wanted].render(report, colour=colour and output is None)
    if output:
        _write(output, text)
    else:
        show(text)
    if (count := report.count(*Severity)) > len(report.findings):
        listed = f"{len(report.findings):,} of {count:,} findings are listed, {most:,} of each rule at most"
        typer.echo(f"foidata: {listed}; --most 0 lists all.", err=True)
    raise typer.Exit(Exit(report.exit_code(fail_on.value)))


def _schemas() -> dict[str, str]:
    from foidata.publish.publish import published

    return {name: text for name, text in published().items() if name.endswith(".schema.json")}


def _rates(pairs: list[str]) -> dict[str, str]:
    rates = {}
    for pair in pairs:
        code, sign, level = pair.partition("=")
        if not sign:
            fail(f"--severity {pair}: write CODE=LEVEL, such as FOI214=info")
        rates[code] = level
    return rates


def _day(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        fail(f"--today {text}: write a day as 2024-05-01")


def _write(output: str, text: str) -> None:
    from pathlib import Path

    from foidata.packages import Unwritable
    from foidata.packages.replace import replace_file

    try:
        replace_file(Path(output), [text.encode()])
    except Unwritable as error:
        fail(str(error))
