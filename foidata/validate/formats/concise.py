"""A finding a line."""

from foidata.standard.report import Report
from foidata.validate.formats import Paint, format_of, position


@format_of("concise", "a line a finding, as editors read it")
def concise(report: Report, _: Paint) -> str:
    """A finding a line: `file:line:column: CODE message`. Nothing when there is none."""
    return "".join(f"{position(finding.place)}: {finding.code} {finding.message}\n" for finding in report.findings)
