"""Fix: mend in the files what is clear and safe to mend, and change nothing else."""

import difflib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from foidata.packages.descriptor import DESCRIPTOR, Files, read_descriptor
from foidata.packages.encodings import UTF_8, text_of
from foidata.packages.file import File
from foidata.packages.formats import Format, formats
from foidata.packages.mended import Due, mended
from foidata.packages.replace import replace_file
from foidata.validate.validate import Checked, DueIn

_MARK = "\ufeff"
_NO_END = "\\ No newline at end of file"


@dataclass(frozen=True, slots=True)
class Fixed:
    """One file as it is, and as it is when it is mended."""

    name: str
    """The file as the user would name it."""
    path: str
    """The file within its package; empty for a file of its own."""
    before: bytes
    after: bytes
    count: int
    """How many findings are mended in it."""


@dataclass(frozen=True, slots=True)
class Fix:
    """The mended files of one source, which are not written yet."""

    source: File
    form: Format
    files: tuple[Fixed, ...]

    @property
    def count(self) -> int:
        """How many findings are mended."""
        return sum(one.count for one in self.files)

    def write(self) -> None:
        """Write the files, each whole before it takes the place of the old one. Raises Unwritable."""
        if self.form.rewrite:
            self.form.rewrite(self.source, {one.path: one.after for one in self.files})
            return
        for one in self.files:
            target = self.source.path or Path(self.source.name)
            replace_file(target, [one.after], gzipped=self.source.is_gzipped)


def fixes(checked: Checked) -> Iterator[Fix]:
    """What of a check can be mended, a source at a time."""
    known = {one.name: one for one in formats()}
    for one in checked.due:
        form = known[one.format or ""]
        source = File(one.name, _as_named(one))
        yield Fix(source, form, tuple(_fixed(source, form, one)))


def _as_named(one: DueIn) -> Path | None:
    """The folder of a package that was named by its folder, not by the descriptor in it."""
    by_folder = one.path is not None and one.path.name == DESCRIPTOR and Path(one.name).name != DESCRIPTOR
    return one.path.parent if one.path is not None and by_folder else one.path


def _fixed(source: File, form: Format, due_in: DueIn) -> Iterator[Fixed]:
    by_file: dict[str, list[Due]] = {}
    for due in due_in.due:
        by_file.setdefault(due.place.file, []).append(due)
    if form.inside is None:
        for name, dues in by_file.items():
            yield _one(name, "", source.read(), dues)
        return
    with form.inside(source) as files:
        paths = {files.named(path): path for path in _paths(files)}
        for name, dues in by_file.items():
            yield _one(name, paths[name], files.read(paths[name]) or b"", dues)


def _one(name: str, path: str, data: bytes, due: list[Due]) -> Fixed:
    return Fixed(name, path, data, mended(data, due), len(due))


def _paths(files: Files) -> Iterable[str]:
    """The paths of all files of a package in which something can be at fault."""
    return {files.descriptor, *files.paths(), *read_descriptor(files).tables.values()}


def diff(fixed: Fixed) -> str:
    """What changes in a file, as a unified diff; that it changes its encoding, as a line before it."""
    before, after = _text(fixed.before), _text(fixed.after)
    lines = difflib.unified_diff(_lines(before), _lines(after), fixed.name, f"{fixed.name} (fixed)")
    notes = [f"# {fixed.name}: {words}\n" for words in _recoded(fixed)]
    return "".join(
        [*notes, *(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)]
    )


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its end; no other sign than a line feed ends one."""
    return list(io.StringIO(text, newline="\n"))


def _text(data: bytes) -> str:
    found = text_of(data)
    return (found[0] if found else data.decode("utf-8", "replace")).removeprefix(_MARK)


def _recoded(fixed: Fixed) -> Iterator[str]:
    """What changes that a diff of texts does not show."""
    found = text_of(fixed.before)
    if found and found[1] != UTF_8 and text_of(fixed.after) != found:
        yield f"from {found[1]} to UTF-8"
    elif found and found[0].startswith(_MARK) and not fixed.after.startswith(_MARK.encode()):
        yield "without the byte-order mark"
