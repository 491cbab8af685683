"""A letter and the files that came with it, as one text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from foidata.documents.document import Part, Unreadable, digest
from foidata.documents.file import File, Overlarge
from foidata.documents.opened import opened, picture
from foidata.documents.readers import Content

BETWEEN = "\n\f\n"
"""What stands between two files."""
_MEDIA_TYPE = re.compile(r"[0-9a-z]+/[0-9a-z.+-]{1,80}")
_ANY = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that came with a letter, not yet read."""

    name: str
    data: bytes
    media_type: str = _ANY
    """What it is said to be; the reader that can read it knows better."""


def bundled(holder: File, letter: str, files: Iterable[Enclosed]) -> Content:
    """A letter with its files below, a form feed between. A file that cannot be read is a part without text.

    Raises Unreadable when nothing of it could be read at all, with the reason of the first file.
    """
    text = letter.rstrip("\n")
    parts: list[Part] = []
    reason: Unreadable | None = None
    for place, file in enumerate(files, start=1):
        name = clean(file.name) or f"file-{place}"
        try:
            reader, content = opened(holder.inside(name, file.data))
        except Overlarge:
            raise
        except Unreadable as error:
            reason = reason or error
            parts.append(Part(name, _said(file), digest(file.data), len(text), len(text)))
            continue
        text += BETWEEN if text else ""
        start = len(text)
        text += content.text.rstrip("\n")
        parts.append(Part(name, reader.media_type, digest(file.data), start, len(text)))
        parts += (part.at(start, name) for part in content.parts)
    if not text.strip() and reason is not None:
        raise holder.refusal(f"holds nothing that can be read; {reason}")
    return Content(text, tuple(parts))


def clean(name: str) -> str:
    """A file's name as a path inside its archive: no root, no way up, no control characters."""
    plain = "".join(char for char in name.replace("\\", "/") if char.isprintable())
    steps = (step.strip() for step in PurePosixPath(plain).parts)
    return "/".join(step for step in steps if step not in ("", "/", ".", "..") and not step.endswith(":"))[:200]


def _said(file: Enclosed) -> str:
    said = file.media_type.lower()
    return picture(file.data) or (said if _MEDIA_TYPE.fullmatch(said) else _ANY)
