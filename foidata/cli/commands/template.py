"""`foidata template`: a workbook to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.end import fail


@command(
    "template",
    "foidata template --questionnaire leads-funding-training -o answers.xlsx",
    "foidata template --questionnaire our-campaign.json -o answers.xlsx --title 'Our campaign 2025'",
    "foidata validate answers.xlsx",
)
def template(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write: a name in .xlsx.", metavar="OUT")],
    questionnaire: Annotated[
        str | None,
        typer.Option(help="Whose questions to put in: its id, or a file with one of your own.", metavar="ID|FILE"),
    ] = None,
    title: Annotated[str, typer.Option(help="The dataset's title.")] = "FOI replies about modern slavery",
) -> None:
    """Write a workbook that a person fills in with Excel or LibreOffice; filled in, it is input like any other."""
    from foidata.cli.questionnaires import questionnaire_named
    from foidata.packages import Unwritable
    from foidata.packages.replace import replace_file
    from foidata.packages.workbook.blank import blank

    if output.suffix.lower() != ".xlsx":
        fail(f"{output}: a workbook's name ends in .xlsx")
    if output.exists():
        fail(f"{output} is there already, perhaps filled in: choose another name, or move it away")
    asked = questionnaire_named(questionnaire) if questionnaire else None
    try:
        replace_file(output, [blank(title, asked)])
    except Unwritable as error:
        fail(str(error))
    what = f"{len(asked.questions)} questions of {asked.id}" if asked else "a blank workbook"
    typer.echo(f"{what} → {output}\nnext: fill it in, then foidata validate {output}", err=True)
