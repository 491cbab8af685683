"""`foidata convert`: letters → dataset."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from foidata.cli.commands import command
from foidata.cli.end import Exit, fail
from foidata.cli.paths import letters

if TYPE_CHECKING:
    from foidata.standard.dataset import Questionnaire
    from foidata.standard.response import Response


@command(
    "convert",
    "foidata convert letters/ -o replies.json",
    "foidata convert 'letters/*.txt' -o package/ --title 'Modern slavery leads 2024'",
    "cat letter.txt | foidata convert - -o reply.json",
)
def convert(
    paths: Annotated[
        list[str], typer.Argument(help="Letters: files, folders, globs; - for standard input.", metavar="PATH…")
    ],
    output: Annotated[
        str, typer.Option("-o", "--output", help="Where to write; the suffix decides the format.", metavar="OUT")
    ],
    title: Annotated[str, typer.Option(help="The dataset's title.")] = "FOI replies about modern slavery",
    questionnaire: Annotated[
        list[Path] | None,
        typer.Option(help="A questionnaire of your own, as JSON; may be given again.", metavar="FILE"),
    ] = None,
    *,
    keep_names: Annotated[
        bool, typer.Option("--keep-names", help="Do not mask people's names, e-mails and phones.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print no summary.")] = False,
) -> None:
    """Read letters into a dataset in which every value points to the words it came from."""
    from foidata.documents.document import Unreadable
    from foidata.documents.read import read, read_bytes
    from foidata.letters.convert import convert as read_letter
    from foidata.letters.convert import gather, questionnaires, unused_id
    from foidata.packages import Unwritable, save

    known = (*_own(questionnaire or []), *questionnaires())
    responses: list[Response] = []
    refused: list[str] = []
    for path in letters(paths):
        try:
            document = read_bytes(sys.stdin.buffer.read(), "standard-input.txt") if str(path) == "-" else read(path)
        except Unreadable as error:
            refused.append(str(error))
            continue
        name = unused_id(document, {response.id for response in responses})
        responses.append(read_letter(document, known, name=name, keep_names=keep_names))
    for reason in refused:
        typer.echo(f"not read: {reason}", err=True)
    if not responses:
        fail("no letter was read; nothing is written")
    try:
        save(gather(responses, title, known), output)
    except Unwritable as error:
        fail(str(error))
    if not quiet:
        _summary(responses, refused, output)
    raise typer.Exit(Exit.FINDINGS if refused else Exit.CLEAN)


def _own(paths: list[Path]) -> "tuple[Questionnaire, ...]":
    """The questionnaires that the user brings."""
    from pydantic import ValidationError

    from foidata.standard.dataset import Questionnaire

    found = []
    for path in paths:
        try:
            found.append(Questionnaire.model_validate_json(path.read_bytes(), strict=True))
        except OSError as error:
            fail(f"{path}: {(error.strerror or str(error)).lower()}")
        except ValidationError as error:
            first = error.errors()[0]
            fail(f"{path}: {'.'.join(str(step) for step in first['loc']) or 'the file'}: {first['msg'].lower()}")
    return tuple(found)


def _summary(responses: "list[Response]", refused: list[str], output: str) -> None:
    """How much was read, and what a person should look at."""
    from collections import Counter

    answers = [answer for response in responses for answer in response.answers]
    doubts = Counter(doubt.code for answer in answers for doubt in answer.doubts)
    doubts.update(doubt.code for response in responses if response.conversion for doubt in response.conversion.doubts)
    facts = sum(len(answer.facts) for answer in answers)
    typer.echo(
        f"{_many(len(responses), 'letter')}, {_many(len(answers), 'answer')}, {_many(facts, 'fact')} → {output}"
        + (f"; {_many(len(refused), 'file')} not read" if refused else ""),
        err=True,
    )
    for code, count in doubts.most_common():
        typer.echo(f"  {count:>4} × {code.meaning.rstrip('.').lower()} ({code})", err=True)
    typer.echo(f"next: foidata validate {output}", err=True)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
