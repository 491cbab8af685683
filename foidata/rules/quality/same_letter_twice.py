from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from foidata.rules import Fault, Memory, rule
from foidata.standard.codes import Severity
from foidata.standard.response import Response, Source


@dataclass
class Letters(Memory):
    """The response that each letter was first read into, by the letter's checksum."""

    first: dict[str, str] = field(default_factory=dict)


@rule("FOI505", Severity.WARNING)
def same_letter_twice(response: Response, letters: Letters) -> Iterator[Fault]:
    """Two responses come from the same letter.

    The council is counted twice, and its money added up twice.

    Example: `reply.pdf` and `reply (1).pdf`, the same file saved two times.

    Fix: Keep the record that was reviewed, and take the other out.
    """
    for name, value in _marks(response.source):
        earlier = letters.first.setdefault(value, response.id)
        if earlier != response.id:
            same = "file" if name == "sha256" else "text"
            yield Fault(("source", name), f"{response.id} was read from the same {same} as {earlier}.", value)
            break


def _marks(source: Source) -> Iterator[tuple[str, str]]:
    """The checksums of a letter, of its file and of its text, with the fields that they stand in."""
    yield "sha256", source.sha256
    if source.text is not None:
        yield "text", sha256(source.text.encode()).hexdigest()
    elif source.text_sha256 is not None:
        yield "text_sha256", source.text_sha256
