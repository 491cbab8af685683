"""`foidata validate`: a dataset against the rules."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from foidata.cli import options
from foidata.cli.commands import command
from foidata.cli.end import Exit, fail, show

if TYPE_CHECKING:
    from foidata.standard.report import Report
    from foidata.validate.formats import Format


@command(
    "validate",
    "foidata validate replies.json",
    "foidata validate package/ --format concise --fail-on warning",
    "foidata validate replies.json --ignore FOI5,FOI601 --severity FOI214=info",
    "foidata validate replies.json --waivers waivers.csv --today now",
    "foidata validate replies.json --also json=report.json",
)
def validate(
    paths: Annotated[
        list[str], typer.Argument(help="Datasets in any format; - for JSON on standard input.", metavar="PATH…")
    ],
    form: options.Form = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Write the report to a file.", metavar="FILE")
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option(help="Write it in another format too.", metavar="FORMAT=FILE")
    ] = None,
    level: options.AskedLevel = None,
    for_publication: options.ForPublication = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    severity: options.Rate = None,
    fail_on: options.FailsOn = None,
    waivers: options.Waivers = None,
    today: options.Today = None,
    most: options.Most = None,
    config: options.Config = None,
    color: Annotated[bool | None, typer.Option("--color/--no-color", help="Colours; by default on a terminal.")] = None,
    *,
    no_config: options.NoConfig = False,
    second_opinion: Annotated[
        bool, typer.Option("--second-opinion", help="Also ask jsonschema and frictionless, and say where they differ.")
    ] = False,
) -> None:
    """Check datasets: what is wrong, where, why it matters, and how to mend it."""
    from foidata.packages import Unreadable, stream_bytes
    from foidata.standard.codes import Severity
    from foidata.validate.configure import configure
    from foidata.validate.formats import named
    from foidata.validate.validate import validate as check

    file = options.settings(config, no_config=no_config)
    asked = options.asked(
        level=level,
        for_publication=for_publication,
        select=options.words(select),
        ignore=options.words(ignore),
        severity=dict(options.pairs("--severity", severity, "CODE=LEVEL, such as FOI214=info")),
        waivers=waivers,
        today=today,
        most=most,
    )
    try:
        told = configure(file, **asked, fail_on=fail_on, format=form)
        shown = named(told.format or ("full" if sys.stdout.isatty() or output is None else "json"))
        others = [(named(name), path) for name, path in options.pairs("--also", also, "FORMAT=FILE")]
        report = check(
            [stream_bytes(sys.stdin.buffer.read(), "standard input") if path == "-" else path for path in paths],
            config=file,
            **asked,
            schemas=_schemas() if second_opinion else None,
        )
    except (Unreadable, LookupError, ValueError) as error:
        fail(str(error))
    for one, path in others:
        _write(path, one, report)
    if output:
        _write(output, shown, report)
    else:
        show(shown.render(report, colour=sys.stdout.isatty() if color is None else color))
    if (count := report.count(*Severity)) > len(report.findings):
        listed = f"{len(report.findings):,} of {count:,} findings are listed"
        typer.echo(f"foidata: {listed}; --most says how many of each rule, 0 lists all.", err=True)
    raise typer.Exit(Exit(report.exit_code(told.fail_on or "error")))


def _schemas() -> dict[str, str]:
    from foidata.publish.publish import published

    return {name: text for name, text in published().items() if name.endswith(".schema.json")}


def _write(path: str, form: "Format", report: "Report") -> None:
    from pathlib import Path

    from foidata.packages import Unwritable
    from foidata.packages.replace import replace_file

    try:
        replace_file(Path(path), [form.render(report).encode()])
    except Unwritable as error:
        fail(str(error))
