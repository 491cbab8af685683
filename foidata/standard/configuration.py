"""A Configuration: what a check is told, beside the data."""

from foidata.standard.codes import FailOn, Level, Severity
from foidata.standard.record import Record
from foidata.standard.values import CheckDay, FormatName, RuleKey, RuleWord, Tally, Text


class Configuration(Record):
    """What a check is told: the keys of `foidata.toml`, of `[tool.foidata]` in `pyproject.toml`, and the options."""

    level: Level | None = None
    """How much is asked of the data: `full` when nothing is said. Example: `"core"`"""
    for_publication: bool | None = None
    """Whether the data is about to be published. Example: `true`"""
    select: tuple[RuleWord, ...] = ()
    """Only these rules run, at whatever level. Example: `["FOI2", "unknown-authority"]`"""
    ignore: tuple[RuleWord, ...] = ()
    """These rules do not run. Example: `["FOI502"]`"""
    per_file: dict[Text, tuple[RuleWord, ...]] | None = None
    """Rules that do not run on the files of a glob; with a `/` in it, from this file's folder.

    Example: `{"2015/*.json": ["FOI4", "FOI502"]}`
    """
    severity: dict[RuleKey, Severity] | None = None
    """Rules that are rated otherwise; a whole code counts before the beginning of one. Example: `{"FOI214": "info"}`"""
    fail_on: FailOn | None = None
    """The severity from which on a check fails: `error` when nothing is said. Example: `"warning"`"""
    waivers: Text | None = None
    """The CSV file of the findings that do not count, from this file's folder. Example: `"waivers.csv"`"""
    today: CheckDay | None = None
    """The day to judge dates and waivers by; `now` for the computer's. Example: `"2024-05-01"`"""
    format: FormatName | None = None
    """How the report is written. Example: `"concise"`"""
    most: Tally | None = None
    """So many findings are listed of each rule; 0 for all. Example: `100`"""
