"""A dataset is judged as it is read, however large it is."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from foidata.packages import Loaded, load, save, stream
from foidata.packages.fault import Fault as Met
from foidata.rules import Asked, End, Fault, Memory, Rule, rule
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset, Header
from foidata.standard.json import canonical
from foidata.standard.response import Response
from foidata.validate.validate import validate
from foidata.validate.walk import Walk

SEEDS = Path(__file__).parents[2] / "seeds" / "seeds.json"


@dataclass
class Replaced(Memory):
    by: dict[str, str] = field(default_factory=dict)


@rule("FOI245", Severity.ERROR)
def supersedes_nowhere(met: Response | End, replaced: Replaced) -> Iterator[Fault]:
    match met:
        case Response(id=name, supersedes=str(earlier)):
            replaced.by[name] = earlier
        case End():
            for name, earlier in replaced.by.items():
                if earlier not in met.positions:
                    yield Fault(("supersedes",), f"There is no {earlier}.", earlier, response=name)


@rule("FOI798", Severity.INFO)
def few_responses(end: End, header: Header, asked: Asked) -> Iterator[Fault]:
    yield Fault(("title",), f"{header.title}: {end.responses}, {asked.for_publication}.")


def seeds() -> Dataset:
    dataset = load(SEEDS).dataset
    assert dataset is not None
    return dataset


def large(path: Path, count: int) -> Path:
    """The seeds again and again under other ids, written a response at a time."""
    dataset = seeds()
    with path.open("wb") as file:
        file.write(canonical(dataset.header, line=True))
        for number in range(count):
            one = dataset.responses[number % 2]
            file.write(canonical(one.but(id=f"{one.id}-{number}"), line=True))
    return path


def walked(dataset: Dataset, *chosen: Rule) -> tuple[list[tuple[tuple[str | int, ...], str]], Walk]:
    walk = Walk(Loaded.of(dataset).streamed(), chosen, Asked())
    return [(hit.steps, hit.fault.message) for hit in walk.hits()], walk


def test_memory_does_not_grow_with_the_dataset_or_with_its_findings(tmp_path: Path) -> None:
    peaks = []
    for count in (20, 200):
        path = large(tmp_path / f"{count}.jsonl", count)
        tracemalloc.start()
        report = validate(path, most=10, ignore=["FOI505", "FOI506"])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert sum(total.count for total in report.totals) == count * 3 / 2
        assert len(report.findings) == 30
    assert peaks[1] < peaks[0] + 4_000_000, "180 more responses take 15 MB when they are kept"


@pytest.mark.parametrize("name", ["data.jsonl", "data.json", "package", "package.zip"])
def test_a_stream_gives_what_loading_gives(name: str, tmp_path: Path) -> None:
    save(seeds(), tmp_path / name)
    streamed, loaded = stream(tmp_path / name), load(tmp_path / name)
    assert (streamed.name, streamed.header, streamed.format) == (loaded.name, loaded.header, loaded.format)
    assert tuple(streamed.parts) == loaded.responses
    assert streamed.places.find("/responses/1/id") == loaded.place("/responses/1/id")


@pytest.mark.parametrize("name", ["data.jsonl", "data.json"])
def test_a_fault_comes_where_it_is_met(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    save(seeds().but(responses=seeds().responses * 2), path)
    path.write_bytes(path.read_bytes().replace(b"in_attachment", b"in_the_post", 1))
    parts = [part.pointer if isinstance(part, Met) else part[0] for part in stream(path).parts]
    assert [one for one in parts if isinstance(one, int)] == [0, 2, 3]
    assert parts[0] == 0
    assert str(parts[1]).startswith("/responses/1/")


def test_a_stream_that_somebody_began_can_be_judged(tmp_path: Path) -> None:
    path = large(tmp_path / "data.jsonl", 2)
    assert validate(stream(path)) == validate(path)


def test_a_rule_remembers_and_tells_at_the_end_which_response_it_is() -> None:
    first, second = seeds().responses
    dataset = seeds().but(responses=(first.but(supersedes=second.id), second.but(supersedes="gone")))
    found, walk = walked(dataset, supersedes_nowhere)
    assert found == [(("responses", 1, "supersedes"), "There is no gone.")]
    assert walk.judged["FOI245"] == 2


def test_a_rule_remembers_nothing_of_another_dataset() -> None:
    dataset = seeds().but(responses=(seeds().responses[0].but(supersedes="gone"),))
    assert walked(dataset, supersedes_nowhere)[0] != []
    assert walked(seeds(), supersedes_nowhere)[0] == []
    twice = validate([seeds(), seeds()], select=["FOI201"])
    assert twice.findings == ()


def test_a_rule_on_the_end_alone_judges_once_and_may_ask_for_the_header() -> None:
    found, walk = walked(seeds(), few_responses)
    assert found == [(("title",), f"{seeds().title}: 2, False.")]
    assert walk.judged["FOI798"] == 1
