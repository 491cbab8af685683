from collections.abc import Iterator
from hashlib import sha256

from foidata.rules import Fault, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset
from foidata.standard.response import Source


@rule("FOI505", Severity.WARNING)
def same_letter_twice(dataset: Dataset) -> Iterator[Fault]:
    """Two responses come from the same letter.

    The council is counted twice, and its money added up twice.

    Example: `reply.pdf` and `reply (1).pdf`, the same file saved two times.

    Fix: Keep the record that was reviewed, and take the other out.
    """
    seen: dict[str, str] = {}
    for at, response in enumerate(dataset.responses):
        for name, value in _marks(response.source):
            earlier = seen.setdefault(value, response.id)
            if earlier != response.id:
                same = "file" if name == "sha256" else "text"
                message = f"{response.id} was read from the same {same} as {earlier}."
                yield Fault(("responses", at, "source", name), message, value)
                break


def _marks(source: Source) -> Iterator[tuple[str, str]]:
    """The checksums of a letter, of its file and of its text, with the fields that they stand in."""
    yield "sha256", source.sha256
    if source.text is not None:
        yield "text", sha256(source.text.encode()).hexdigest()
    elif source.text_sha256 is not None:
        yield "text_sha256", source.text_sha256
