"""Write what is published into a folder: `python -m foidata.publish schema/1.0`; `--check` only compares."""

import sys
from pathlib import Path

from foidata.publish.publish import published


def main(folder: Path, *, check: bool) -> int:
    """Write the published files, or name those that differ from the code; 1 when some do."""
    wanted = published()
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
    arguments = [word for word in sys.argv[1:] if word != "--check"]
    raise SystemExit(main(Path(arguments[0] if arguments else "schema/1.0"), check="--check" in sys.argv))
