"""`foidata schema`: print what is published."""

from typing import Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.end import fail, show


@command(
    "schema",
    "foidata schema --list",
    "foidata schema dataset",
    "foidata schema tables/funding",
    "foidata schema status",
)
def schema(
    name: Annotated[
        str | None, typer.Argument(help="A schema, table or codelist; see --list.", metavar="[NAME]")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--list", help="List what there is.")] = False,
) -> None:
    """Print a published schema, table schema or codelist."""
    from difflib import get_close_matches

    from foidata.publish.publish import published

    files = published()
    if every or name is None:
        show("".join(f"{path}\n" for path in files))
        return
    found = [path for path in files if name in _names(path)]
    if not found:
        near = get_close_matches(name, [short for path in files for short in _names(path)], n=1)
        fail(
            f"nothing published is called {name}; "
            + (f"did you mean {near[0]}?" if near else "see `foidata schema --list`")
        )
    show(files[found[0]])


def _names(path: str) -> tuple[str, ...]:
    """The names by which a file can be asked for: `tables/funding.json`, `tables/funding`, `funding`."""
    stem = path.removesuffix(".json").removesuffix(".csv").removesuffix(".schema")
    return path, stem, stem.rpartition("/")[2]
