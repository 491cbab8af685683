"""The reference lists: what they hold, and that they follow from their sources."""

import csv
import dataclasses
import datetime
import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from foidata.standard import reference

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "foidata" / "standard" / "reference"
PRINCIPAL = {
    "unitary_authority": 63,
    "county": 21,
    "non_metropolitan_district": 164,
    "metropolitan_district": 36,
    "london_borough": 32,
    "city_corporation": 1,
    "welsh_principal_area": 22,
    "scottish_council_area": 32,
    "ni_district": 11,
}


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_reference", ROOT / "scripts" / "build_reference.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_lists_follow_from_their_sources(build: ModuleType) -> None:
    assert build.main(["--check"]) == 0


def test_a_changed_list_is_noticed(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "REFERENCE", tmp_path)
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0
    (tmp_path / "licences.csv").write_text("code\n")
    capsys.readouterr()
    assert build.main(["--check"]) == 1
    assert capsys.readouterr().out == "licences.csv differs from sources/\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in REFERENCE.glob("*.csv"))


@pytest.mark.parametrize(
    ("table", "old", "new", "fault"),
    [
        ("authorities", ",WSK,no,", ",WSX,no,", "does not start the day after"),
        ("authorities", "ADU,E07000223", "ARU,E07000223", "an id is used twice"),
        ("authorities", "South East,WSX,1974", "South East,,1974", "a district has a county"),
        ("authority_aliases", "B&NES,BAS", "B&NES,XXX", "unknown authority XXX"),
        (
            "authority_aliases",
            "leeds council,Leeds Council",
            "leeds,Leeds Council",
            "normalised should be leeds council",
        ),
        ("authority_aliases", "DUR,2009-04-01,,yes", "DUR,2009-04-01,,no", "ambiguous is no"),
        ("exemption_equivalent_codes", "foisa_s38_1_b", "foisa_s38_9", "foisa_s38_9 is no exemption"),
        ("exemption_equivalent_codes", "foisa_s38_1_b", "eisr_r11_2", "not of answering laws"),
    ],
)
def test_the_build_refuses_sources_that_contradict_themselves(
    build: ModuleType, tmp_path: Path, table: str, old: str, new: str, fault: str
) -> None:
    for source in (ROOT / "sources").glob("*.csv"):
        text = source.read_text(encoding="utf-8")
        (tmp_path / source.name).write_text(text.replace(old, new) if source.stem == table else text, encoding="utf-8")
    with pytest.raises(build.Faulty, match=re.escape(fault)):
        build.published(tmp_path)


def test_a_correction_may_not_outlive_its_mistake(build: ModuleType) -> None:
    fix = {"authority_id": "LIN", "column": "region", "was": "Yorkshire and The Humber", "now": "East Midlands"}
    assert build.corrected([{"authority_id": "LIN", "region": fix["was"]}], [fix])[0]["region"] == "East Midlands"
    with pytest.raises(build.Faulty, match="LIN region is no longer"):
        build.corrected([{"authority_id": "LIN", "region": "East Midlands"}], [fix])


@pytest.mark.parametrize("path", sorted(REFERENCE.glob("*.csv")), ids=lambda path: path.stem)
def test_every_list_begins_alike_and_says_what_each_code_means(path: Path) -> None:
    listed = rows(path)
    assert list(listed[0])[:5] == ["code", "label", "meaning", "status", "since"]
    assert [row["code"] for row in listed] == sorted({row["code"] for row in listed})
    assert all(row["label"] and row["meaning"].endswith(".") and row["since"] == "1.0" for row in listed)
    assert {row["status"] for row in listed} <= {"current", "ended", "future"}
    assert b"\r" not in path.read_bytes()


def test_there_are_382_principal_councils_today() -> None:
    now = Counter(body.type for body in reference.authorities().values() if body.status == "current")
    assert {kind: now[kind] for kind in PRINCIPAL} == PRINCIPAL
    assert sum(now[kind] for kind in PRINCIPAL) == 382


def test_the_lists_are_as_long_as_they_were_counted() -> None:
    lists = (reference.authorities(), reference.exemptions(), reference.licences(), reference.measures())
    assert [len(listed) for listed in (*lists, reference.partnerships())] == [519, 144, 6, 22, 30]


def test_every_ended_council_has_successors_that_start_the_day_after() -> None:
    bodies = reference.authorities()
    ended = [body for body in bodies.values() if body.status == "ended"]
    assert len(ended) == 119
    for body in ended:
        assert body.end and body.successors
        for heir in body.successors:
            assert bodies[heir].start == body.end + datetime.timedelta(days=1)
            assert body.code in bodies[heir].predecessors


def test_reorganisations_read_both_ways() -> None:
    bodies = reference.authorities()
    assert bodies["CMA"].successors == ("CBD", "WAF")
    assert bodies["CBD"].predecessors == ("ALL", "CAR", "CMA", "COP")
    assert bodies["SRY"].successors == ("surrey-east-2027", "surrey-west-2027")
    assert bodies["LCE"].predecessors == ()


def test_every_current_district_lies_in_a_current_county() -> None:
    bodies = reference.authorities()
    for body in bodies.values():
        if body.type == "non_metropolitan_district" and body.status == "current":
            county = bodies[body.upper_tier or ""]
            assert (county.type, county.status, county.region) == ("county", "current", body.region)


def test_a_body_exists_from_its_first_to_its_last_day() -> None:
    bodies, day = reference.authorities(), datetime.date
    cumbria, dorset, london, surrey, west = (bodies[code] for code in ("CMA", "DST", "LND", "SRY", "surrey-west-2027"))
    assert cumbria.existed_on(day(2023, 3, 31)) and not cumbria.existed_on(day(2023, 4, 1))
    assert dorset.existed_on(day(2019, 4, 1)) and not dorset.existed_on(day(2019, 3, 31))
    assert london.existed_on(day(1500, 1, 1))
    assert surrey.existed_on(day(2027, 3, 31)) and not surrey.existed_on(day(2027, 4, 1))
    assert west.existed_on(day(2027, 4, 1)) and not west.existed_on(day(2027, 3, 31))


def test_scottish_laws_bind_scottish_bodies_and_no_others() -> None:
    for body in reference.authorities().values():
        scottish = body.nation == "Scotland"
        assert body.laws == (("foisa_2002", "eisr_2004") if scottish else ("foia_2000", "eir_2004"))


def test_a_row_is_read_with_its_types() -> None:
    body = reference.authorities()["GWN"]
    assert (body.label, body.short_name, body.name_cy) == ("Gwynedd Council", "Gwynedd", "Cyngor Gwynedd")
    assert (body.start, body.end, body.social_care, body.upper_tier) == (datetime.date(1996, 4, 1), None, True, None)
    assert reference.authorities()["GLG"].former_gss_codes == ("S12000046", "S12000043")
    with pytest.raises(dataclasses.FrozenInstanceError):
        body.label = "x"  # type: ignore[misc]


def test_the_lists_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        reference.measures()["x"] = reference.measures()["other"]  # type: ignore[index]


def test_exemptions_agree_with_each_other() -> None:
    exemptions = reference.exemptions()
    assert set(Counter(one.class_ for one in exemptions.values())) == {
        "absolute",
        "qualified",
        "exception",
        "procedural",
    }
    for one in exemptions.values():
        assert one.code.startswith(one.law.partition("_")[0] + "_")
        assert (one.jurisdiction == ("Scotland",)) == (one.law in ("foisa_2002", "eisr_2004"))
        assert not (one.class_ == "absolute" and one.public_interest_test)
        assert one.public_interest_test or one.class_ != "qualified"
        assert all(one.code in exemptions[other].equivalents for other in one.equivalents)
    assert exemptions["foia_s40_2"].equivalents == ("foisa_s38_1_b",)
    assert exemptions["foia_s35"].council_use == "not_available"


def test_equivalents_lie_in_the_sections_that_the_source_pairs() -> None:
    def section(text: str) -> str:
        found = re.search(r"\d+[aA]?", text.removeprefix("NCND"))
        return found[0].lower() if found else ""

    paired = {
        (section(row["england_wales_ni"]), section(row["scotland"]))
        for row in rows(ROOT / "sources" / "exemption_equivalents.csv")
    }
    exemptions = reference.exemptions()
    for one in exemptions.values():
        for other in one.equivalents if one.law in ("foia_2000", "eir_2004") else ():
            limb = one.answer_status == "neither_confirmed_nor_denied" and other == "foisa_s18_1"
            assert limb or (section(one.code), section(other)) in paired, (one.code, other)


def test_unconfirmed_partnerships_say_so() -> None:
    doubtful = [one for one in reference.partnerships().values() if not one.checked]
    assert len(doubtful) == 8
    assert all("not confirmed" in one.meaning for one in doubtful)


def test_the_files_name_no_place_on_this_machine() -> None:
    for folder in ("sources", "scripts", "foidata/standard/reference"):
        for path in (ROOT / folder).iterdir():
            if path.suffix in (".csv", ".md", ".py"):
                assert not re.search(r"/(?:work|home|root|tmp)/", path.read_text(encoding="utf-8")), path


def test_the_build_script_needs_only_the_standard_library() -> None:
    text = (ROOT / "scripts" / "build_reference.py").read_text(encoding="utf-8")
    assert set(re.findall(r"^(?:import|from) (\w+)", text, re.MULTILINE)) <= sys.stdlib_module_names
