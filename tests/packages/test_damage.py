"""Whatever happened to a file, reading it says so in faults or in words, and never fails otherwise."""

import hypothesis
from hypothesis import strategies as st
from packaged import SEEDS, Package, zipped

from foidata.packages import Loaded, Unreadable, load_bytes
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical

PIECES = st.sampled_from([*b'",\n\r{}[]:\\\0\xff-/=']).map(lambda one: bytes([one])) | st.sampled_from(
    [b"", b"1e999", b"null", b"\\ud800", b"9" * 40, b"[9e400]", b"\xef\xbb\xbf"]
)
NAMES = st.sampled_from(["a.json", "a.jsonl"])
SLOW = (hypothesis.HealthCheck.function_scoped_fixture, hypothesis.HealthCheck.too_slow)


def damaged(data: bytes, where: float, length: int, piece: bytes) -> bytes:
    at = int(where * len(data))
    return data[:at] + piece + data[at + length :]


def read(data: bytes, name: str) -> Loaded | None:
    """What can be read; every fault of it has a place, and what was read is whole."""
    try:
        loaded = load_bytes(data, name)
    except Unreadable:
        return None
    for fault in loaded.faults[:20]:
        assert str(fault.place or loaded.place(fault.pointer)).startswith(name)
        assert fault.message
    if loaded.dataset:
        Dataset.model_validate_json(canonical(loaded.dataset), strict=True)
    return loaded


@hypothesis.settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@hypothesis.given(
    where=st.floats(0, 1), length=st.integers(0, 40), piece=PIECES, name=st.sampled_from(["a.json", "a.jsonl"])
)
def test_json_may_be_damaged_anywhere(where: float, length: int, piece: bytes, name: str, seeds: Dataset) -> None:
    data = SEEDS.read_bytes()
    if name == "a.jsonl":
        data = b"".join(canonical(record, line=True) for record in (seeds.header, *seeds.responses))
    loaded = read(damaged(data, where, length, piece), name)
    if loaded and loaded.sound:
        assert len(loaded.responses) == 2


@hypothesis.settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@hypothesis.given(pick=st.integers(0, 1000), where=st.floats(0, 1), length=st.integers(0, 40), piece=PIECES)
def test_a_package_may_be_damaged_anywhere(pick: int, where: float, length: int, piece: bytes, seeds: Dataset) -> None:
    files = Package(seeds).files
    names = sorted(name for name in files if not name.startswith("codelists/"))
    name = names[pick % len(names)]
    loaded = read(zipped(files | {name: damaged(files[name], where, length, piece)}), "p.zip")
    if loaded and loaded.sound:
        assert [number for number, _ in loaded.responses] == [0, 1]


@hypothesis.settings(max_examples=40, deadline=None)
@hypothesis.given(st.binary(max_size=60), st.sampled_from(["a.json", "a.jsonl", "a.zip", "-", "a.csv"]))
def test_any_bytes_may_come(data: bytes, name: str) -> None:
    assert read(data, name) is None or not read(data, name).sound  # type: ignore[union-attr]
