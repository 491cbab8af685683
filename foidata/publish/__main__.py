"""Write what is published: `python -m foidata.publish` fills `schema/` and `docs/reference/`; `--check` compares."""

import sys
from collections.abc import Mapping
from pathlib import Path

from foidata.publish.pages import pages
from foidata.publish.publish import FOLDER, published


def main(folder: Path, wanted: Mapping[str, str], *, check: bool) -> int:
    """Make a folder hold just these files, or name those that differ; 1 when some do."""
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    stale = sorted(there.keys() - wanted.keys())
    changed = sorted(
        name for name, text in wanted.items() if name not in there or there[name].read_text(encoding="utf-8") != text
    )
    if check:
        for name in (*stale, *changed):
            sys.stderr.write(f"{folder / name} is not what the code says; run `make schema`\n")
        return 1 if stale or changed else 0
    for name in stale:
        there[name].unlink()
    for name in changed:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_suffix(target.suffix + ".new")
        draft.write_text(wanted[name], encoding="utf-8", newline="\n")
        draft.replace(target)
    sys.stdout.write(f"{len(wanted)} files in {folder}, {len(changed)} written, {len(stale)} removed\n")
    return 0


if __name__ == "__main__":
    only_check = "--check" in sys.argv
    written = ((Path("schema") / FOLDER, published()), (Path("docs/reference"), pages()))
    raise SystemExit(max(main(folder, files, check=only_check) for folder, files in written))
