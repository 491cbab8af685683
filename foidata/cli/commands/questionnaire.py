"""`foidata questionnaire`: draft a questionnaire from a letter."""

from pathlib import Path
from typing import Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.end import fail, show


@command(
    "questionnaire",
    "foidata questionnaire letter.txt > our-campaign.json",
    "foidata questionnaire letter.txt --id our-campaign --title 'Our campaign 2025' -o our-campaign.json",
)
def questionnaire(
    letter: Annotated[Path, typer.Argument(help="A letter that repeats the questions.")],
    name: Annotated[str, typer.Option("--id", help="The questionnaire's id.")] = "our-campaign",
    title: Annotated[str, typer.Option(help="Its title.")] = "Our campaign",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to a file.", metavar="FILE")] = None,
) -> None:
    """Draft a questionnaire from the questions that a letter repeats; look at each topic before you use it."""
    from pydantic import ValidationError

    from foidata.documents.document import Unreadable
    from foidata.documents.read import read
    from foidata.letters.draft import draft
    from foidata.packages import Unwritable
    from foidata.packages.replace import replace_file
    from foidata.standard.json import canonical

    try:
        found = draft(read(letter), name, title)
    except Unreadable as error:
        fail(str(error))
    except ValidationError:
        fail(f"--id {name}: write lower-case letters and digits with hyphens between, such as our-campaign")
    if found is None:
        fail(f"{letter}: repeats no question, so there is nothing to draft from")
    data = canonical(found)
    if output is None:
        show(data.decode())
        return
    try:
        replace_file(output, [data])
    except Unwritable as error:
        fail(str(error))
    typer.echo(f"{len(found.questions)} questions → {output}; look at each topic before you use it", err=True)
