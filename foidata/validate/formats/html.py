"""The report as a page."""

from foidata.standard.report import Report
from foidata.validate.formats import Manner, format_of
from foidata.validate.page.page import page


@format_of("html", "one page to look at, to print and to send on", ".html", ".htm")
def html(report: Report, _: Manner) -> str:
    """One HTML file that needs nothing else."""
    return page(report)
