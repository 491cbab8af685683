"""Speed as ratios within one run: what each step costs beside `orjson.loads` of the same bytes, or a bare Python.

`make bench` prints the table. Machines differ and are shared, so only the ratios mean something. Parsing costs little
and keeping the values much, since Python's garbage collector looks at them again and again. So there are two ratios: to
`orjson.loads` with all values kept, as whoever loads the data does, and with each thrown away.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import orjson

from foidata.letters.batch import convert_files
from foidata.letters.convert import questionnaires
from foidata.packages import load, save
from foidata.standard.dataset import Dataset
from foidata.validate.validate import validate

ROOT = Path(__file__).parents[1]
FEW, MANY, VERY_MANY = 2_000, 10_000, 20_000
LETTERS = 300
ROUNDS = 3

_PEAK = """
import re, sys
from pathlib import Path
from foidata.validate.validate import validate
validate(sys.argv[1])
print(int(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024)
"""
"""The most memory that a program of its own had in use. What the operating system says of a child is its parent's."""


def fastest(*steps: Callable[[], object], clock: Callable[[], float] = time.process_time) -> list[float]:
    """Seconds of each step in its fastest round. A round has every step, so that a busy machine slows them all."""
    best = [float("inf")] * len(steps)
    for _ in range(ROUNDS):
        for number, step in enumerate(steps):
            start = clock()
            step()
            best[number] = min(best[number], clock() - start)
    return best


def many(dataset: Dataset, count: int) -> Dataset:
    """A dataset of so many responses, made of a few by giving them other ids."""
    size = len(dataset.responses)
    return dataset.but(
        responses=tuple(one.but(id=f"{one.id}-{n}") for n in range(count) for one in [dataset.responses[n % size]])
    )


def parse(lines: list[bytes], *, keep: bool) -> None:
    """What everything is compared with: `orjson.loads` of each line, its value kept or thrown away."""
    kept = []
    for line in lines:
        value = orjson.loads(line)
        if keep:
            kept.append(value)


def compare(title: str, data: bytes, *steps: tuple[str, Callable[[], object]]) -> None:
    """Print what steps cost beside `orjson.loads` of the same data as JSON Lines."""
    lines = data.splitlines()
    kept, dropped, *seconds = fastest(
        lambda: parse(lines, keep=True), lambda: parse(lines, keep=False), *(step for _, step in steps)
    )
    print(
        f"{title}, {len(data) / 2**20:.0f} MB; orjson.loads = 1 ({kept:.2f} s here, {dropped:.2f} s where none is kept)"
    )
    for (name, _), one in zip(steps, seconds, strict=True):
        print(f"  {name:<26}{one / kept:8.1f}{one / dropped:8.1f}")


def run(*command: str) -> Callable[[], object]:
    """A step that runs a program."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Print the table."""
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    dataset = load(ROOT / "seeds" / "seeds.json").dataset
    assert dataset is not None
    with tempfile.TemporaryDirectory() as folder:
        files = {count: Path(folder) / f"{count}.jsonl" for count in (FEW, MANY, VERY_MANY)}
        for count, path in files.items():
            save(many(dataset, count), path)
        package = Path(folder) / "package"
        save(many(dataset, FEW), package / "datapackage.json")
        lines = files[MANY]
        compare(f"{MANY:,} responses", lines.read_bytes(), ("load and all rules", lambda: validate(lines)))
        loaded = load(files[FEW])
        compare(
            f"{FEW:,} responses",
            files[FEW].read_bytes(),
            ("load .jsonl", lambda: load(files[FEW])),
            ("all rules, once loaded", lambda: validate(loaded)),
            ("load and all rules", lambda: validate(files[FEW])),
            ("load data package", lambda: load(package)),
        )
        print("most memory of a check, in MB")
        for count in (FEW, VERY_MANY):
            command = [sys.executable, "-c", _PEAK, str(files[count])]
            peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            print(f"  {count:,} responses, {files[count].stat().st_size / 2**20:.0f} MB{int(peak):>12}")
    uses = (["--version"], ["--help"], ["rules"])
    programs = ([sys.executable, "-c", ""], *([sys.executable, "-m", "foidata", *words] for words in uses))
    bare, *seconds = fastest(*(run(*program) for program in programs), clock=time.perf_counter)
    print(f"start-up; bare Python = 1 ({bare * 1000:.0f} ms here)")
    for words, one in zip(uses, seconds, strict=True):
        print(f"  foidata {words[0]:<18}{one / bare:8.1f}")
    files = [str(path) for path in (*seeds, *sorted((ROOT / "examples" / "letters").glob("*.txt")))]
    batch = (files * (LETTERS // len(files) + 1))[:LETTERS]
    print(f"{LETTERS} letters; bare Python = 1")
    for jobs in (1, 2):
        step = partial(convert_all, batch, jobs)
        (one,) = fastest(step, clock=time.perf_counter)
        print(f"  {jobs} at once{'':<16}{one / bare:8.0f}   ({one:.0f} s here)")


def convert_all(files: list[str], jobs: int) -> None:
    """Convert letters, and throw the responses away."""
    for _ in convert_files(files, questionnaires(), jobs=jobs):
        pass


if __name__ == "__main__":
    main()
