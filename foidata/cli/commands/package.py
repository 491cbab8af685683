"""`foidata package`: any format in, any format out."""

from typing import Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.datasets import dataset_in
from foidata.cli.end import fail


@command(
    "package",
    "foidata package replies.json -o package/",
    "foidata package package/ -o replies.jsonl",
    "foidata package replies.json -o replies.xlsx",
    "foidata package replies.json -o replies.sqlite",
    "foidata package replies.json -o wide.csv",
)
def package(
    source: Annotated[str, typer.Argument(help="A dataset in any format.", metavar="IN")],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            help="Where to write: .json, .jsonl (either .gz), a folder/, .zip, .xlsx, .sqlite, or .csv (wide).",
            metavar="OUT",
        ),
    ],
) -> None:
    """Turn a dataset into another format, with nothing lost on the way."""
    from foidata.packages import Unwritable, save

    dataset = dataset_in(source)
    try:
        save(dataset, output)
    except Unwritable as error:
        fail(str(error))
    typer.echo(f"{len(dataset.responses):,} responses → {output}", err=True)
