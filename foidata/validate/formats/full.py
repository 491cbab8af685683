"""The report for people."""

from collections.abc import Iterator
from itertools import groupby

from foidata.rules.catalogue import find
from foidata.standard.codes import Judged, Severity
from foidata.standard.report import Finding, NotRun, Report, Total, Waived
from foidata.validate.choose import meant
from foidata.validate.formats import Paint, format_of, where

_STYLES = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _FAINT = "1", "2"
_WIDTH = 100


@format_of("full", "for people: every finding with its words, why it matters, what to do")
def full(report: Report, paint: Paint) -> str:
    """Findings by rule, worst first; those about letters after those about the data; then what is in order."""
    sections = [
        *_section(report, Judged.DATA, paint),
        *_section(report, Judged.LETTER, paint),
        *_closing(report, paint),
    ]
    return "\n\n".join(sections) + "\n"


def _section(report: Report, judges: Judged, paint: Paint) -> Iterator[str]:
    """The findings about the data, or about the letters, a paragraph a rule."""
    order = list(Severity)
    broken = [total for total in report.totals if total.judges is judges and total.count]
    if broken and judges is Judged.LETTER:
        yield paint("About the letters: nothing to mend, worth noting", _BOLD)
    for total in sorted(broken, key=lambda total: (order.index(total.severity), total.code)):
        findings = [finding for finding in report.findings if finding.code == total.code]
        yield "\n".join(_rule(total, findings, paint))


def _rule(total: Total, findings: list[Finding], paint: Paint) -> Iterator[str]:
    rule = find(total.code)
    level = paint(total.severity.value, _STYLES[total.severity])
    yield f"{level} {paint(total.code, _BOLD)} {total.name}: {rule.title}."
    yield f"  {total.count:,} found, {total.out_of:,} looked at. {rule.why}"
    for finding in findings:
        yield f"  {paint(where(finding.place), _BOLD)}  {finding.message}"
        yield from (paint(f"      {line}", _FAINT) for line in _details(finding))
        if finding.fix != rule.fix:
            yield f"      {finding.fix}"
    if len(findings) < total.count:
        yield f"  … and {total.count - len(findings):,} more"
    yield f"  Fix: {rule.fix}"


def _details(finding: Finding) -> Iterator[str]:
    """Where it is in the dataset and in the letter, and the value itself."""
    place = finding.place
    who = " ".join(word for word in (finding.response, finding.answer and f"Q{finding.answer}") if word)
    yield "  ".join(part for part in (place.pointer, who) if part) or "the whole file"
    if finding.letter:
        quote = f": “{' '.join((finding.letter.quote or '').split())}”" if finding.letter.quote else ""
        yield _cut(f"letter {finding.letter.start}-{finding.letter.end}{quote}")
    elif finding.value is not None:
        yield _cut(f"value: {finding.value}")


def _cut(line: str) -> str:
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"


def _closing(report: Report, paint: Paint) -> Iterator[str]:
    if report.good:
        yield "\n".join([paint("In order", _BOLD), *(f"  {words}" for words in report.good)])
    if report.waived:
        yield "\n".join([paint("Waived: not counted", _BOLD), *(_waived(one) for one in report.waived)])
    if report.second_opinions:
        lines = [
            f"  {one.engine} on {one.file}: {one.says}{'' if one.agrees else ': WE DISAGREE'}"
            + "".join(f"\n      {words}" for words in one.objections)
            for one in report.second_opinions
        ]
        yield "\n".join([paint("Second opinions", _BOLD), *lines])
    if report.not_run:
        yield "\n".join([paint("Not checked", _BOLD), *_not_run(report.not_run)])
    yield _summary(report)


def _waived(one: Waived) -> str:
    """A finding that does not count, and who decided so, why, until when."""
    until = one.expires and f"until {one.expires.isoformat()}"
    known = ", ".join(part for part in (one.by, until, where(one.place)) if part)
    return f"  {where(one.finding.place)}  {one.finding.code} {one.finding.message} Because: {one.reason} ({known})"


def _not_run(checks: tuple[NotRun, ...]) -> Iterator[str]:
    """The checks that judged nothing, by reason."""
    by_reason = sorted(checks, key=lambda one: (one.reason, one.code))
    for reason, group in groupby(by_reason, key=lambda one: one.reason):
        yield f"  {reason}: {', '.join(_codes([one.code for one in group]))}"


def _codes(codes: list[str]) -> Iterator[str]:
    """Codes, those of a whole group as what they begin with."""
    for start, group in groupby(codes, key=lambda code: code[:4]):
        some = list(group)
        yield from [start] if len(some) == len(meant(start)) > 1 else some


def _summary(report: Report) -> str:
    """How many findings, those about letters apart."""
    counts = ", ".join(_many(report.count(level, judges=Judged.DATA), level.label.lower()) for level in Severity)
    letters = _many(report.count(*Severity, judges=Judged.LETTER), "note")
    files = _many(len(report.files), "file")
    told = f" Settings: {report.configuration}." if report.configuration else ""
    waived = f"; {report.count_waived:,} waived" if report.count_waived else ""
    return f"{files}: {counts} about the data; {letters} about the letters{waived}.{told}"


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
