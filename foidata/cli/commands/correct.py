"""`foidata correct`: take reviewed doubts back into a dataset."""

from pathlib import Path
from typing import Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.datasets import dataset_in
from foidata.cli.end import fail


@command(
    "correct",
    "foidata correct replies.json doubts.csv",
    "foidata correct replies.json doubts.csv -o reviewed.json --coder coder-a",
)
def correct(
    dataset: Annotated[str, typer.Argument(help="The dataset that the doubts are of.", metavar="DATASET")],
    doubts: Annotated[
        Path, typer.Argument(help="The list that convert --doubts wrote, with decisions.", metavar="CSV")
    ],
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Where to write; the dataset itself by default.", metavar="OUT")
    ] = None,
    coder: Annotated[str, typer.Option(help="A label for who decided, never a name.")] = "reviewer",
) -> None:
    """Keep what a person decided on each doubt: accepted, corrected, rejected or disputed."""
    from pydantic import ValidationError

    from foidata.packages import Unwritable, save
    from foidata.packages.doubtlist import NotACorrection, corrected

    try:
        reviewed, count = corrected(dataset_in(dataset), doubts, coder=coder)
        save(reviewed, output or dataset)
    except (Unwritable, NotACorrection) as error:
        fail(str(error))
    except OSError as error:
        fail(f"{doubts}: {(error.strerror or str(error)).lower()}")
    except ValidationError as error:
        fail(f"{doubts}: {error.errors()[0]['msg']}")
    typer.echo(f"{count:,} answer{'' if count == 1 else 's'} reviewed → {output or dataset}", err=True)
