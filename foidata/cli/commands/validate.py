"""`foidata validate`: a dataset against the rules."""

import os
import sys
from typing import Annotated

import typer

from foidata.cli import options
from foidata.cli.commands import command
from foidata.cli.end import Exit, fail, show
from foidata.cli.mending import show_fixes, write_fixes


@command(
    "validate",
    "foidata validate replies.json",
    "foidata validate package/ --format concise --fail-on warning",
    "foidata validate funding.csv replies.jsonl.gz replies.sqlite",
    "foidata validate package/ --fix --diff",
    "foidata validate replies.json --ignore FOI5,FOI601 --severity FOI214=info",
    "foidata validate replies.json --waivers waivers.csv --today now",
    "foidata validate replies.json --also json=report.json",
)
def validate(
    paths: Annotated[
        list[str],
        typer.Argument(help="Datasets in any format, folders of them, - for standard input.", metavar="PATH…"),
    ],
    form: options.Form = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help="Write the report to a file, in the format of its name.", metavar="FILE"),
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
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is clear and safe to mend; then check again.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    no_config: options.NoConfig = False,
    second_opinion: Annotated[
        bool, typer.Option("--second-opinion", help="Also ask jsonschema and frictionless, and say where they differ.")
    ] = False,
) -> None:
    """Check datasets: what is wrong, where, why it matters, and how to mend it."""
    from foidata.cli.paths import datasets
    from foidata.packages import Unreadable
    from foidata.standard.codes import Severity
    from foidata.validate.configure import configure
    from foidata.validate.formats import asked_for, named
    from foidata.validate.validate import check

    if (fix or diff) and "-" in paths:
        fail("--fix and --diff need files: save what comes on standard input first")
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
        shown = asked_for(form, output, otherwise=told.format)
        others = [(named(name), path) for name, path in options.pairs("--also", also, "FORMAT=FILE")]
        schemas = _schemas() if second_opinion else None
        checked = check(datasets(paths), config=file, **asked, schemas=schemas)
        if diff:
            show_fixes(checked)
        if fix and checked.due:
            write_fixes(checked)
            checked = check(datasets(paths), config=file, **asked, schemas=schemas)
        report = checked.report
    except (Unreadable, LookupError, ValueError) as error:
        fail(str(error))
    fail_on = told.fail_on or "error"
    for one, path in others:
        _write(path, one.render(report, fail_on=fail_on))
    colour = sys.stdout.isatty() if color is None else color
    text = shown.render(report, colour=colour and output is None, fail_on=fail_on)
    for aside in (one.aside for one in (shown, *(one for one, _ in others))):
        if aside and (named_file := os.environ.get(aside.variable)):
            _append(named_file, aside.render(report))
    if output:
        _write(output, text)
    else:
        show(text)
    if (count := report.count(*Severity)) > len(report.findings):
        listed = f"{len(report.findings):,} of {count:,} findings are listed"
        typer.echo(f"foidata: {listed}; --most says how many of each rule, 0 lists all.", err=True)
    raise typer.Exit(Exit(report.exit_code(fail_on)))


def _schemas() -> dict[str, str]:
    from foidata.publish.publish import published

    return {name: text for name, text in published().items() if name.endswith(".schema.json")}


def _write(path: str, text: str) -> None:
    from pathlib import Path

    from foidata.packages import Unwritable
    from foidata.packages.replace import replace_file

    try:
        replace_file(Path(path), [text.encode()])
    except Unwritable as error:
        fail(str(error))


def _append(file: str, text: str) -> None:
    """Add to a file that others add to as well."""
    from pathlib import Path

    try:
        with Path(file).open("a", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        fail(f"{file}: {os.strerror(error.errno or 0)}")
