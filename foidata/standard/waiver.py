"""A Waiver: a finding that somebody has looked at and decided to live with."""

from foidata.standard.record import Record
from foidata.standard.values import AnswerId, Day, RuleCode, Slug, Text


class Waiver(Record):
    """Findings of one rule that do not count, and why: all of them, where no file, response or answer is named."""

    file: Text | None = None
    """The file they are in, as a glob; with a `/` in it, from the folder of the list. Example: `"2024/*.json"`"""
    response: Slug | None = None
    """The response they are in, by its id. Example: `"foi-12345"`"""
    answer: AnswerId | None = None
    """The answer they are in, by its id. Example: `"1"`"""
    code: RuleCode
    """The rule, by its code or its name. Example: `"FOI214"`"""
    reason: Text
    """Why they do not count. Example: `"The council confirmed by telephone that both are meant."`"""
    expires: Day | None = None
    """The last day on which it holds. Example: `"2026-12-31"`"""
    by: Text | None = None
    """Who decided: a label, never a name. Example: `"coder-2"`"""
