from foidata.standard.report import Report
from foidata.validate.formats import format_of, where


@format_of("concise", "a line a finding, as editors read it")
def concise(report: Report, colour: bool) -> str:
    """A finding a line: `file:line:column: CODE message`. Nothing when there is none."""
    return "".join(f"{where(finding.place)}: {finding.code} {finding.message}\n" for finding in report.findings)
