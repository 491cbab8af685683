"""The questionnaires that somebody means by an id or a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from foidata.cli.end import fail

if TYPE_CHECKING:
    from foidata.standard.dataset import Questionnaire


def questionnaire_in(path: Path) -> "Questionnaire":
    """The questionnaire in a file. Ends the command when it cannot be read."""
    from pydantic import ValidationError

    from foidata.standard.dataset import Questionnaire

    try:
        return Questionnaire.model_validate_json(path.read_bytes(), strict=True)
    except OSError as error:
        fail(f"{path}: {(error.strerror or str(error)).lower()}")
    except ValidationError as error:
        first = error.errors()[0]
        fail(f"{path}: {'.'.join(str(step) for step in first['loc']) or 'the file'}: {first['msg'].lower()}")


def questionnaire_named(name: str) -> "Questionnaire":
    """The questionnaire of ours that has an id, or the one in a file. Ends the command when there is neither."""
    from foidata.letters.convert import questionnaires
    from foidata.rules.words import did_you_mean

    known = {one.id: one for one in questionnaires()}
    if name not in known and not (Path(name).suffix or Path(name).exists()):
        hint = did_you_mean(name, known, f"The ids are {', '.join(known)}.")
        fail(f"--questionnaire {name}: neither the id of a questionnaire nor a file. {hint}")
    return known.get(name) or questionnaire_in(Path(name))
