"""A report in the order in which people read it."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from foidata.rules import Rule
from foidata.rules.catalogue import find
from foidata.standard.codes import Judged, Severity
from foidata.standard.report import Finding, NotRun, Report, Total, Waived
from foidata.validate.choose import meant
from foidata.validate.formats import where

LIST_ALL = "--most 0 lists all"
"""What a report says where it lists fewer findings than there are."""

_ORDER = {level: at for at, level in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that was broken, and where."""

    rule: Rule
    total: Total
    findings: tuple[Finding, ...]
    """Those that are listed: all, or the first of them."""

    @property
    def unlisted(self) -> int:
        """How many findings there are beside those listed."""
        return self.total.count - len(self.findings)

    @property
    def tally(self) -> str:
        """How many findings of how many things: `3 found, 1,200 looked at`."""
        return f"{self.total.count:,} found, {self.total.out_of:,} looked at"


def broken(report: Report) -> tuple[Broken, ...]:
    """The rules that were broken: those about the data, then those about letters; the worst first."""
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.code, []).append(finding)
    totals = [total for total in report.totals if total.count]
    totals.sort(key=lambda total: (total.judges is Judged.LETTER, _ORDER[total.severity], total.code))
    return tuple(Broken(find(total.code), total, tuple(findings.get(total.code, ()))) for total in totals)


def not_checked(report: Report) -> tuple[tuple[str, tuple[NotRun, ...]], ...]:
    """The checks that judged nothing, by the reason why."""
    by_reason = sorted(report.not_run, key=lambda one: (one.reason, one.code))
    return tuple((reason, tuple(group)) for reason, group in groupby(by_reason, key=lambda one: one.reason))


def codes(checks: Iterable[NotRun]) -> Iterator[str]:
    """Checks by code and name, those of a whole group as what their codes begin with: `FOI4`."""
    for start, group in groupby(checks, key=lambda one: one.code[:4]):
        some = list(group)
        yield from [start] if len(some) == len(meant(start)) > 1 else [f"{one.code} {one.name}" for one in some]


def why_waived(one: Waived) -> str:
    """Why a finding does not count, who decided so, and until when."""
    until = one.expires and f"until {one.expires.isoformat()}"
    known = ", ".join(part for part in (one.by, until, where(one.place)) if part)
    return f"Because: {one.reason} ({known})"


def verdict(report: Report) -> str:
    """How many findings there are, those about letters apart."""
    counts = ", ".join(many(report.count(level, judges=Judged.DATA), level.label.lower()) for level in Severity)
    letters = many(report.count(*Severity, judges=Judged.LETTER), "note")
    told = f" Settings: {visible(report.configuration)}." if report.configuration else ""
    waived = f"; {report.count_waived:,} waived" if report.count_waived else ""
    mend = f" {report.fixable:,} of {report.count(*Severity):,} can be fixed with --fix." if report.fixable else ""
    return (
        f"{many(len(report.files), 'file')}: {counts} about the data; {letters} about the letters{waived}.{mend}{told}"
    )


def of_whom(finding: Finding) -> str:
    """The response and the question that a finding is in: `foi-12345 Q1`."""
    return " ".join(word for word in (finding.response, finding.answer and f"Q{finding.answer}") if word)


def many(count: int, word: str) -> str:
    """A number of things: `1 file`, `2 files`.

    >>> many(1200, "note")
    '1,200 notes'
    """
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def visible(text: str) -> str:
    r"""A text as one line in which nothing is hidden: what a terminal or an editor would obey is shown instead.

    >>> visible("a\x1b[31m\nb\u202ec")
    'a␛[31m b�c'
    """
    if text.isprintable():
        return text
    return text.translate(_SHOWN)


class _Shown(dict[int, str]):
    """What is shown for each character, by its number: worked out when one is first met."""

    def __missing__(self, number: int) -> str:
        char = chr(number)
        if char in "\t\n\r":
            shown = " "
        elif number < 32:
            shown = chr(0x2400 + number)  # its picture
        elif unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") or char in "\ufffe\uffff":
            shown = "�"
        else:
            shown = char
        self[number] = shown
        return shown


_SHOWN = _Shown()
