"""A finding a line."""

from foidata.standard.report import Report
from foidata.validate.formats import Manner, format_of, position
from foidata.validate.listing import visible


@format_of("concise", "a line a finding, as editors read it")
def concise(report: Report, _: Manner) -> str:
    """A finding a line: `file:line:column: CODE message`. Nothing when there is none."""
    lines = (f"{position(finding.place)}: {finding.code} {finding.message}" for finding in report.findings)
    return "".join(f"{visible(line)}\n" for line in lines)
