"""How a command ends: what it prints, and its exit code."""

import enum
import sys
from typing import NoReturn

import typer


class Exit(enum.IntEnum):
    """The exit codes."""

    CLEAN = 0
    FINDINGS = 1
    WRONG_USE = 2
    OUR_FAULT = 3


def fail(message: str, code: Exit = Exit.WRONG_USE) -> NoReturn:
    """End with a message on standard error."""
    typer.echo(f"foidata: {message}", err=True)
    raise typer.Exit(code)


def show(text: str) -> None:
    """Print a result on standard output, as UTF-8, without a line break of its own."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
