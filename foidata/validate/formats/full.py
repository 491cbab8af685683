"""The report for people."""

from collections.abc import Iterator

from foidata.standard.codes import Judged, Severity
from foidata.standard.report import Finding, Report, Words
from foidata.validate.formats import Manner, format_of, where
from foidata.validate.listing import LIST_ALL, Broken, broken, codes, not_checked, of_whom, verdict, visible, why_waived

_STYLES = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _FAINT, _MENDS = "1", "2", "32"
_QUOTE, _AROUND = 80, 30
"""So many characters of a quote are shown at most, and of the words on either side of it."""


@format_of("full", "for people: every finding with its words, why it matters, what to do", ".txt")
def full(report: Report, manner: Manner) -> str:
    """Findings by rule, worst first; those about letters after those about the data; then what is in order."""
    return "\n\n".join([*_rules(report, manner), *_closing(report, manner)]) + "\n"


def _rules(report: Report, manner: Manner) -> Iterator[str]:
    """A paragraph a rule, those about letters under a heading of their own."""
    headed = False
    for one in broken(report):
        if one.total.judges is Judged.LETTER and not headed:
            headed = True
            yield manner.paint("About the letters: nothing to mend, worth noting", _BOLD)
        yield "\n".join(_rule(one, manner))


def _rule(one: Broken, manner: Manner) -> Iterator[str]:
    level = manner.paint(one.total.severity.value, _STYLES[one.total.severity])
    yield f"{level} {manner.paint(one.total.code, _BOLD)} {one.total.name}: {one.rule.title}."
    yield f"  {one.tally}. {one.rule.why}"
    for finding in one.findings:
        mark = manner.paint(" [--fix]", _MENDS) if finding.fixable else ""
        yield f"  {manner.paint(visible(where(finding.place)), _BOLD)}  {visible(finding.message)}{mark}"
        yield from (manner.paint(f"      {line}", _FAINT) for line in _details(finding))
        if finding.fix != one.rule.fix:
            yield f"      {visible(finding.fix)}"
    if one.unlisted:
        yield f"  … and {one.unlisted:,} more; {LIST_ALL}"
    yield f"  Fix: {one.rule.fix}"


def _details(finding: Finding) -> Iterator[str]:
    """Where it is in the dataset and in the letter, and the value itself."""
    parts = (finding.place.pointer, of_whom(finding))
    yield visible("  ".join(part for part in parts if part) or "the whole file")
    if finding.value is not None:
        yield visible(f"value: {finding.value}")
    if finding.letter:
        yield visible(_words(finding.letter))


def _words(letter: Words) -> str:
    """The quote among the words around it: `letter 738-765: is filled “at a cost of £50k” until 2023`."""
    at = f"letter {letter.start}-{letter.end}" + (f", line {letter.line:,}" if letter.line else "")
    if letter.quote is None:
        return at
    before, after = _end_of(_spaced(letter.before or "")), _start_of(_spaced(letter.after or ""), _AROUND)
    return f"{at}: {before}“{_start_of(_spaced(letter.quote), _QUOTE)}”{after}"


def _spaced(words: str) -> str:
    """Words on one line; a space at either end is kept, since it says that a word ends there."""
    inner = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{inner}{' ' if inner and words[-1:].isspace() else ''}"


def _start_of(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[:longest].rpartition(' ')[0] or words[:longest]} …"


def _end_of(words: str) -> str:
    return words if len(words) <= _AROUND else f"… {words[-_AROUND:].partition(' ')[2]}"


def _closing(report: Report, manner: Manner) -> Iterator[str]:
    if report.good:
        yield "\n".join([manner.paint("In order", _BOLD), *(f"  {words}" for words in report.good)])
    if report.waived:
        yield "\n".join([manner.paint("Waived: not counted", _BOLD), *_waived(report)])
    if report.second_opinions:
        lines = [
            f"  {one.engine} on {visible(one.file)}: {one.says}{'' if one.agrees else ': WE DISAGREE'}"
            + "".join(f"\n      {visible(words)}" for words in one.objections)
            for one in report.second_opinions
        ]
        yield "\n".join([manner.paint("Second opinions", _BOLD), *lines])
    if report.not_run:
        yield "\n".join([manner.paint("Not checked", _BOLD), *_not_run(report)])
    yield verdict(report)


def _not_run(report: Report) -> Iterator[str]:
    for reason, checks in not_checked(report):
        yield f"  {reason}: {', '.join(codes(checks))}"


def _waived(report: Report) -> Iterator[str]:
    """The findings that do not count, and why."""
    for one in report.waived:
        yield visible(f"  {where(one.finding.place)}  {one.finding.code} {one.finding.message} {why_waived(one)}")
    if report.count_waived > len(report.waived):
        yield f"  … and {report.count_waived - len(report.waived):,} more; {LIST_ALL}"
