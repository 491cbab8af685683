"""Waive: findings that somebody has looked at and decided to live with do not count."""

import csv
import datetime
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foidata.documents.document import Unreadable
from foidata.packages.judge import judge
from foidata.rules import Asked, Outcome, Rule
from foidata.rules.catalogue import find
from foidata.rules.waivers import Used, holds
from foidata.rules.words import did_you_mean
from foidata.standard.json import canonical
from foidata.standard.report import Finding, Place
from foidata.standard.waiver import Waiver
from foidata.validate.globs import anchored, fits

_COLUMNS = tuple(Waiver.model_fields)


@dataclass(frozen=True, slots=True)
class Entry:
    """A waiver and the line it stands on."""

    waiver: Waiver
    place: Place
    glob: str | None
    """The files it is about, as a glob that counts from where it stands."""


class Waivers:
    """The waivers of a check, and how many findings each of them is about."""

    def __init__(self, entries: Iterable[Entry] = (), today: datetime.date | None = None) -> None:
        self._today = today
        self._by_code: dict[str, list[Entry]] = {}
        self._found: Counter[Place] = Counter()
        self._entries = tuple(entries)
        for entry in self._entries:
            if entry.waiver.expires and today is None:
                raise ValueError(
                    f"{entry.place.file}:{entry.place.line}: whether a waiver has expired needs the day of the check: "
                    "add --today 2024-05-01, or --today now"
                )
            self._by_code.setdefault(entry.waiver.code, []).append(entry)

    def any_of(self, code: str) -> bool:
        """Whether there is a waiver of a rule."""
        return code in self._by_code

    def excuse(self, finding: Finding, file: str) -> Entry | None:
        """The first waiver that holds and is about a finding in a file. It is noted with every one that is about it."""
        mine = [entry for entry in self._by_code.get(finding.code, ()) if _about(entry, finding, file)]
        self._found.update(entry.place for entry in mine)
        return next((entry for entry in mine if holds(entry.waiver, self._today)), None)

    def used(self, files: Iterable[str], ran: Iterable[str]) -> Iterator[tuple[Entry, Used]]:
        """What became of each waiver in a check of these files by the rules of these codes."""
        files, ran = tuple(files), frozenset(ran)
        for entry in self._entries:
            unmet = ""
            if entry.waiver.code not in ran:
                unmet = "the rule that is waived did not run"
            elif entry.glob and not any(fits(entry.glob, file) for file in files):
                unmet = "the file of the waiver was not checked"
            yield entry, Used(entry.waiver, self._found[entry.place], unmet)


def _about(entry: Entry, finding: Finding, file: str) -> bool:
    waiver = entry.waiver
    return (
        waiver.response in (None, finding.response)
        and waiver.answer in (None, finding.answer)
        and (entry.glob is None or fits(entry.glob, file) or fits(entry.glob, finding.place.file))
    )


def read_waivers(path: Path) -> Iterator[Entry]:
    """The waivers of a CSV file: `code` and `reason`, and any of `file`, `response`, `answer`, `expires`, `by`.

    Raises Unreadable, naming the line, when one cannot be understood.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path} cannot be read as a list of waivers: {error}") from None
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="")
    for name in rows.fieldnames or ():
        if name not in _COLUMNS:
            advice = did_you_mean(name, _COLUMNS, f"The columns are {', '.join(_COLUMNS)}.")
            raise Unreadable(f"{path}:1: there is no column {name}. {advice}")
    for row in rows:
        cells: dict[Any, Any] = {name: text.strip() for name, text in row.items() if name and text.strip()}
        if None in row:
            raise Unreadable(f"{path}:{rows.line_num}: more cells than columns: put quotes round a cell with a comma.")
        if cells:
            yield _entry(cells, path, rows.line_num)


def _entry(cells: dict[str, str], path: Path, line: int) -> Entry:
    try:
        code = cells | {"code": find(cells["code"]).code} if "code" in cells else cells
    except LookupError as error:
        raise Unreadable(f"{path}:{line}: {error}") from None
    waiver, faults = judge(Waiver, canonical(code))
    if waiver is None:
        field = faults[0].pointer.removeprefix("/")
        hint = "; write a day as 2024-05-01" if field == "expires" else ""
        raise Unreadable(f"{path}:{line}: {faults[0].message}{hint}.")
    glob = anchored(waiver.file, path.parent) if waiver.file else None
    return Entry(waiver, Place(file=str(path), line=line), glob)


def judged(used: Used, rules: Iterable[Rule], asked: Asked) -> Iterator[tuple[Rule, list[Outcome]]]:
    """What the rules about waivers say of one."""
    for rule in rules:
        if Used in rule.subjects:
            yield rule, list(rule.outcomes(used, asked))
