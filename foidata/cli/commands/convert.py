"""`foidata convert`: letters → dataset."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.end import Exit, fail
from foidata.cli.paths import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from foidata.letters.batch import Known, Outcome
    from foidata.standard.dataset import Dataset, Questionnaire
    from foidata.standard.response import Response


@command(
    "convert",
    "foidata convert letters/ -o replies.json",
    "foidata convert 'letters/*.txt' -o package/ --title 'Modern slavery leads 2024'",
    "foidata convert letters/ -o replies.json --manifest letters.csv --doubts doubts.csv",
    "cat letter.txt | foidata convert - -o reply.json",
)
def convert(
    paths: Annotated[list[str], typer.Argument(help="Letters: files, folders, globs; - for standard input.")],
    output: Annotated[str, typer.Option("-o", "--output", help="Where to write; the suffix decides.", metavar="OUT")],
    title: Annotated[str, typer.Option(help="The dataset's title.")] = "FOI replies about modern slavery",
    questionnaire: Annotated[
        list[Path] | None, typer.Option(help="A questionnaire of your own, as JSON; may be given again.")
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option(help="A CSV with authority, dates and address of each file.", metavar="CSV")
    ] = None,
    doubts: Annotated[Path | None, typer.Option(help="Also write what a person should look at.", metavar="CSV")] = None,
    jobs: Annotated[int, typer.Option(help="So many letters at once.", min=1)] = 1,
    *,
    keep_names: Annotated[
        bool, typer.Option("--keep-names", help="Do not mask people's names, e-mails and phones.")
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Read every letter again, also unchanged ones.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print no summary.")] = False,
) -> None:
    """Read letters into a dataset in which every value points to the words it came from.

    Letters that have not changed since OUT was written are taken over from it, with what people have corrected.
    """
    from foidata.cli.questionnaires import questionnaire_in
    from foidata.letters.batch import informed, with_ids
    from foidata.letters.convert import gather, questionnaires
    from foidata.packages import Unwritable, save

    known = (*(questionnaire_in(path) for path in questionnaire or ()), *questionnaires())
    said = _manifest(manifest)
    before = None if fresh or keep_names or questionnaire else _before(output)
    outcomes = list(_outcomes(paths, known, keep_names=keep_names, jobs=jobs, before=before, quiet=quiet))
    responses = with_ids(outcomes)
    responses = [informed(one, said[one.source.name]) if one.source.name in said else one for one in responses]
    refused = [outcome.reason for outcome in outcomes if outcome.response is None]
    for reason in refused:
        typer.echo(f"not read: {reason}", err=True)
    if not responses:
        fail("no letter was read; nothing is written")
    try:
        dataset = gather(responses, title, known)
        save(dataset, output)
        if doubts:
            from foidata.packages.doubtlist import save_doubts

            save_doubts(dataset, doubts)
    except Unwritable as error:
        fail(str(error))
    if not quiet:
        _summary(responses, outcomes, output)
    raise typer.Exit(Exit.FINDINGS if refused else Exit.CLEAN)


def _outcomes(
    paths: list[str],
    known: "tuple[Questionnaire, ...]",
    *,
    keep_names: bool,
    jobs: int,
    before: "Dataset | None",
    quiet: bool,
) -> "Iterator[Outcome]":
    """What became of each file; a progress bar on a terminal."""
    from rich.console import Console
    from rich.progress import track

    from foidata.letters.batch import convert_files, convert_stream

    files = [str(path) for path in letters(paths)]
    if "-" in files:
        yield convert_stream(sys.stdin.buffer.read(), known, keep_names=keep_names)
    named = [file for file in files if file != "-"]
    jobs = min(jobs, os.cpu_count() or 1)
    found = convert_files(named, known, keep_names=keep_names, jobs=jobs, before=before)
    console = Console(stderr=True)
    shown = console.is_terminal and not quiet and len(named) > 1
    yield from track(found, "reading", total=len(named), console=console, disable=not shown)


def _before(output: str) -> "Dataset | None":
    """The dataset that an earlier run wrote there; none when there is none that can be read."""
    from foidata.packages import Unreadable, load

    if not Path(output).exists() or output.endswith(".csv"):
        return None
    try:
        return load(output).dataset
    except Unreadable:
        return None


def _manifest(path: Path | None) -> "Mapping[str, Known]":
    from foidata.documents.document import Unreadable
    from foidata.letters.manifest import manifest

    try:
        return manifest(path) if path else {}
    except Unreadable as error:
        fail(str(error))


def _summary(responses: "list[Response]", outcomes: "list[Outcome]", output: str) -> None:
    """How much was read, what a person should look at, and what to do next."""
    from collections import Counter

    from foidata.letters.batch import alike

    answers = [answer for response in responses for answer in response.answers]
    doubts = Counter(doubt.code for answer in answers for doubt in answer.doubts)
    doubts.update(doubt.code for response in responses if response.conversion for doubt in response.conversion.doubts)
    facts = sum(len(answer.facts) for answer in answers)
    kept = sum(outcome.kept for outcome in outcomes)
    refused = len(outcomes) - len(responses)
    typer.echo(
        f"{_many(len(responses), 'letter')}, {_many(len(answers), 'answer')}, {_many(facts, 'fact')} → {output}"
        + (f"; {kept:,} unchanged and taken over" if kept else "")
        + (f"; {_many(refused, 'file')} not read" if refused else ""),
        err=True,
    )
    for one, other, same in alike(responses):
        typer.echo(f"  {other} is {'the same letter as' if same else 'nearly the same as'} {one}", err=True)
    for code, count in doubts.most_common():
        typer.echo(f"  {count:>4} × {code.meaning.rstrip('.').lower()} ({code})", err=True)
    typer.echo(f"next: foidata validate {output}", err=True)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
