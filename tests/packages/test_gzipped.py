"""Gzipped JSON is read as it is unpacked, and no more of it than is asked for."""

import gzip
from pathlib import Path

import pytest
from packaged import SEEDS

from foidata.packages import Unreadable, load, load_bytes, save, stream
from foidata.packages.fault import Fault
from foidata.packages.file import File
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical


def lines(dataset: Dataset, times: int = 1) -> bytes:
    return b"".join(canonical(one, line=True) for one in (dataset.header, *dataset.responses * times))


def test_what_is_in_a_gzipped_file_decides_not_its_name(seeds: Dataset) -> None:
    for data in (SEEDS.read_bytes(), lines(seeds)):
        loaded = load_bytes(gzip.compress(data), "standard input")
        assert (loaded.faults, loaded.dataset) == ((), seeds)


def test_a_place_in_a_gzipped_file_is_that_in_the_file_inside(seeds: Dataset, tmp_path: Path) -> None:
    for end in ("json", "jsonl"):
        save(seeds, tmp_path / f"data.{end}.gz")
        save(seeds, tmp_path / f"data.{end}")
        packed, plain = load(tmp_path / f"data.{end}.gz"), load(tmp_path / f"data.{end}")
        for pointer in ("/responses/1/answers/0/status", "/title", "/responses/0/id"):
            found, expected = packed.place(pointer), plain.place(pointer)
            assert (found.line, found.column) == (expected.line, expected.column)
            assert found.file.endswith(".gz")


def test_a_name_that_ends_in_gz_is_written_gzipped_and_always_the_same(seeds: Dataset, tmp_path: Path) -> None:
    save(seeds, tmp_path / "data.json.gz")
    packed = (tmp_path / "data.json.gz").read_bytes()
    assert gzip.decompress(packed) == SEEDS.read_bytes()
    save(seeds, tmp_path / "again.json.gz")
    assert (tmp_path / "again.json.gz").read_bytes() == packed


def test_responses_come_before_the_end_was_unpacked(seeds: Dataset, tmp_path: Path) -> None:
    packed = gzip.compress(lines(seeds, times=2000))
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    parts = stream(tmp_path / "cut.jsonl.gz").parts
    first = next(parts)
    assert not isinstance(first, Fault)
    assert first[1] == seeds.responses[0]
    with pytest.raises(Unreadable, match=r"cut\.jsonl\.gz is cut off"):
        list(parts)


@pytest.mark.parametrize(
    ("packed", "says"),
    [
        (gzip.compress(SEEDS.read_bytes())[:-9], "is cut off"),
        (gzip.compress(SEEDS.read_bytes())[:-8] + bytes(8), "is broken"),
        (gzip.compress(SEEDS.read_bytes()) + b"more", "is broken"),
        (b"\x1f\x8b\x00", "is cut off"),
        (b"\x1f\x8b\x08\x00" + bytes(6) + b"\xff\xff", "is broken"),
        (gzip.compress(b'{"standard": "' + b" " * (20 << 20)), "far too large"),
    ],
)
def test_what_is_broken_or_a_trap_is_refused_in_words(packed: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        load_bytes(packed, "data.json.gz")


def test_a_gzipped_file_can_be_gone_back_in() -> None:
    text = b"".join(b"%d\n" % number for number in range(100_000))
    with File("numbers.gz", data=gzip.compress(text)).open() as stream:
        assert stream.read() == text
        stream.seek(10)
        assert stream.readline() == text[10 : text.index(b"\n", 10) + 1]
