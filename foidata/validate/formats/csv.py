"""The report as CSV, for spreadsheets."""

import re
from typing import Any

from foidata.packages.cells import csv_lines
from foidata.packages.fieldschemas import property_schemas
from foidata.packages.table_schemas import TABLE_SCHEMA
from foidata.standard.record import Record
from foidata.standard.report import Finding, Place, Report, Total, Words
from foidata.validate.formats import Manner, format_of
from foidata.validate.listing import visible

_COLUMNS: dict[str, tuple[type[Record], str]] = {
    **{name: (Finding, name) for name in ("code", "name", "severity", "judges", "message", "why", "fix")},
    **{name: (Place, name) for name in ("file", "line", "column", "table", "row", "field", "cell", "pointer")},
    **{name: (Finding, name) for name in ("response", "answer", "value", "fixable")},
    **{f"letter_{name}": (Words, name) for name in ("line", "column", "start", "end", "before", "quote", "after")},
    "found": (Total, "count"),
    "looked_at": (Total, "out_of"),
}
"""The columns, and of which field each holds the value."""

_RUNS = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What a cell begins with that a spreadsheet takes for a formula."""


@format_of("csv", "a row a finding, for spreadsheets", ".csv")
def csv(report: Report, _: Manner) -> str:
    """A row a finding under a header, as findings.table.json has it; each row repeats its rule's totals.

    A text that a spreadsheet would run as a formula is given an apostrophe before it.
    """
    totals = {total.code: total for total in report.totals}
    rows = (_row(finding, totals[finding.code]) for finding in report.findings)
    return b"".join(csv_lines(_COLUMNS, rows)).decode()


def _row(finding: Finding, total: Total) -> list[Any]:
    records: dict[type[Record], Record | None] = {
        Finding: finding,
        Place: finding.place,
        Words: finding.letter,
        Total: total,
    }
    return [_harmless(getattr(records[record], field, None)) for record, field in _COLUMNS.values()]


def _harmless(value: Any) -> Any:
    """A value on one line, that no spreadsheet runs."""
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if _RUNS.match(text) else text


def findings_table() -> dict[str, Any]:
    """The Table Schema of the report as CSV."""
    fields = []
    for name, (record, field) in _COLUMNS.items():
        schema = property_schemas(record)[field]
        required = record is not Words and record.model_fields[field].is_required()
        enum = {"enum": schema["enum"]} if "enum" in schema else {}
        fields.append(
            {
                "name": name,
                "type": schema["type"],
                "description": schema["description"],
                "constraints": {"required": required, **enum},
            }
        )
    return {
        "$schema": TABLE_SCHEMA,
        "name": "findings",
        "description": "What a check of a dataset found: a row a finding.",
        "fields": fields,
        "missingValues": [""],
    }
