"""The command line: one command a file in `commands/`, each a few lines over the layers below.

Only typer is imported at the start; a command imports what it needs when it runs, so that `--help` is quick.
"""

import sys
from typing import Annotated

import typer

from foidata.cli.commands import commands
from foidata.version import VERSION

app = typer.Typer(
    name="foidata",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read councils' FOI letters about modern slavery into data, and check such data.",
)


def _version(wanted: bool) -> None:  # noqa: FBT001  # typer calls it so
    if wanted:
        typer.echo(f"foidata {VERSION}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Read councils' FOI letters about modern slavery into data, and check such data."""


for command in commands():
    app.command(command.name, epilog=command.examples)(command.run)


def main() -> None:
    """Run the command line. A fault of ours gives exit code 3 and says where to report it."""
    try:
        app()
    except (SystemExit, KeyboardInterrupt):
        raise
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except Exception as error:  # noqa: BLE001  # the last net: say that it is our fault, with the way to see more
        from traceback import format_exc

        typer.echo(f"foidata failed: {type(error).__name__}: {error}", err=True)
        typer.echo("This is a fault of foidata, not of your file. Please report it with the lines below.", err=True)
        typer.echo(format_exc(), err=True)
        raise SystemExit(3) from None
