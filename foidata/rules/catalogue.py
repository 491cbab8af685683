"""The catalogue of rules: what is published of them, and the page of one."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from foidata.rules import Rule, rules
from foidata.rules.words import nearest
from foidata.standard.dataset import STANDARD

RETIRED: Mapping[str, str] = MappingProxyType({})
"""Codes that are out of use, each with the code that took its place. A code is never used for another fault."""


def catalogue() -> dict[str, Any]:
    """Every rule as plain values, by code, and the retired codes with their replacements."""
    return {
        "version": STANDARD.removeprefix("foidata-"),
        "rules": [
            {
                "code": one.code,
                "name": one.name,
                "severity": one.severity.value,
                "judges": one.judges.value,
                "level": one.level.value,
                "group": one.group,
                "subject": one.subject,
                "title": one.title,
                "why": one.why,
                "example": one.example,
                "fix": one.fix,
            }
            for one in rules()
        ],
        "retired": dict(RETIRED),
    }


def find(word: str) -> Rule:
    """The rule of a code or name, in capitals or not; a retired code gives its replacement.

    Raises LookupError, with the nearest rule in its text, when there is none.
    """
    known = _known()
    wanted = word.strip().upper()
    wanted = RETIRED.get(wanted, wanted)
    rule = known.get(wanted) or known.get(wanted.lower().replace("_", "-"))
    if rule is None:
        guess = nearest(wanted, known) or nearest(wanted.lower(), known)
        hint = f"did you mean {guess}, {known[guess].title.lower()}?" if guess else "`foidata rules` lists them all"
        raise LookupError(f"no rule is called {word}; {hint}")
    return rule


@cache
def _known() -> dict[str, Rule]:
    """Every rule by its code and by its name."""
    return {one.code: one for one in rules()} | {one.name: one for one in rules()}


def explain(word: str) -> str:
    """The page of a rule, as text: its title, why it matters, an example, what to do.

    Raises LookupError as `find` does.
    """
    rule = find(word)
    asked = word.strip().upper()
    lines = [f"{rule.code} {rule.name} ({rule.severity.value}, about the {rule.judges.value})", "", f"{rule.title}."]
    if asked in RETIRED:
        lines = [f"{asked} is out of use; {rule.code} took its place.", "", *lines]
    return "\n".join([*lines, "", rule.why, "", f"Example: {rule.example}", "", f"Fix: {rule.fix}", ""])
