"""Speed as ratios within one run: what each step costs beside `orjson.loads` of the same bytes, or a bare Python.

`make bench` prints the table. Machines differ and are shared, so only the ratios mean something.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import orjson

from foidata.letters.batch import convert_files
from foidata.letters.convert import questionnaires
from foidata.packages import load, save
from foidata.standard.dataset import Dataset
from foidata.validate.validate import validate

ROOT = Path(__file__).parents[1]
RESPONSES = 2_000
LETTERS = 300
ROUNDS = 3


def fastest(step: Callable[[], object]) -> float:
    """Seconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return min(times)


def many(dataset: Dataset, count: int) -> Dataset:
    """A dataset of so many responses, made of a few by giving them other ids."""
    size = len(dataset.responses)
    return dataset.but(
        responses=tuple(one.but(id=f"{one.id}-{n}") for n in range(count) for one in [dataset.responses[n % size]])
    )


def main() -> None:
    """Print the table."""
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    dataset = load(ROOT / "seeds" / "seeds.json").dataset
    assert dataset is not None
    large = many(dataset, RESPONSES)
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "large.jsonl"
        save(large, lines)
        package = Path(folder) / "package"
        save(large, package / "datapackage.json")
        data = lines.read_bytes()
        base = fastest(lambda: [orjson.loads(line) for line in data.splitlines()])
        loaded = load(lines)
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("load .jsonl", lambda: load(lines)),
            ("all rules, once loaded", lambda: validate(loaded)),
            ("load and all rules", lambda: validate(lines)),
            ("load data package", lambda: load(package)),
        )
        print(f"{RESPONSES:,} responses, {len(data) / 2**20:.1f} MB; orjson.loads = 1 ({base * 1000:.0f} ms here)")
        for name, step in steps:
            print(f"  {name:<26}{fastest(step) / base:8.1f}")
    bare = fastest(lambda: subprocess.run([sys.executable, "-c", ""], check=True))
    print(f"start-up; bare Python = 1 ({bare * 1000:.0f} ms here)")
    for words in (["--version"], ["--help"], ["rules"]):
        command = [sys.executable, "-m", "foidata", *words]
        seconds = fastest(lambda command=command: subprocess.run(command, check=True, capture_output=True))
        print(f"  foidata {words[0]:<18}{seconds / bare:8.1f}")
    files = [str(path) for path in (*seeds, *sorted((ROOT / "examples" / "letters").glob("*.txt")))]
    batch = (files * (LETTERS // len(files) + 1))[:LETTERS]
    print(f"{LETTERS} letters; bare Python = 1")
    for jobs in (1, 2):
        seconds = fastest(lambda jobs=jobs: list(convert_files(batch, questionnaires(), jobs=jobs)))
        print(f"  {jobs} at once{'':<16}{seconds / bare:8.0f}   ({seconds:.0f} s here)")


if __name__ == "__main__":
    main()
