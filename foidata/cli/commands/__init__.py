"""Commands: every other file in this folder is one."""

from collections.abc import Callable
from dataclasses import dataclass

from foidata.collect import collect


@dataclass(frozen=True, slots=True)
class Command:
    """A verb of the command line."""

    name: str
    run: Callable[..., None]
    examples: str
    """What its help shows below the options."""


def command(name: str, *examples: str) -> Callable[[Callable[..., None]], Command]:
    """Make a function a command, with examples for its help."""
    shown = "Examples:\n\n" + "\n\n".join(f"  {example}" for example in examples)
    return lambda run: Command(name, run, shown)


def commands() -> tuple[Command, ...]:
    """Every command, by the name of its file."""
    return collect(__name__, Command)
