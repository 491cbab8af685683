"""Writes the published reference lists from the tables in `sources/`.

Pure and deterministic: the same sources give the same bytes, so that `--check` can hold the committed lists to
them. Anything wrong in the sources stops the build, since a wrong list is worse than an old one.

    python scripts/build_reference.py            # write foidata/standard/reference/*.csv
    python scripts/build_reference.py --check    # exit 1 when they differ
"""

import argparse
import csv
import datetime
import io
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

Row = dict[str, str]

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "sources"
REFERENCE = ROOT / "foidata" / "standard" / "reference"

STANDARD = "1.0"
"""The version of the standard that first had these codes: the column `since` of every published list."""

COUNCILS = {
    "unitary_authority": ("Unitary authority", 63),
    "county": ("County council", 21),
    "non_metropolitan_district": ("District council", 164),
    "metropolitan_district": ("Metropolitan district council", 36),
    "london_borough": ("London borough council", 32),
    "city_corporation": ("City corporation", 1),
    "welsh_principal_area": ("Principal council", 22),
    "scottish_council_area": ("Council", 32),
    "ni_district": ("District council", 11),
}
"""Types of principal council: what each is called in a sentence, and how many there are today (382 in all)."""

OTHERS = {"combined_authority", "combined_county_authority", "strategic_regional_authority"}
"""Types of body that are no council but may be asked; each is called by its type."""

LAWS = {
    "foia_2000": "Freedom of Information Act 2000",
    "eir_2004": "Environmental Information Regulations 2004",
    "foisa_2002": "Freedom of Information (Scotland) Act 2002",
    "eisr_2004": "Environmental Information (Scotland) Regulations 2004",
}

COUNTERPARTS = {"foia": "foisa", "eir": "eisr"}
"""The Scottish law that answers to each law of the rest of the United Kingdom."""

CLASSES = {"absolute": "an absolute exemption", "qualified": "a qualified exemption"}
CLASSES |= {"exception": "an exception", "procedural": "a procedural rule"}

STATUSES = {"yes": "current", "no": "ended", "future": "future"}

AUTHORITY_COLUMNS = """start=start_date end=end_date type nation region short_name name_cy upper_tier=upper_tier_id
    successors=successor_ids planned_end=planned_end_date planned_successors=planned_successor_ids laws=foi_instruments
    social_care=social_care_authority housing=housing_authority gss_code former_gss_codes org_id wikidata
    start_basis=start_date_basis"""
"""Published columns and, where it has another name there, the column of the source; likewise below."""

NAME_COLUMNS = "authority=authority_id normalised=alias_normalised start=valid_from end=valid_to ambiguous"

EXEMPTION_COLUMNS = """law=instrument provision class public_interest_test can_neither_confirm_nor_deny jurisdiction
    council_use answer_status equivalents= note=notes confidence"""

MONTHS = "- January February March April May June July August September October November December"


class Faulty(Exception):
    """The sources contradict themselves or the official totals."""


def published(sources: Path) -> dict[str, str]:
    """The text of every published list, by file name."""
    tables = {path.stem: read(path) for path in sorted(sources.glob("*.csv"))}
    authorities = corrected(tables["authorities"], tables["corrections"])
    aliases = tables["authority_aliases"]
    faults = [*authority_faults(authorities), *alias_faults(aliases, authorities)]
    faults += equivalent_faults(tables["exemption_equivalent_codes"], tables["exemptions"])
    if faults:
        raise Faulty("\n".join(faults))
    lists = {
        "authorities.csv": authority_rows(authorities),
        "authority_names.csv": name_rows(aliases, authorities),
        "exemptions.csv": exemption_rows(tables["exemptions"], tables["exemption_equivalent_codes"]),
        "licences.csv": licence_rows(tables["licences"]),
        "measures.csv": [coded(row["code"], row["label"], row["meaning"]) for row in tables["measures"]],
        "partnerships.csv": partnership_rows(tables["partnerships"]),
    }
    if faults := [fault for name, rows in lists.items() for fault in list_faults(name, rows)]:
        raise Faulty("\n".join(faults))
    return {name: write(sorted(rows, key=lambda row: row["code"])) for name, rows in lists.items()}


def read(path: Path) -> list[Row]:
    """The rows of one source table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(rows: list[Row]) -> str:
    """Rows as CSV text with LF line ends."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def coded(code: str, label: str, meaning: str) -> Row:
    """The five columns with which every row of a published list begins."""
    return {"code": code, "label": label, "meaning": meaning, "status": "current", "since": STANDARD}


def renamed(row: Row, columns: str) -> Row:
    """The row's cells under their published names; a name with nothing after its "=" is filled in later."""
    named = (column.partition("=") for column in columns.split())
    return {name: "" if other and not source else row[source or name] for name, other, source in named}


def corrected(authorities: list[Row], corrections: list[Row]) -> list[Row]:
    """The authorities with known mistakes of the source mended.

    A correction names the value that it mends, so that it cannot outlive a better source.
    """
    mended = [dict(row) for row in authorities]
    by_id = {row["authority_id"]: row for row in mended}
    for fix in corrections:
        row = by_id[fix["authority_id"]]
        if row[fix["column"]] != fix["was"]:
            raise Faulty(f"corrections.csv: {fix['authority_id']} {fix['column']} is no longer {fix['was']!r}")
        row[fix["column"]] = fix["now"]
    return mended


def authority_faults(authorities: list[Row]) -> Iterator[str]:
    """What contradicts the official totals or the other rows."""
    by_id = {row["authority_id"]: row for row in authorities}
    if len(by_id) != len(authorities):
        yield "authorities: an id is used twice"
    now = Counter(row["type"] for row in authorities if row["current"] == "yes")
    for kind, (_, official) in COUNCILS.items():
        if now[kind] != official:
            yield f"authorities: {now[kind]} current {kind}, officially {official}"
    for row in authorities:
        name = f"authorities: {row['official_name']}"
        if row["type"] not in OTHERS | set(COUNCILS):
            yield f"{name}: unknown type {row['type']}"
        if (row["current"] == "no") != bool(row["end_date"]) or (row["current"] == "no") != bool(row["successor_ids"]):
            yield f"{name}: an ended council has an end and successors, and no other has"
        for end, heirs in (("end_date", "successor_ids"), ("planned_end_date", "planned_successor_ids")):
            for heir in several(row[heirs]):
                if heir not in by_id:
                    yield f"{name}: unknown successor {heir}"
                elif by_id[heir]["start_date"] != day_after(row[end]):
                    yield f"{name}: its successor {heir} does not start the day after it ends"
        county = by_id.get(row["upper_tier_id"])
        if (row["type"] == "non_metropolitan_district") != (county is not None and county["type"] == "county"):
            yield f"{name}: a district has a county, and no other has"
        if county and row["current"] == "yes" and county["current"] != "yes":
            yield f"{name}: a current district under an ended county"
        if county and county["region"] != row["region"]:
            yield f"{name}: in {row['region']}, its county in {county['region']}"
        if not set(several(row["foi_instruments"])) <= set(LAWS):
            yield f"{name}: unknown law in {row['foi_instruments']}"


def authority_rows(authorities: list[Row]) -> list[Row]:
    names = {row["authority_id"]: row["official_name"] for row in authorities}
    return [
        coded(row["authority_id"], row["official_name"], authority_meaning(row, names))
        | {"status": STATUSES[row["current"]]}
        | renamed(row, AUTHORITY_COLUMNS)
        | {"source": authority_source(row)}
        for row in authorities
    ]


def authority_meaning(row: Row, names: Mapping[str, str]) -> str:
    """One sentence: what the body is, where, and from when to when."""
    kind = COUNCILS[row["type"]][0] if row["type"] in COUNCILS else row["type"].replace("_", " ").capitalize()
    place = f"{row['nation']} ({row['region']})" if row["region"] != row["nation"] else row["nation"]
    words = f"{kind} in {place}"
    if row["upper_tier_id"]:
        words += f", under {names[row['upper_tier_id']]},"
    heirs = [names[heir] for heir in several(row["successor_ids"] or row["planned_successor_ids"])]
    followed = f", succeeded by {' and '.join(heirs)}" if heirs else ""
    if not row["start_date"]:
        return f"{words}: {row['start_date_basis']}."
    start = spoken(row["start_date"])
    if row["current"] == "future":
        return f"{words}, planned to start on {start}."
    if row["end_date"]:
        return f"{words} from {start} to {spoken(row['end_date'])}{followed}."
    if row["planned_end_date"]:
        return f"{words} since {start}, planned to end on {spoken(row['planned_end_date'])}{followed}."
    return f"{words} since {start}."


def authority_source(row: Row) -> str:
    """Whom to name for the row, as the licences of its columns ask."""
    if row["authority_id"] == row["gss_code"]:
        return "ONS Code History Database"
    if not row["gss_code"] and row["nation"] == "England":
        return "foidata (placeholder code)"
    return "mySociety (CC-BY-4.0); GOV.UK registers and digital-land (OGL-UK-3.0)"


def name_rows(aliases: list[Row], authorities: list[Row]) -> list[Row]:
    labels = {row["authority_id"]: row["official_name"] for row in authorities}
    rows = []
    for row in aliases:
        code = f"{row['authority_id']}-{row['alias_normalised'].replace(' ', '-')}"
        until = f", until {spoken(row['valid_to'])}" if row["valid_to"] else ""
        meaning = f"Another name of {labels[row['authority_id']]}{until}."
        status = {"status": "ended" if until else "current"}
        rows.append(coded(code, row["alias"], meaning) | status | renamed(row, NAME_COLUMNS))
    return rows


def alias_faults(aliases: list[Row], authorities: list[Row]) -> Iterator[str]:
    """What contradicts the authorities that the aliases belong to."""
    by_id = {row["authority_id"]: row for row in authorities}
    bodies: dict[str, set[str]] = {}
    for row in authorities:
        bodies.setdefault(normalised(row["official_name"]), set()).add(row["authority_id"])
    for row in aliases:
        bodies.setdefault(normalised(row["alias"]), set()).add(row["authority_id"])
    for row in aliases:
        alias, body, named = row["alias"], by_id.get(row["authority_id"]), bodies[normalised(row["alias"])]
        if body is None:
            yield f"aliases: {alias}: unknown authority {row['authority_id']}"
            continue
        if row["alias_normalised"] != normalised(alias):
            yield f"aliases: {alias}: normalised should be {normalised(alias)}"
        if row["valid_from"] < body["start_date"] or (body["end_date"] and row["valid_to"] > body["end_date"]):
            yield f"aliases: {alias}: valid outside the life of {body['official_name']}"
        if (row["ambiguous"] == "yes") != (len(named) > 1):
            yield f"aliases: {alias}: ambiguous is {row['ambiguous']}, but it names {sorted(named)}"


def normalised(name: str) -> str:
    """A name in lower case, "&" as "and", hyphens and punctuation as spaces, accents and apostrophes gone."""
    marks = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(mark for mark in marks if mark not in "'\u2019" and not unicodedata.combining(mark))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain.replace("&", " and ")).split())


def exemption_rows(exemptions: list[Row], pairs: list[Row]) -> list[Row]:
    equivalents: dict[str, list[str]] = {}
    for pair in pairs:
        equivalents.setdefault(pair["code"], []).append(pair["equivalent"])
        equivalents.setdefault(pair["equivalent"], []).append(pair["code"])
    rows = []
    for row in exemptions:
        more = renamed(row, EXEMPTION_COLUMNS)
        more["jurisdiction"] = more["jurisdiction"].replace(", ", "|")
        more["council_use"] = more["council_use"].replace("not available to councils", "not_available")
        more["equivalents"] = "|".join(sorted(equivalents.get(row["code"], [])))
        rows.append(coded(row["code"], row["title"], exemption_meaning(row)) | more)
    return rows


def exemption_meaning(row: Row) -> str:
    """One sentence: where in which law, what class, what for."""
    provision = row["provision"].replace("s.", "section ").replace("reg ", "regulation ")
    reason = row["title"].removeprefix("Override: ")
    if not reason.startswith(("Scottish", "Parliamentary")):
        reason = reason[0].lower() + reason[1:]
    return f"Under {provision} of the {LAWS[row['instrument']]}, {CLASSES[row['class']]}: {reason}."


def equivalent_faults(pairs: list[Row], exemptions: list[Row]) -> Iterator[str]:
    codes = {row["code"] for row in exemptions}
    for code, other in ((pair["code"], pair["equivalent"]) for pair in pairs):
        if not {code, other} <= codes:
            yield f"equivalents: {code} or {other} is no exemption"
        if COUNTERPARTS.get(code.split("_")[0]) != other.split("_")[0]:
            yield f"equivalents: {code} and {other} are not of answering laws"


def licence_rows(licences: list[Row]) -> list[Row]:
    return [coded(row["code"], row["title"], row["meaning"]) | renamed(row, "spdx url note=notes") for row in licences]


def partnership_rows(partnerships: list[Row]) -> list[Row]:
    rows = []
    for row in partnerships:
        doubt = "" if row["checked"] == "yes" else "; the name is not confirmed in a source"
        meaning = f"Anti-slavery partnership; area: {row['area']} ({row['level']}){doubt}."
        more = renamed(row, "area level checked")
        rows.append(coded(row["code"], row["name"], meaning) | more | {"level": row["level"].replace(" ", "_")})
    return rows


def list_faults(name: str, rows: list[Row]) -> Iterator[str]:
    """What no published list may have: a code twice, or a cell of the first five columns empty."""
    for code, times in Counter(row["code"] for row in rows).items():
        if times > 1:
            yield f"{name}: {code} is given {times} times"
    for row in rows:
        if not all(row[column] for column in ("code", "label", "meaning", "status", "since")):
            yield f"{name}: {row['code']} has no label or no meaning"


def several(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def day_after(day: str) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat() if day else ""


def spoken(day: str) -> str:
    """A date in words: 2023-03-31 is 31 March 2023."""
    date = datetime.date.fromisoformat(day)
    return f"{date.day} {MONTHS.split()[date.month]} {date.year}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write the published reference lists from sources/.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the lists differ")
    options = parser.parse_args(arguments)
    try:
        lists = published(SOURCES)
    except Faulty as fault:
        print(fault, file=sys.stderr)
        return 2
    texts = {path.name: path.read_bytes() for path in REFERENCE.glob("*.csv")}
    changed = [name for name, text in lists.items() if texts.get(name) != text.encode()]
    for name in changed:
        print(f"{name} differs from sources/" if options.check else f"wrote {name}")
        if not options.check:
            draft = REFERENCE / f".{name}.tmp"
            draft.write_bytes(lists[name].encode())
            draft.replace(REFERENCE / name)
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
