"""What is clear and safe is mended in the user's files: nothing else changes, and no figure does."""

import csv
import gzip
import io
import json
import os
import random
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from foidata.cli import app
from foidata.packages import load, save
from foidata.packages.labels import shown
from foidata.packages.replace import replace_file
from foidata.packages.table import Column, tables_of_standard
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset
from foidata.standard.json import canonical
from foidata.validate.fix import diff, fixes
from foidata.validate.validate import check, validate

ROOT = Path(__file__).parents[2]
BASE = ROOT / "examples" / "faults" / "base.json"
OF_FORM = ["FOI0", "FOI1"]
"""The rules that judge how a file is written."""
run = CliRunner().invoke


def base() -> Dataset:
    dataset = load(BASE).dataset
    assert dataset is not None
    return dataset


def fixed(path: Path, **asked: Any) -> int:
    """Mend a source, and say how many findings were mended."""
    found = list(fixes(check(path, **asked)))
    for one in found:
        one.write()
    return sum(one.count for one in found)


def files_of(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def habits_of(cell: str, column: Column) -> Iterator[str]:
    """How people and programs write a cell: each leads back to it without a doubt."""
    if column.codelist and column.type == "string" and cell.startswith("x-"):
        yield from (f" {cell}", f"“{cell}”")
    elif column.codelist and column.type == "string":
        yield from (shown(column.codelist, cell), f" {shown(column.codelist, cell).upper()} ", f"“{cell}”")
    if column.type == "string" and column.codelist is None and "pattern" in column.schema:
        yield f" {cell} "
    match column.type:
        case "boolean":
            yield from (cell.upper(), cell.title(), "Yes" if cell == "true" else "no", f"{cell} ")
        case "integer":
            yield from (f"{cell}.0", f" {cell}")
        case "number":
            value = Decimal(cell)
            yield from (
                f"£{value:,}",
                f"{value:,}.00" if value == value.to_integral_value() else f" {cell}",
                f"GBP {cell}",
            )
        case "date":
            year, month, day = (int(part) for part in cell.split("-"))
            yield from (f"{cell}T00:00:00", f"{day:02}/{month:02}/{year}" if day > 12 else f"{year}/{month}/{day}")
        case "array" if column.codelist:
            yield "; ".join(shown(column.codelist, one) for one in json.loads(cell))


def disturbed(data: bytes, table: str, chance: random.Random) -> bytes:
    """A table as people and programs write it, with the same meaning."""
    header, *rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    columns = {column.name: column for column in tables_of_standard()[table].columns}
    for row in rows:
        for index, name in enumerate(header):
            habits = list(habits_of(row[index], columns[name])) if row[index] else []
            if habits and chance.random() < 0.3:
                row[index] = chance.choice(habits)
    if chance.random() < 0.5:
        header = [name.replace("_", " ").title() if chance.random() < 0.3 else name for name in header]
    if chance.random() < 0.3:
        header, rows = [*header, ""], [[*row, ""] for row in rows]
    for _ in range(chance.choice([0, 0, 1, 2])):
        rows.insert(chance.randint(0, len(rows)), [""] * len(header))
    if chance.random() < 0.2:
        rows.append(header)
    page = io.StringIO(newline="")
    quoting = chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    end = chance.choice(["\n", "\r\n"])
    csv.writer(page, delimiter=chance.choice(",,;\t"), quoting=quoting, lineterminator=end).writerows([header, *rows])
    encoding = chance.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16"])
    return page.getvalue().encode(encoding)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_what_habits_did_to_a_package_is_undone_to_the_last_figure(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "package"
    save(base(), folder)
    before = files_of(folder)
    changed = set()
    for table in tables_of_standard():
        path = folder / f"{table}.csv"
        if path.exists() and chance.random() < 0.5:
            path.write_bytes(disturbed(path.read_bytes(), table, chance))
            changed.add(path.name)
    report = validate(folder, select=OF_FORM)
    assert report.fixable == report.count(*Severity)
    assert fixed(folder, select=OF_FORM) == report.fixable
    after = files_of(folder)
    assert {name: after[name] for name in after.keys() - changed} == {
        name: before[name] for name in before.keys() - changed
    }
    loaded = load(folder)
    assert loaded.faults == ()
    assert loaded.dataset is not None
    assert canonical(loaded.dataset) == canonical(base())
    assert fixed(folder, select=OF_FORM) == 0
    assert files_of(folder) == after


def as_r_writes(data: bytes, table: str) -> bytes:
    """A table as `write.csv` of R writes it: names of rows, NA, TRUE and FALSE, quotes around all texts."""
    types = {column.name: column.type for column in tables_of_standard()[table].columns}
    header, *rows = list(csv.reader(io.StringIO(data.decode(), newline="")))

    def cell(text: str, name: str) -> str:
        if not text:
            return "NA"
        plain = types[name] in ("integer", "number", "boolean")
        return text.upper() if plain else '"' + text.replace('"', '""') + '"'

    lines = [",".join('""' if not name else f'"{name}"' for name in ["", *header])]
    for number, row in enumerate(rows, 1):
        lines.append(",".join([f'"{number}"', *(cell(*pair) for pair in zip(row, header, strict=True))]))
    return "".join(f"{line}\r\n" for line in lines).encode()


def test_a_package_that_r_wrote_is_read_and_mended(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    save(base(), folder)
    for table in tables_of_standard():
        path = folder / f"{table}.csv"
        if path.exists():
            path.write_bytes(as_r_writes(path.read_bytes(), table))
    report = validate(folder)
    assert report.fixable == report.count(*Severity)
    assert {one.code for one in report.findings} == {"FOI020", "FOI053"}
    assert fixed(folder) == report.fixable
    assert load(folder).faults == ()
    assert load(folder).dataset == base()


@pytest.mark.parametrize("name", ["data.json", "data.jsonl", "data.json.gz", "data.jsonl.gz"])
def test_labels_days_and_the_case_of_codes_are_mended_in_json_and_nothing_else(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    save(base(), path)
    packed = name.endswith(".gz")
    right = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
    gap = b" " if b'"status": "' in right else b""
    wrong = right.replace(b'"status":' + gap + b'"nil"', b'"status":' + gap + b'"Answered: none"')
    wrong = wrong.replace(b'"kind":' + gap + b'"reply"', b'"kind":' + gap + b'"Reply"')
    wrong = wrong.replace(b'"foia_2000"', b'"FOIA_2000"')
    wrong = b"\xef\xbb\xbf" + wrong if name == "data.json" else wrong
    assert wrong != right
    replace_file(path, [wrong])
    report = validate(path)
    assert report.fixable == report.count(*Severity) > 3
    assert all(one.fixable for one in report.findings)
    assert fixed(path) == report.fixable
    after = path.read_bytes()
    assert (gzip.decompress(after) if packed else after) == right
    assert fixed(path) == 0


def test_a_days_order_is_mended_where_another_day_tells_it(tmp_path: Path) -> None:
    save(base(), tmp_path / "package")
    path = tmp_path / "package" / "responses.csv"
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    index = rows[0].index("sent")
    sent = [row[index] for row in rows[1:] if row[index]]
    assert sent
    rows[1][index] = "12/03/2024"
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\n").writerows(rows)
    path.write_text(page.getvalue(), "utf-8")
    assert fixed(tmp_path / "package") == 0
    rows[1][rows[0].index("published")] = "25/03/2024"
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\n").writerows(rows)
    path.write_text(page.getvalue(), "utf-8")
    assert fixed(tmp_path / "package") == 2
    assert str(load(tmp_path / "package").responses[0][1].sent) == "2024-03-12"


def faulty(path: Path) -> Path:
    """A folder or archive with two faults that can be mended, in two files, and one that cannot."""
    save(base(), path)
    changes = {"funding.csv": (b",12000,", b",12000 or so,"), "leads.csv": (b"response_id,", b"Response ID,")}
    changes["counts.csv"] = (b",answered,", b",Answered,")
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as old:
            members = {one: old.read(one) for one in old.namelist()}
        with zipfile.ZipFile(path, "w") as new:
            for member, data in members.items():
                old_text, new_text = changes.get(member, (b"", b""))
                new.writestr(member, data.replace(old_text, new_text, 1) if old_text else data)
    else:
        for member, (old_text, new_text) in changes.items():
            data = (path / member).read_bytes()
            assert old_text in data
            (path / member).write_bytes(data.replace(old_text, new_text, 1))
    return path


@pytest.mark.parametrize("name", ["package", "package.zip"])
def test_a_package_is_mended_in_its_files_in_a_folder_as_in_an_archive(name: str, tmp_path: Path) -> None:
    path = faulty(tmp_path / name)
    assert fixed(path) == 2
    report = validate(path)
    assert [one.code for one in report.findings] == ["FOI020"]
    assert report.fixable == 0
    if path.suffix == ".zip":
        save(base(), tmp_path / "right.zip")
        with zipfile.ZipFile(path) as mended, zipfile.ZipFile(tmp_path / "right.zip") as right:
            assert mended.namelist() == right.namelist()
            other = [one for one in right.namelist() if one != "funding.csv"]
            assert [mended.read(one) for one in other] == [right.read(one) for one in other]


def test_only_what_was_asked_for_is_mended(tmp_path: Path) -> None:
    path = faulty(tmp_path / "package")
    assert fixed(path, ignore=["FOI050"]) == 1
    assert (path / "leads.csv").read_bytes().startswith(b"Response ID,")
    assert fixed(path, select=["FOI020"]) == 0


def test_a_finding_that_was_waived_is_not_mended(tmp_path: Path) -> None:
    path = faulty(tmp_path / "package")
    (tmp_path / "waivers.csv").write_text("code,file,reason,expires\nFOI050,*,Our other program needs it.,2099-01-01\n")
    assert fixed(path, waivers=tmp_path / "waivers.csv", today="2024-05-01") == 1
    assert (path / "leads.csv").read_bytes().startswith(b"Response ID,")


def test_findings_beyond_those_listed_are_mended_too(tmp_path: Path) -> None:
    path = faulty(tmp_path / "package")
    data = (path / "funding.csv").read_bytes()
    (path / "funding.csv").write_bytes(
        data.replace(b",answered,", b",Answered,").replace(b",nil,", b",Answered: none,")
    )
    report = validate(path, most=1)
    assert report.fixable > len([one for one in report.findings if one.fixable])
    assert fixed(path, most=1) == report.fixable


def test_a_diff_shows_what_would_change_and_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "leads.csv").write_bytes("response_id,answer_id,Item,status,team\na,1,1,Nil,Jos\u00e9".encode("cp1252"))
    ((one,),) = [fix.files for fix in fixes(check(tmp_path / "leads.csv"))]
    name = str(tmp_path / "leads.csv")
    assert diff(one) == (
        f"# {name}: from Windows-1252 to UTF-8\n"
        f"--- {name}\n+++ {name} (fixed)\n@@ -1,2 +1,2 @@\n"
        "-response_id,answer_id,Item,status,team\n"
        "-a,1,1,Nil,Jos\u00e9\n\\ No newline at end of file\n"
        "+response_id,answer_id,item,status,team\n"
        "+a,1,1,nil,Jos\u00e9\n\\ No newline at end of file\n"
    )


def test_the_command_shows_then_mends_then_checks_again(tmp_path: Path) -> None:
    path = faulty(tmp_path / "package")
    before = files_of(path)
    checked = run(app, ["validate", str(path), "--no-config"])
    assert "2 of 3 can be fixed with --fix." in checked.stdout
    shown_only = run(app, ["validate", str(path), "--no-config", "--diff"])
    assert (shown_only.exit_code, files_of(path)) == (1, before)
    assert "+exampleton" in shown_only.stdout
    assert "--fix would mend 2 findings; nothing is written" in shown_only.stderr
    mended = run(app, ["validate", str(path), "--no-config", "--fix"])
    assert mended.exit_code == 1
    assert "1 file: 1 error, 0 warnings" in mended.stdout
    assert "can be fixed" not in mended.stdout
    assert f"2 findings mended in {path}/" in mended.stderr
    again = run(app, ["validate", str(path), "--no-config", "--diff"])
    assert (again.exit_code, again.stdout) == (0, "")


def test_standard_input_cannot_be_mended() -> None:
    result = run(app, ["validate", "-", "--fix"], input=BASE.read_bytes())
    assert result.exit_code == 2
    assert "need files" in result.stderr


def test_a_stream_and_a_database_promise_no_mend(tmp_path: Path) -> None:
    save(base(), tmp_path / "package")
    wrong = (tmp_path / "package" / "leads.csv").read_bytes().replace(b",answered,", b",Answered,")
    result = run(app, ["validate", "-", "--no-config", "-f", "json"], input=wrong)
    findings = json.loads(result.stdout)["findings"]
    assert [one["code"] for one in findings] == ["FOI104"] * len(findings) != []
    assert not any("fixable" in one for one in findings)


def test_the_original_stays_until_the_new_file_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = faulty(tmp_path / "package")
    before = files_of(path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run(app, ["validate", str(path), "--no-config", "--fix"])
    assert result.exit_code == 2
    assert "no space left on device" in result.stderr
    assert files_of(path) == before


def test_who_may_read_a_file_stays_so(tmp_path: Path) -> None:
    path = faulty(tmp_path / "package")
    (path / "leads.csv").chmod(0o600)
    fixed(path)
    assert (path / "leads.csv").stat().st_mode & 0o777 == 0o600
    assert os.access(path / "counts.csv", os.R_OK)
