import csv
import io
import json
from pathlib import Path

from frictionless import Resource, Schema

from foidata.standard.report import Report
from foidata.validate.formats import asked_for
from foidata.validate.formats.csv import findings_table

PUBLISHED = Path(__file__).parents[2] / "schema" / "1.0" / "findings.table.json"


def test_it_is_a_table_as_its_published_schema_has_it(report: Report, tmp_path: Path) -> None:
    (tmp_path / "findings.csv").write_text(asked_for("csv").render(report), "utf-8", newline="")
    schema = Schema.from_descriptor(json.loads(PUBLISHED.read_text("utf-8")))
    found = Resource(path="findings.csv", basepath=str(tmp_path), schema=schema).validate()
    assert found.flatten(["type", "note"]) == []
    assert found.tasks[0].stats.get("rows", 0) == len(report.findings)


def test_the_published_schema_is_that_of_the_code() -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == findings_table()


def test_a_row_holds_what_a_finding_says(seeds: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(asked_for("csv").render(seeds))))
    first = seeds.findings[0]
    assert len(rows) == len(seeds.findings)
    assert rows[0]["message"] == first.message
    assert rows[0]["file"] == first.place.file
    assert (rows[0]["line"], rows[0]["column"]) == (str(first.place.line), str(first.place.column))
    assert rows[0]["letter_quote"] == "at a cost of £50k per annum"
    assert (rows[0]["found"], rows[0]["looked_at"]) == ("1", "2")


def test_a_finding_is_a_line_and_no_cell_of_it_is_run(hostile: Report) -> None:
    text = asked_for("csv").render(hostile)
    rows = list(csv.reader(io.StringIO(text)))
    assert len(text.splitlines()) == len(rows) == len(hostile.findings) + 1
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.strip()[:1] in ("=", "+", "-", "@", "＝") and cell.strip()]
    assert "'+1" in cells
    assert '\'=HYPERLINK("http://evil.example","x")' in cells
    assert "' =1+1" in cells
