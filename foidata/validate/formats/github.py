"""The report for GitHub Actions: annotations, and a step summary."""

import re
from collections.abc import Iterator
from itertools import chain, zip_longest

from foidata.rules.catalogue import find
from foidata.standard.codes import Judged, Severity
from foidata.standard.report import Finding, Report
from foidata.validate.formats import Aside, Manner, format_of, where
from foidata.validate.listing import LIST_ALL, Broken, broken, codes, not_checked, of_whom, verdict, visible, why_waived

ANNOTATIONS = 10
"""So many findings become annotations: GitHub shows no more of a kind in one step."""
LARGEST_SUMMARY = 500_000
"""So many bytes at most are findings in a step summary. GitHub refuses one of more than 1 MiB, whole."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MEANT = re.compile(r"[\\`*_{}\[\]()#+\-.!|~:@]")
"""Signs that mean something in Markdown."""


def summary(report: Report, _: Manner) -> str:
    """The report as Markdown, for the page of a workflow's run."""
    found = broken(report)
    parts = ["## foidata", _escaped(verdict(report))]
    if found:
        parts.append("\n".join(_table(found)))
    left = LARGEST_SUMMARY
    for one in found:
        section = "\n".join(_section(one, left))
        left -= len(section.encode())
        parts.append(section)
    if report.good:
        parts.append("\n".join(["### In order", "", *(f"- {_escaped(words)}" for words in report.good)]))
    if report.waived:
        parts.append("\n".join(_waived(report, left)))
    if report.second_opinions:
        says = (f"- {_escaped(f'{one.engine} on {one.file}: {one.says}')}" for one in report.second_opinions)
        parts.append("\n".join(["### Second opinions", "", *says]))
    if report.not_run:
        lines = (f"- {_escaped(f'{reason}: ' + ', '.join(codes(checks)))}" for reason, checks in not_checked(report))
        parts.append("\n".join(["### Not checked", "", *lines]))
    return "\n\n".join(parts) + "\n"


@format_of("github", "annotations and a step summary in GitHub Actions", aside=Aside("GITHUB_STEP_SUMMARY", summary))
def github(report: Report, _: Manner) -> str:
    """Workflow commands for the ten most useful findings, and a line of how many there are in all."""
    lines = [_command(finding) for finding in most_useful(report)]
    rest = report.count(*Severity) - len(lines)
    told = f" For {rest:,} more see the step summary." if rest else ""
    return "".join(f"{line}\n" for line in [*lines, f"{verdict(report)}{told}"])


def most_useful(report: Report) -> list[Finding]:
    """The findings that become annotations: those about the data first, then the worst.

    Of each severity the first finding of every rule stands before the second of any, so that many rules are seen.
    """
    rules = broken(report)
    kinds = [(judges, level) for judges in Judged for level in Severity]
    ranked = chain.from_iterable(
        zip_longest(*(one.findings for one in rules if (one.total.judges, one.total.severity) == kind))
        for kind in kinds
    )
    return [finding for finding in chain.from_iterable(ranked) if finding is not None][:ANNOTATIONS]


def _command(finding: Finding) -> str:
    """One finding as a workflow command: `::error file=data.json,line=12::…`."""
    place = finding.place
    known = (("file", place.file), ("line", place.line), ("col", place.column))
    properties = [f"{name}={_property(str(value))}" for name, value in known if value is not None]
    properties.append(f"title={_property(f'{finding.code} {finding.name}')}")
    quote = f"\n“{finding.letter.quote}”" if finding.letter and finding.letter.quote else ""
    at = f"\n{where(place)}" if place.row is not None else ""
    message = _data(f"{finding.message}{at}{quote}\n{finding.fix}")
    return f"::{_COMMANDS[finding.severity]} {','.join(properties)}::{message}"


def _data(text: str) -> str:
    """A text as the message of a workflow command: with its line breaks, and nothing else that is not seen."""
    shown = "".join(visible(part) if part not in "\r\n" else part for part in re.split("([\r\n])", text))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text as a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _table(found: tuple[Broken, ...]) -> Iterator[str]:
    """The rules that were broken, each with its exact totals."""
    yield "| rule | severity | about | found | looked at |"
    yield "|---|---|---|--:|--:|"
    for one in found:
        total = one.total
        name = f"{total.code} {_escaped(one.rule.title)}"
        yield f"| {name} | {total.severity.value} | {total.judges.value} | {total.count:,} | {total.out_of:,} |"


def _section(one: Broken, room: int) -> Iterator[str]:
    """A rule's page with as many of its findings as there is room for."""
    yield f"<details><summary>{one.total.code} {one.total.name}: {one.tally}</summary>"
    yield f"\n{_escaped(one.rule.title)}. {_escaped(one.rule.why)}\n\nFix: {_escaped(one.rule.fix)}\n"
    left_out = one.unlisted
    for at, finding in enumerate(one.findings):
        line = _line(finding)
        room -= len(line.encode()) + 1
        if room < 0:
            left_out += len(one.findings) - at
            break
        yield line
    if left_out:
        yield f"\n… and {left_out:,} more; {_escaped(LIST_ALL)} in the other formats"
    yield "\n</details>"


def _waived(report: Report, room: int) -> Iterator[str]:
    """As many as there is room for of the findings that do not count, and why."""
    yield f"<details><summary>Waived: {report.count_waived:,} not counted</summary>\n"
    listed = 0
    for one in report.waived:
        line = f"- {_escaped(f'{where(one.finding.place)} {one.finding.code} {one.finding.message} {why_waived(one)}')}"
        room -= len(line.encode()) + 1
        if room < 0:
            break
        listed += 1
        yield line
    if report.count_waived > listed:
        yield f"\n… and {report.count_waived - listed:,} more"
    yield "\n</details>"


def _line(finding: Finding) -> str:
    """One finding as an entry of a list."""
    quote = f" “{finding.letter.quote}”" if finding.letter and finding.letter.quote else ""
    fix = "" if finding.fix == find(finding.code).fix else f" {finding.fix}"
    who = f" ({of_whom(finding)})" if finding.response else ""
    return f"- **{_escaped(where(finding.place))}** {_escaped(f'{finding.message}{quote}{fix}{who}')}"


def _escaped(text: str) -> str:
    """A text as Markdown that says just that: no markup, no link, nobody notified."""
    shown = _MEANT.sub(r"\\\g<0>", visible(text))
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
