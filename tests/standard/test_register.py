"""Council names: which body a name means, on which day, and where names stand in a text."""

import csv
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foidata.standard.reference import authorities, authority_names
from foidata.standard.reference.spellings import COUNCIL_WORD, fold
from foidata.standard.register import by_email_domain, lookup, mentions, nearest, resolve

BODIES = authorities()
LABELS = sorted(body.label for body in BODIES.values() if body.status == "current")


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def code(name: str, on: str | None = None) -> str | None:
    body = resolve(name, day(on))
    return body.code if body else None


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        # One name, two bodies, told apart by the day
        ("Dorset Council", "2018-06-01", "DOR"),
        ("Dorset Council", "2020-06-01", "DST"),
        ("Dorset", "2019-03-31", "DOR"),
        ("Dorset", "2019-04-01", "DST"),
        ("Dorset County Council", "2018-06-01", "DOR"),
        ("Dorset County Council", "2020-06-01", None),
        ("North Yorkshire County Council", "2023-03-31", "NYK"),
        ("North Yorkshire Council", "2023-03-31", "NYK"),
        ("North Yorkshire Council", "2023-04-01", "NYE"),
        ("Somerset", "2022-01-01", "SOM"),
        ("Somerset", "2024-01-01", "SMT"),
        ("Cornwall County Council", "2008-01-01", "E10000005"),
        ("Cornwall Council", "2010-01-01", "CON"),
        ("Durham", "2008-01-01", None),
        ("Durham", "2015-01-01", "DUR"),
        ("Durham County Council", "2008-01-01", "E10000010"),
        ("Durham City Council", "2008-01-01", "E07000056"),
        ("Bedford Borough Council", "2009-03-31", "E07000002"),
        ("Bedford Borough Council", "2009-04-01", "BDF"),
        ("Buckinghamshire", "2015-01-01", "BKM"),
        ("Cumbria", "2020-01-01", "CMA"),
        ("Cumbria", "2024-01-01", None),
        ("Cumberland Council", "2022-01-01", None),
        ("Belfast City Council", "2010-01-01", "BFS"),
        ("East Surrey Council", "2026-01-01", None),
        ("Elmbridge Borough Council", "2028-01-01", None),
        # The same without a day: the body of today by its full name, and no bare name that two share
        ("Dorset Council", None, "DST"),
        ("Dorset County Council", None, "DOR"),
        ("Bedford Borough Council", None, "BDF"),
        ("Durham County Council", None, "DUR"),
        ("Wiltshire County Council", None, "E10000033"),
        ("Dorset", None, None),
        ("Somerset", None, None),
        ("Durham", None, None),
        ("Cumbria", None, "CMA"),
        # Names that changed without a new body
        ("Shepway District Council", "2016-01-01", "SHE"),
        ("Shepway", "2020-01-01", "SHE"),
        ("Folkestone & Hythe District Council", None, "SHE"),
        ("Colchester Borough Council", "2015-01-01", "COL"),
        ("Southend-on-Sea City Council", None, "SOS"),
        ("Southend-on-Sea Borough Council", "2015-01-01", "SOS"),
        ("Southend Council", None, "SOS"),
        ("Milton Keynes Council", None, "MIK"),
        ("Doncaster MBC", None, "DNC"),
        ("London Borough of Greenwich", None, "GRE"),
        # Near names of different bodies
        ("Newcastle City Council", None, "NET"),
        ("Newcastle upon Tyne City Council", None, "NET"),
        ("Newcastle-under-Lyme Borough Council", None, "NEC"),
        ("Newcastle under Lyme", None, "NEC"),
        ("Newcastle", None, None),
        ("Newcastle Borough Council", None, None),
        ("Nottinghamshire County Council", None, "NTT"),
        ("Nottingham City Council", None, "NGM"),
        ("Nottingham CC", None, "NGM"),
        ("Nottinghamshire District Council", None, None),
        ("Nottingham County Council", None, None),
        ("Lincoln", None, "LIC"),
        ("Lincoln City Council", None, "LIC"),
        ("Lincolnshire", None, "LIN"),
        ("North Lincolnshire", None, "NLN"),
        ("East Sussex", None, "ESX"),
        ("West Sussex", None, "WSX"),
        ("Warwick District Council", None, "WAW"),
        ("Warwickshire County Council", None, "WAR"),
        ("Kingston upon Hull City Council", None, "KHL"),
        ("Royal Borough of Kingston upon Thames", None, "KTT"),
        ("Salisbury City Council", None, None),
        ("London", None, None),
        ("London Council", None, None),
        ("City of London", None, "LND"),
        # Short forms, spelling and typography
        ("B&NES", None, "BAS"),
        ("BANES", None, "BAS"),
        ("Bath & North East Somerset Council", None, "BAS"),
        ("Bath", None, None),
        ("Kings Lynn and West Norfolk", None, "KIN"),
        ("King\u2019s Lynn & West Norfolk Borough Council", None, "KIN"),
        ("Rhondda Cynon Taf", None, "RCT"),
        ("Rhondda Cynon Taff CBC", None, "RCT"),
        ("Comhairle nan Eilean Siar", None, "ELS"),
        ("Western Isles Council", None, "ELS"),
        ("Brighton & Hove City Council", None, "BNH"),
        ("LONDON BOROUGH OF ISLINGTON", None, "ISL"),
        ("Islington London Borough Council", None, "ISL"),
        ("LB Islington", None, "ISL"),
        ("Royal Borough of Kensington & Chelsea", None, "KEC"),
        ("Stockport Metropolitan Borough Council", None, "SKP"),
        ("Stockport MBC", None, "SKP"),
        ("City of Bradford MDC", None, "BRD"),
        ("Wakefield MDC", None, "WKF"),
        ("Hull City Council", None, "KHL"),
        ("St. Helens Council", None, "SHN"),
        ("Saint Helens MBC", None, "SHN"),
        ("York City Council", None, "YOR"),
        ("County Council of Durham", "2015-01-01", "DUR"),
        ("Stratford\u2010upon\u2010Avon District Council", None, "STR"),
        ("the  Highland\nCouncil", None, "HLD"),
        ("Edinburgh", None, "EDH"),
        ("Glasgow", None, "GLG"),
        ("Cyngor Gwynedd", None, "GWN"),
        ("Cyngor Gwynedd Council", None, "GWN"),
        ("Cyngor Sir Ynys Mon", None, "AGY"),
        ("Cyngor Caerdydd", None, "CRF"),
        ("City & County of Swansea", None, "SWA"),
        ("Armagh City, Banbridge and Craigavon Borough Council", None, "ABC"),
        ("Armagh City Banbridge & Craigavon Borough Council", None, "ABC"),
        ("Greater Manchester Combined Authority", None, "GMCA"),
        ("South Yorkshire Combined Authority", None, "SCR"),
        # Misspelt names and nothing at all
        ("Liecester City Council", None, None),
        ("Council", None, None),
        ("", None, None),
    ],
)
def test_a_name_means_one_body_or_none(name: str, on: str | None, expected: str | None) -> None:
    assert code(name, on) == expected


@pytest.mark.parametrize("label", LABELS)
def test_every_official_name_of_a_body_of_today_means_that_body(label: str) -> None:
    (body,) = [body for body in BODIES.values() if body.label == label and body.status == "current"]
    for written in (label, label.upper(), label.replace(" and ", " & "), label.replace("-", "\u2011"), f"the {label}"):
        assert resolve(written) == body
    assert resolve(label, datetime.date(2026, 1, 1)) == body


def test_every_official_name_of_an_ended_body_means_it_on_its_last_day() -> None:
    for body in BODIES.values():
        if body.status == "ended":
            assert resolve(body.label, body.end) == body


def test_every_other_name_means_its_body_on_a_day_when_it_was_right() -> None:
    for name in authority_names().values():
        meant = code(name.label, str(name.end or "2026-01-01"))
        assert meant == name.authority or (meant is None and name.ambiguous), name.label


def test_the_source_folds_names_as_the_register_does() -> None:
    with (Path(__file__).parents[2] / "sources" / "authority_aliases.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            assert fold(row["alias"]) == fold(row["alias_normalised"])


def test_lookup_says_what_became_of_an_ended_council() -> None:
    first = lookup("Cumbria County Council")[0]
    assert (first.authority.code, first.name, first.score, first.exact) == ("CMA", "Cumbria County Council", 100, True)
    assert first.note == "ended 2023-03-31, succeeded by Cumberland Council and Westmorland and Furness Council"


def test_lookup_puts_the_body_that_lived_that_day_first() -> None:
    assert [match.authority.code for match in lookup("Dorset", day("2020-01-01"), limit=2)] == ["DST", "DOR"]
    earlier = lookup("Dorset", day("2018-01-01"), limit=2)
    assert [match.authority.code for match in earlier] == ["DOR", "DST"]
    assert earlier[1].note == "started 2019-04-01"


def test_lookup_notes_former_names_and_planned_ends() -> None:
    assert lookup("Shepway District Council")[0].note == "called so until 2018-03-31"
    assert lookup("Elmbridge")[0].note == "to end 2027-03-31, to be succeeded by East Surrey Council"
    assert lookup("East Surrey Council")[0].note == "to start 2027-04-01"


def test_lookup_offers_both_newcastles_and_no_more_than_asked() -> None:
    assert {match.authority.code for match in lookup("Newcastle", limit=2)} == {"NET", "NEC"}
    assert len(lookup("North", limit=3)) == 3
    assert lookup("Ministry of Silly Walks") == lookup("") == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Liecester City Council", "LCE"),
        ("Lecester", "LCE"),
        ("Leeds City Counsil", "LDS"),
        ("Nottinghamshre County Council", "NTT"),
        ("Middlesborough Council", "MDB"),
        ("Barnsly MBC", "BNS"),
        ("Bedfrd Borough Council", "BDF"),
        ("Dorst Council", "DST"),
        ("Greater Manchester Combined Authorty", "GMCA"),
        ("Bolton Council", "BOL"),
        ("Eest Sussex", None),
        ("Newcastle", None),
        ("Dorset", None),
        ("Salisbury City Council", None),
        ("Wells City Council", None),
        ("Weston Council", None),
        ("Council of Europe", None),
        ("", None),
    ],
)
def test_a_misspelt_name_means_a_body_only_when_no_other_comes_near(name: str, expected: str | None) -> None:
    match = nearest(name)
    assert (match.authority.code if match else None) == expected
    assert match is None or match.score >= 90


def test_nearest_takes_only_bodies_that_lived_that_day() -> None:
    earlier, later = nearest("Dorst Council", day("2018-01-01")), nearest("Dorst Council", day("2020-01-01"))
    assert earlier and later
    assert (earlier.authority.code, later.authority.code) == ("DOR", "DST")
    assert nearest("Cumbra County Council", day("2024-01-01")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leicester City Council has a lead.", [("Leicester City Council", "LCE")]),
        ("I was reading in Reading and had a Bath. Hart, Down, Rugby.", []),
        ("after reading council papers", []),
        ("reading borough council", [("reading borough council", "RDG")]),
        ("to Reading\n  Borough  Council\u2019s team", [("Reading\n  Borough  Council", "RDG")]),
        ("Essex\n\nCounty Council", []),
        ("Essex\tCounty Council", []),
        ("in Kent, County Council staff", []),
        ("The Highland Council, the Highland Council", [("The Highland Council", "HLD"), ("Highland Council", "HLD")]),
        (
            "North East Lincolnshire Council and Lincolnshire County Council",
            [("North East Lincolnshire Council", "NEL"), ("Lincolnshire County Council", "LIN")],
        ),
        (
            "Kings\u2010Lynn; Borough Council of King\u2019s Lynn & West Norfolk",
            [("Borough Council of King\u2019s Lynn & West Norfolk", "KIN")],
        ),
        ("Bournemouth, Christchurch, and Poole Council", [("Bournemouth, Christchurch, and Poole Council", "BPC")]),
        ("Bournemouth Christchurch & Poole Council", [("Bournemouth Christchurch & Poole Council", "BPC")]),
        ("Stoke-on-\nTrent City Council", [("Stoke-on-\nTrent City Council", "STE")]),
        ("St. Helens Council", [("St. Helens Council", "SHN")]),
        ("Cyngor Sir Ynys Mo\u0302n", [("Cyngor Sir Ynys Mo\u0302n", "AGY")]),
        ("Dorset Council", [("Dorset Council", "DST DOR")]),
        ("City of Westminster, City of York", [("City of Westminster", "WSM")]),
        ("the GLA is the Greater London Authority", [("Greater London Authority", "GLA")]),
        ("\U0001f600 Bury Council", [("Bury Council", "BUR")]),
        ("", []),
    ],
)
def test_a_name_is_found_where_it_stands_in_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    found = mentions(text)
    assert [(text[m.start : m.end], " ".join(body.code for body in m.authorities)) for m in found] == expected


@given(st.lists(st.sampled_from(LABELS), min_size=1, max_size=5), st.sampled_from([". ", "; ", "\n\n", " (", " | "]))
def test_offsets_are_exact_for_official_names_in_any_text(labels: list[str], between: str) -> None:
    text = between.join(["x", *labels, "y"])
    assert [text[mention.start : mention.end] for mention in mentions(text)] == labels


@given(st.text(alphabet="Kent County Council's,.\u2019 the&-\n\u0301of"))
def test_mentions_never_overlap_and_always_hold_a_council_word(text: str) -> None:
    end = 0
    for mention in mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        assert COUNCIL_WORD.search(fold(text[mention.start : mention.end]))
        end = mention.end


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("leicester.gov.uk", "LCE"),
        ("Bolton.gov.uk", "BOL"),
        ("eastsussex.gov.uk", "ESX"),
        ("brighton-hove.gov.uk", "BNH"),
        ("foi@sthelens.gov.uk", "SHN"),
        ("secure.leeds.gov.uk", "LDS"),
        ("hullcc.gov.uk", "KHL"),
        ("lbhf.gov.uk", "HMF"),
        ("cityoflondon.gov.uk", "LND"),
        ("gwynedd.llyw.cymru", "GWN"),
        ("dorset.gov.uk", "DST DOR"),
        ("newcastle-staffs.gov.uk", ""),
        ("london.gov.uk", ""),
        ("essex.police.uk", ""),
        ("leicester.example.com", ""),
        ("gov.uk", ""),
        ("", ""),
    ],
)
def test_a_mail_domain_shows_its_authority_when_it_is_made_of_its_name(domain: str, expected: str) -> None:
    assert " ".join(body.code for body in by_email_domain(domain)) == expected
