"""What a check of a dataset found."""

from typing import Literal

from foidata.standard.codes import Judged, Severity
from foidata.standard.record import Record
from foidata.standard.values import AnswerId, Day, Offset, Position, RuleCode, RuleName, Slug, Tally, Text

FINDINGS: Literal["foidata-findings-1.0"] = "foidata-findings-1.0"
"""The version of the form in which findings are written."""

_LEVELS = {
    "error": (Severity.ERROR,),
    "warning": (Severity.ERROR, Severity.WARNING),
    "info": tuple(Severity),
    "never": (),
}


class Tool(Record):
    """A program and its version."""

    name: Text
    """Its name. Example: `"foidata"`"""
    version: Text
    """Its version. Example: `"0.1.0"`"""


class Place(Record):
    """Where a value stands in the checked data."""

    file: Text
    """The file, as it was named. Example: `"answers.csv"`"""
    pointer: Text | None = None
    """The value's JSON Pointer in the dataset, or in the rows of a table that came alone; absent for the whole.

    Example: `"/responses/0/answers/1/status"`"""
    line: Position | None = None
    """The line, from 1. Example: `14`"""
    column: Position | None = None
    """The character in the line, from 1. Example: `9`"""
    table: Text | None = None
    """The table or sheet. Example: `"funding"`"""
    row: Position | None = None
    """The row of data, from 1. Example: `9`"""
    field: Text | None = None
    """The column's name. Example: `"amount_value"`"""
    cell: Text | None = None
    """The cell of a sheet. Example: `"B7"`"""


class Words(Record):
    """The words of a letter that a finding is about."""

    response: Slug
    """The response whose letter it is. Example: `"foi-12345"`"""
    start: Offset
    """How many code points of the text stand before them. Example: `310`"""
    end: Offset
    """How many code points stand before the first one after them. Example: `342`"""
    line: Position | None = None
    """The line of the letter in which they begin, from 1. Example: `12`"""
    column: Position | None = None
    """The character in that line, from 1. Example: `31`"""
    quote: Text | None = None
    """The words, personal ones masked; absent where the text is not at hand. Example: `"£50k per annum"`"""
    before: Text | None = None
    """The words just before them, personal ones masked. Example: `"The post is funded at a cost of "`"""
    after: Text | None = None
    """The words just after them, personal ones masked. Example: `" until 2023."`"""
    place: Place | None = None
    """Where the letter's text stands in the checked data. Example: `{"file": "texts/foi-12345.txt"}`"""


class Finding(Record):
    """One thing wrong, where, by which rule."""

    code: RuleCode
    """The rule's code. Example: `"FOI214"`"""
    name: RuleName
    """The rule's name, which says the fault. Example: `"cost-beside-not-applicable"`"""
    severity: Severity
    """How much it matters. Example: `"warning"`"""
    judges: Judged
    """Whether it is about the data or about what the authority wrote. Example: `"letter"`"""
    message: Text
    """What is wrong. Example: `"£50,000 a year for 2020-03/2023-03 under Q1, but Q6 says not applicable."`"""
    why: Text | None = None
    """Why it matters. Example: `"A total over councils would drop the money."`"""
    fix: Text
    """What to do. Example: `"Nothing to mend; note it when you use the figure."`"""
    place: Place
    """Where it is in the data."""
    letter: Words | None = None
    """Where it is in the letter."""
    response: Text | None = None
    """The response that it is in, by its id. Example: `"foi-12345"`"""
    answer: AnswerId | None = None
    """The answer that it is in, by its id. Example: `"1"`"""
    value: Text | None = None
    """The value that is wrong, as text. Example: `"nill"`"""
    fixable: bool | None = None
    """True when it is clear and safe to mend, so that `foidata validate --fix` does it. Example: `true`"""


class Waived(Record):
    """A finding that does not count, because somebody decided so."""

    finding: Finding
    """The finding."""
    reason: Text
    """Why it does not count. Example: `"The council confirmed by telephone that both are meant."`"""
    by: Text | None = None
    """Who decided: a label. Example: `"coder-2"`"""
    expires: Day | None = None
    """The last day on which it does not count. Example: `"2026-12-31"`"""
    place: Place
    """Where that was written. Example: `{"file": "waivers.csv", "line": 2}`"""


class Total(Record):
    """How often a rule was broken, exactly, whatever number of its findings is listed."""

    code: RuleCode
    """The rule's code. Example: `"FOI214"`"""
    name: RuleName
    """The rule's name. Example: `"cost-beside-not-applicable"`"""
    severity: Severity
    """How much it matters. Example: `"warning"`"""
    judges: Judged
    """Whether it is about the data or the letter. Example: `"letter"`"""
    count: Tally
    """How many findings that count. Example: `1`"""
    out_of: Tally
    """How many things the rule looked at; one of them may give several findings. Example: `40`"""
    waived: Tally | None = None
    """How many more findings there are that were waived. Example: `2`"""
    fixable: Tally | None = None
    """How many of those that count `foidata validate --fix` mends. Example: `1`"""


class NotRun(Record):
    """A check that judged nothing, and why."""

    code: RuleCode
    """The rule's code. Example: `"FOI302"`"""
    name: RuleName
    """The rule's name. Example: `"authority-outside-its-dates"`"""
    reason: Text
    """Why. Example: `"no letter gives a date"`"""


class Opinion(Record):
    """What an independent program says of the same file."""

    engine: Text
    """The program and its version. Example: `"jsonschema 4.26.0"`"""
    file: Text
    """The file. Example: `"data.json"`"""
    agrees: bool
    """Whether it comes to the same verdict on the file's shape. Example: `true`"""
    says: Text
    """Its verdict beside ours. Example: `"valid, as we say"`"""
    objections: tuple[Text, ...] = ()
    """What it objects to, the first few, where the verdicts differ.

    Example: `["/responses/0/id: 'A B' does not match"]`
    """


class Report(Record):
    """What a check found, how often, and what it could not check."""

    standard: Literal["foidata-findings-1.0"]
    """The version of this form. Example: `"foidata-findings-1.0"`"""
    tool: Tool
    """The program that checked."""
    files: tuple[Text, ...]
    """What was checked. Example: `["data.json"]`"""
    configuration: Text | None = None
    """The file that the settings came from, where there was one. Example: `"pyproject.toml"`"""
    totals: tuple[Total, ...] = ()
    """Each rule that judged something, with its exact count."""
    findings: tuple[Finding, ...] = ()
    """The findings that count, by file, place and code; where a limit was set, the first of each rule."""
    waived: tuple[Waived, ...] = ()
    """The findings that do not count, because they were waived; the same limit holds."""
    not_run: tuple[NotRun, ...] = ()
    """The checks that judged nothing."""
    good: tuple[Text, ...] = ()
    """What is in order, in a few words. Example: `["all 40 quotes stand where they should"]`"""
    second_opinions: tuple[Opinion, ...] = ()
    """What other programs say, where they were asked."""

    @property
    def ok(self) -> bool:
        """Whether there is no finding of severity error."""
        return not self.count(Severity.ERROR)

    @property
    def fixable(self) -> int:
        """How many findings, listed or not, `foidata validate --fix` mends."""
        return sum(total.fixable or 0 for total in self.totals)

    @property
    def about_data(self) -> tuple[Finding, ...]:
        """The findings that whoever made the data can mend."""
        return tuple(finding for finding in self.findings if finding.judges is Judged.DATA)

    @property
    def about_letters(self) -> tuple[Finding, ...]:
        """The findings about what authorities wrote: nothing to mend."""
        return tuple(finding for finding in self.findings if finding.judges is Judged.LETTER)

    def count(self, *severities: Severity, judges: Judged | None = None) -> int:
        """How many findings there are of these severities, listed or not."""
        return sum(
            total.count
            for total in self.totals
            if total.severity in severities and (judges is None or total.judges is judges)
        )

    @property
    def count_waived(self) -> int:
        """How many findings were waived, listed or not."""
        return sum(total.waived or 0 for total in self.totals)

    def exit_code(self, fail_on: str = "error") -> int:
        """1 when a finding is at or above `error`, `warning` or `info`, else 0; always 0 for `never`."""
        return int(self.count(*_LEVELS[fail_on]) > 0)


def fails(severity: Severity, fail_on: str) -> bool:
    """Whether a finding is at or above `error`, `warning` or `info`; none is for `never`."""
    return severity in _LEVELS[fail_on]
