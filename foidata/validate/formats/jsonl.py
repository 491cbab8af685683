"""The report as JSON Lines."""

from foidata.standard.json import canonical
from foidata.standard.report import Report
from foidata.validate.formats import Manner, format_of


@format_of("jsonl", "a JSON object a finding, and a last one with the totals", ".jsonl")
def jsonl(report: Report, _: Manner) -> str:
    """A line a finding, then the report without its findings: each a part of findings.schema.json."""
    return b"".join(canonical(one, line=True) for one in (*report.findings, report.but(findings=()))).decode()
