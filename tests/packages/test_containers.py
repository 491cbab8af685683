import os
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from packaged import SEEDS, Package, descriptor, met, numbers, resource, zipped

from foidata.packages import Unreadable, Unwritable, load, load_bytes, save
from foidata.packages.pack import pack
from foidata.standard.dataset import Dataset


@pytest.mark.parametrize(
    "path",
    [
        "/etc/hosts",
        "../responses.csv",
        "a/../../x.csv",
        "C:\\a.csv",
        "file:a.csv",
        "..\\a.csv",
    ],
)
@pytest.mark.parametrize("name", ["leads", "codelist-status", "responses_wide"])
def test_a_path_that_leads_out_of_the_package_is_refused(path: str, name: str, seeds: Dataset) -> None:
    package = Package(seeds)
    resource(package, name, path=path)
    loaded, faults = met(package)
    assert [kind for kind, _, _ in faults] == ["unsafe_path"]
    assert numbers(loaded) == []


@pytest.mark.parametrize("field", ["path", "schema", "dialect"])
@pytest.mark.parametrize(
    "address", ["https://example.org/a", "HTTP://example.org/a", "s3://example/a", "ftp://example/a"]
)
@pytest.mark.parametrize("name", ["leads", "codelist-status", "responses_wide"])
def test_nothing_is_fetched_from_the_network(field: str, address: str, name: str, seeds: Dataset) -> None:
    package = Package(seeds)
    resource(package, name, **{field: address})
    loaded, faults = met(package)
    assert [kind for kind, _, _ in faults] == ["remote_path"]
    assert numbers(loaded) == []


def test_a_link_out_of_the_folder_is_refused(seeds: Dataset, tmp_path: Path) -> None:
    save(seeds, tmp_path / "package")
    (tmp_path / "outside.csv").write_bytes((tmp_path / "package/leads.csv").read_bytes())
    (tmp_path / "package/leads.csv").unlink()
    (tmp_path / "package/leads.csv").symlink_to(tmp_path / "outside.csv")
    assert [fault.kind for fault in load(tmp_path / "package").faults] == ["unsafe_path"]


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"dialect": {"delimiter": ";"}}, "not_csv"),
        ({"encoding": "cp1252"}, "not_utf8"),
        ({"path": ["a.csv", "b.csv"]}, "missing_table"),
        ({"name": "posts"}, "duplicate_table"),
    ],
)
def test_a_resource_that_is_not_as_the_package_needs_it_is_a_fault(
    members: dict[str, object], kind: str, seeds: Dataset
) -> None:
    package = Package(seeds)
    resource(package, "leads", **members)
    assert kind in [fault[0] for fault in met(package)[1]]


def test_an_unknown_resource_is_a_fault_and_a_publishers_own_is_none(seeds: Dataset) -> None:
    package = Package(seeds)
    resource(package, "codelist-status", name="fundings")
    loaded, faults = met(package)
    assert [fault[0] for fault in faults] == ["unknown_table"]
    assert numbers(loaded) == [0, 1]
    resource(package, "fundings", name="x-mine")
    assert met(package)[1] == []


@pytest.mark.parametrize(
    ("change", "kind", "place"),
    [
        (lambda said: said.pop("title"), "missing", "p/datapackage.json:1:139"),
        (lambda said: said.update(standard="foidata-2.0"), "wrong_version", "p/datapackage.json:1:151"),
        (lambda said: said.update(questionnaires=[]), "extra_forbidden", "p/datapackage.json:1:213"),
    ],
)
def test_a_fault_of_the_header_stands_in_the_descriptor(
    change: Callable[[dict], object], kind: str, place: str, seeds: Dataset
) -> None:
    package = Package(seeds)
    descriptor(package, lambda whole: change(whole["foidata"]))
    loaded, faults = met(package)
    assert [(fault[0], fault[2]) for fault in faults] == [(kind, place)]
    assert (loaded.header, numbers(loaded)) == (None, [0, 1])


def test_a_descriptor_that_is_not_json_is_one_fault(seeds: Dataset) -> None:
    package = Package(seeds)
    package.files["datapackage.json"] = b'{"a":1,\n"a":}'
    loaded, faults = met(package)
    assert faults == [("duplicate_key", "", "p/datapackage.json:2:1"), ("not_json", "", "p/datapackage.json:2:5")]
    assert (loaded.header, loaded.responses) == (None, ())


def test_a_package_may_stand_in_one_folder_of_an_archive(seeds: Dataset) -> None:
    files = {f"mine/{path}": data for path, data in pack(seeds)}
    loaded = load_bytes(zipped(files), "p.zip")
    assert loaded.dataset == seeds
    assert str(loaded.place("/responses/1/kind")) == "p.zip/mine/responses.csv row 2 line 3 column kind"


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a.txt": b"a"}, "it has no datapackage.json"),
        ({"a/datapackage.json": b"{}", "b/x": b""}, "it has no datapackage.json"),
        ({"datapackage.json": b'{"resources":[]}'}, "none of foidata"),
        ({"datapackage.json": b"[]"}, "none of foidata"),
        ({"datapackage.json": b"{}", "big.csv": b""}, "none of foidata"),
    ],
)
def test_an_archive_that_is_no_package_of_ours_is_refused_in_words(files: dict[str, bytes], says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        load_bytes(zipped(files), "p.zip")


def test_an_archive_that_unpacks_to_far_too_much_is_refused(seeds: Dataset, tmp_path: Path) -> None:
    save(seeds, tmp_path / "p.zip")
    with zipfile.ZipFile(tmp_path / "p.zip", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("texts/bomb.txt", b"\0" * (20 << 20))
    with pytest.raises(Unreadable, match=r"texts/bomb\.txt, which is too large"):
        load(tmp_path / "p.zip")


def test_a_folder_or_its_descriptor_is_named_as_the_user_names_it(
    seeds: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(seeds, tmp_path / "out")
    monkeypatch.chdir(tmp_path)
    for name in ("out", "out/", "out/datapackage.json", "./out"):
        assert load(name).place("/responses/0/id").file == "out/responses.csv"
    monkeypatch.chdir(tmp_path / "out")
    for name in (".", "datapackage.json"):
        assert load(name).place("/responses/0/id").file == "responses.csv"


def test_a_folder_without_a_descriptor_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"a folder without a datapackage\.json"):
        load(tmp_path)
    with pytest.raises(Unreadable, match="does not exist"):
        load(tmp_path / "nowhere.json")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (b'"\\ud800"', "lone_surrogate"),
        (b"9" * 40, "string_type"),
        (b'{"a":[{}]}', "string_type"),
        (b'""', "string_too_short"),
    ],
)
def test_a_title_may_be_anything(said: bytes, kind: str, seeds: Dataset) -> None:
    package = Package(seeds)
    before, after = package.files["datapackage.json"].split(b'"standard": "foidata-1.0",\n    "title": ')
    after = after[after.index(b"\n") :]
    package.files["datapackage.json"] = before + b'"standard": "foidata-1.0",\n    "title": ' + said + after
    assert [fault[0] for fault in met(package)[1]] == [kind]


def test_a_byte_order_mark_before_the_descriptor_loses_nothing(seeds: Dataset) -> None:
    package = Package(seeds)
    package.files["datapackage.json"] = b"\xef\xbb\xbf" + package.files["datapackage.json"]
    loaded, faults = met(package)
    assert faults == [("byte_order_mark", "", "p/datapackage.json:1:1")]
    assert loaded.dataset == seeds


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=[SEEDS.read_bytes()])
    writer.start()
    assert load(tmp_path / "pipe").sound
    writer.join()


def test_a_folder_that_cannot_be_replaced_is_put_back(
    seeds: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(seeds, tmp_path / "package")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    rename = Path.rename

    def full(self: Path, target: Path) -> Path:
        if self.name.endswith(".tmp") and target.name == "package" and not (self / "posts.csv").exists():
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(Unwritable, match="no space left on device"):
        save(seeds.but(responses=seeds.responses[1:]), tmp_path / "package")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()} == before
