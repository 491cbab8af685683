"""The report as JSON."""

from foidata.standard.json import canonical
from foidata.standard.report import Report
from foidata.validate.formats import Paint, format_of


@format_of("json", "one JSON object, as findings.schema.json has it")
def as_json(report: Report, _: Paint) -> str:
    """The whole report as canonical JSON."""
    return canonical(report).decode()
