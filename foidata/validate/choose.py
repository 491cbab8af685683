"""Choose: which rules a check runs, and how much each matters."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foidata.rules import Rule, rules
from foidata.rules.catalogue import RETIRED
from foidata.rules.words import nearest
from foidata.standard.codes import Level, Severity
from foidata.standard.configuration import Configuration
from foidata.validate.globs import fits

NOT_SELECTED = "not selected"
IGNORED = "ignored, as asked"
IGNORED_HERE = "ignored in these files, as asked"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules a check runs, and how much each matters."""

    rules: tuple[Rule, ...]
    rated: Mapping[str, Severity]
    """The severity of each rule that runs, by its code."""
    left_out: Mapping[str, str]
    """Why each of the other rules does not run, by its code."""
    per_file: Mapping[str, frozenset[str]]
    """The codes of rules that do not run on the files of a glob."""

    def on(self, file: str) -> tuple[Rule, ...]:
        """The rules that run on a file."""
        ignored = frozenset[str]().union(*(codes for glob, codes in self.per_file.items() if fits(glob, file)))
        return tuple(rule for rule in self.rules if rule.code not in ignored)


def choose(told: Configuration) -> Choice:
    """The rules that a check is told to run. Those selected run at any level."""
    selected, ignored = _codes(told.select), _codes(told.ignore)
    level = told.level or Level.FULL
    left_out: dict[str, str] = {}
    for rule in rules():
        if told.select and rule.code not in selected:
            left_out[rule.code] = NOT_SELECTED
        elif rule.code in ignored:
            left_out[rule.code] = IGNORED
        elif not told.select and not level.asks(rule.level):
            left_out[rule.code] = f"asked from level {rule.level} on"
    chosen = tuple(rule for rule in rules() if rule.code not in left_out)
    per_file = {glob: _codes(words) for glob, words in (told.per_file or {}).items()}
    return Choice(chosen, _rated(chosen, told.severity or {}), left_out, per_file)


def _codes(words: Iterable[str]) -> frozenset[str]:
    return frozenset(rule.code for word in words for rule in meant(word))


def _rated(chosen: tuple[Rule, ...], severity: Mapping[str, Severity]) -> dict[str, Severity]:
    """The severity of each rule: a whole code counts before the beginning of one."""
    rated = {rule.code: rule.severity for rule in chosen}
    for word, level in sorted(severity.items(), key=lambda pair: len(pair[0])):
        rated |= {rule.code: level for rule in meant(word)}
    return rated


def meant(word: str) -> tuple[Rule, ...]:
    """The rules of a code, the beginning of a code or a name; a retired code means its replacement.

    Raises LookupError when there is none.
    """
    asked = word.strip().upper()
    asked = RETIRED.get(asked, asked)
    prefix = asked if re.fullmatch("FOI[0-9]{0,3}", asked) else "-"
    name = word.strip().lower().replace("_", "-")
    found = tuple(rule for rule in rules() if rule.code.startswith(prefix) or rule.name == name)
    if not found:
        known = [rule.name for rule in rules()] + [rule.code for rule in rules()]
        guess = nearest(name, known) or nearest(asked, known)
        raise LookupError(
            f"no rule is called {word!r}; " + (f"did you mean {guess}?" if guess else "`foidata rules` lists them all")
        )
    return found
