"""Mend files, or show what would be mended."""

from typing import TYPE_CHECKING, NoReturn

import typer

from foidata.cli.end import Exit, fail, show

if TYPE_CHECKING:
    from foidata.validate.validate import Checked


def show_fixes(checked: "Checked") -> NoReturn:
    """Show what could be mended as a unified diff and end: with 1 when there is anything."""
    from foidata.validate.fix import diff, fixes

    files = [one for fix in fixes(checked) for one in fix.files]
    show("".join(diff(one) for one in files))
    count = sum(one.count for one in files)
    typer.echo(f"foidata: --fix would mend {_findings(count)}; nothing is written.", err=True)
    raise typer.Exit(Exit.FINDINGS if count else Exit.CLEAN)


def write_fixes(checked: "Checked") -> None:
    """Mend the files, and say what was mended."""
    from foidata.packages import Unwritable
    from foidata.validate.fix import fixes

    for fix in fixes(checked):
        try:
            fix.write()
        except Unwritable as error:
            fail(str(error))
        typer.echo(f"foidata: {_findings(fix.count)} mended in {', '.join(one.name for one in fix.files)}", err=True)


def _findings(count: int) -> str:
    return f"{count:,} finding{'' if count == 1 else 's'}"
