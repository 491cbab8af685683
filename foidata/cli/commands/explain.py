"""`foidata explain`: the page of one rule."""

from typing import Annotated

import typer

from foidata.cli import complete
from foidata.cli.commands import command
from foidata.cli.end import fail, show


@command("explain", "foidata explain FOI214", "foidata explain cost-beside-not-applicable")
def explain(
    code: Annotated[str, typer.Argument(help="A rule's code or name.", metavar="CODE", autocompletion=complete.codes)],
) -> None:
    """Say what a rule means, why it matters, and how to mend what it finds."""
    from foidata.rules.catalogue import explain as page

    try:
        show(page(code))
    except LookupError as error:
        fail(str(error))
