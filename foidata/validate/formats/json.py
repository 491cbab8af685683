"""The report as JSON."""

from foidata.standard.json import canonical
from foidata.standard.report import Report
from foidata.validate.formats import Manner, format_of


@format_of("json", "one JSON object, as findings.schema.json has it", ".json")
def as_json(report: Report, _: Manner) -> str:
    """The whole report as canonical JSON."""
    return canonical(report).decode()
