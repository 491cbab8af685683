"""What all kinds of e-mail have in common: a few lines of heading, the words, the files that came with them."""

from collections.abc import Iterable, Sequence

from foidata.documents.bundle import Enclosed, bundled
from foidata.documents.file import File
from foidata.documents.readers import Content, seen

_NOT_FOR_PEOPLE = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")


def message(file: File, heading: Sequence[tuple[str, str]], words: str, enclosed: Iterable[Enclosed]) -> Content:
    """An e-mail as it is printed: who wrote to whom, when, about what, with which files; its words; those files."""
    files = [one for one in enclosed if one.media_type not in _NOT_FOR_PEOPLE]
    names = ", ".join(one.name for one in files if one.name)
    lines = [(name, " ".join(value.split())) for name, value in (*heading, ("Attachments", names))]
    head = "\n".join(f"{name}: {value}" for name, value in lines if value)
    letter = seen("\n\n".join(part for part in (head, words.strip("\n")) if part))
    return bundled(file, letter, files)
