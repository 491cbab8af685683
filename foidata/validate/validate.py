"""Validate: a dataset against the rules."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foidata.packages.load import load
from foidata.packages.loaded import Loaded
from foidata.packages.mended import Due
from foidata.packages.place import steps_of
from foidata.packages.stream import stream
from foidata.packages.streamed import Streamed
from foidata.rules import Asked, Fault, Rule, Unjudged, rules
from foidata.rules.waivers import Used
from foidata.rules.words import shortened
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity
from foidata.standard.configuration import Configuration
from foidata.standard.dataset import Dataset
from foidata.standard.report import FINDINGS, Finding, NotRun, Opinion, Report, Tool, Total, Waived
from foidata.standard.response import Response
from foidata.standard.values import NOW
from foidata.validate.choose import IGNORED_HERE, Choice, choose
from foidata.validate.configure import configure
from foidata.validate.place import as_text, place_of, words_of
from foidata.validate.second_opinion import second_opinions
from foidata.validate.waive import Entry, Waivers, judged, read_waivers
from foidata.validate.walk import Hit, Steps, Walk
from foidata.version import VERSION

NO_WAIVERS = "no waivers were given"
MOST = 100
"""So many findings of each rule are listed unless more are asked for."""

Source = Dataset | Loaded | Streamed | str | Path
Key = tuple[int, tuple[tuple[bool, int, str], ...], str, str]


@dataclass(frozen=True, slots=True)
class DueIn:
    """What is to be mended in one source."""

    name: str
    """The source as the user named it."""
    path: Path | None
    """The file on disk, for a package its descriptor or archive."""
    format: str | None
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and what of it can be mended."""

    report: Report
    due: tuple[DueIn, ...]


def validate(  # noqa: PLR0913  # the options of the command
    source: Source | Iterable[Source],
    *,
    config: Configuration | str | Path | None = None,
    today: datetime.date | str | None = None,
    level: str | None = None,
    for_publication: bool | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    severity: Mapping[str, Severity | str] | None = None,
    waivers: str | Path | None = None,
    most: int | None = None,
    schemas: Mapping[str, str] | None = None,
) -> Report:
    """What the rules find in a dataset, or in several.

    `config` is a file with settings, or the settings themselves; what else is said here counts before it, as
    `foidata.validate.configure.configure` has it. No file is looked for that is not named.

    `today` is the day from which dates are judged, or `now`; `level` is `core`, `full` or `evidence`. `select` and
    `ignore` take codes, beginnings of codes (`FOI2`) and names of rules; `severity` re-rates them. `waivers` is the
    file of findings that do not count. `most` caps the findings listed for each rule, 100 unless it is said, never the
    totals; 0 lists all. JSON Lines are judged as they are read, so that the file may be larger than the memory. With
    `schemas`, the published JSON Schemas by file name, other programs are asked for a second opinion.

    Raises Unreadable for a file that cannot be read at all, ValueError when there is nothing to check, LookupError for
    a rule, level or severity that does not exist.
    """
    return check(
        source,
        schemas=schemas,
        config=config,
        today=today,
        level=level,
        for_publication=for_publication,
        select=select,
        ignore=ignore,
        severity=severity,
        waivers=waivers,
        most=most,
    ).report


def check(source: Source | Iterable[Source], *, schemas: Mapping[str, str] | None = None, **asked_for: Any) -> Checked:
    """The same as `validate`, with what could be mended in the files."""
    sources = [source] if isinstance(source, Dataset | Loaded | Streamed | str | Path) else source
    config = asked_for.pop("config", None)
    told = configure(config, **asked_for)
    choice = choose(told)
    asked = Asked(_day(told.today), for_publication=bool(told.for_publication))
    excused = Waivers(read_waivers(Path(told.waivers)) if told.waivers else (), asked.today)
    gathered = _Gathered(choice, excused, MOST if told.most is None else told.most)
    opinions: list[Opinion] = []
    for one in sources:
        loaded = _loaded(one) if schemas else None  # others must see all of it
        gathered.check(loaded.streamed() if loaded else _streamed(one), asked)
        opinions += second_opinions(loaded, schemas) if loaded and schemas else ()
    if not gathered.files:
        raise ValueError("there is nothing to check: name a dataset, or a folder with one")
    gathered.check_waivers(asked)
    report = gathered.report(str(config) if isinstance(config, str | Path) else None, opinions)
    return Checked(report, tuple(gathered.due))


class _Gathered:
    """What the rules find in one source after another."""

    def __init__(self, choice: Choice, excused: Waivers, most: int) -> None:
        self._choice = choice
        self._excused = excused
        self._most = most
        self.files: list[str] = []
        self._found: list[tuple[Key, Finding]] = []
        self._waived: list[tuple[Key, Waived]] = []
        self._counts: Counter[str] = Counter()
        self._excuses: Counter[str] = Counter()
        self._judged: Counter[str] = Counter()
        self._reasons: dict[str, str] = {}
        self._fixable: Counter[str] = Counter()
        self.due: list[DueIn] = []

    def check(self, streamed: Streamed, asked: Asked) -> None:
        """Let the rules judge a source as it is read."""
        number = len(self.files)
        self.files.append(streamed.name)
        chosen = self._choice.on(streamed.name)
        walk = Walk(streamed, chosen, asked)
        due = [due for hit in walk.hits() if (due := self._take(number, streamed, hit))]
        if due and streamed.path is not None:
            self.due.append(DueIn(streamed.name, streamed.path, streamed.format, tuple(due)))
        self._judged.update(walk.judged)
        self._reasons = {rule.code: walk.reason(rule) for rule in chosen} | self._reasons

    def _take(self, number: int, streamed: Streamed, hit: Hit) -> Due | None:
        """Keep a finding, among those that count or those that a waiver excuses; beyond the most it is counted only.

        What comes back is to be mended, where the finding counts and can be.
        """
        code = hit.rule.code
        listed = self._listed(self._counts[code])
        if not listed and not self._excused.any_of(code):
            self._counts[code] += 1
            return self._due(streamed, hit)
        finding = _finding(streamed, hit, self._choice.rated[code])
        entry = self._excused.excuse(finding, streamed.name)
        if entry is None:
            self._counts[code] += 1
            self._found += [(_key(number, hit), finding)] if listed else []
            return self._due(streamed, hit)
        self._excuses[code] += 1
        if self._listed(self._excuses[code] - 1):
            self._waived.append((_key(number, hit), _waived(finding, entry)))
        return None

    def _due(self, streamed: Streamed, hit: Hit) -> Due | None:
        """The mend of a finding, and where it is due."""
        if not _is_fixable(streamed, hit) or hit.met is None or hit.met.mend is None:
            return None
        self._fixable[hit.rule.code] += 1
        return Due(hit.met.place or streamed.places.find(hit.met.pointer), hit.met.mend)

    def _listed(self, before: int) -> bool:
        return not self._most or before < self._most

    def check_waivers(self, asked: Asked) -> None:
        """Let the rules about waivers judge them, once all files were checked."""
        for rule in self._choice.rules:
            if Used in rule.subjects:
                self._reasons[rule.code] = NO_WAIVERS
        ran = [code for code, count in self._judged.items() if count > 0]
        for number, (entry, used) in enumerate(self._excused.used(self.files, ran)):
            for rule, outcomes in judged(used, self._choice.rules, asked):
                self._judged[rule.code] += 1
                for outcome in outcomes:
                    if isinstance(outcome, Unjudged):
                        self._judged[rule.code] -= 1
                        self._reasons[rule.code] = outcome.reason
                        continue
                    place = entry.place.but(field=next(iter(outcome.at), None))
                    key = (len(self.files), ((False, number, ""),), rule.code, outcome.message)
                    self._found.append((key, _said(rule, outcome, self._choice.rated[rule.code], place=place)))
                    self._counts[rule.code] += 1

    def report(self, configuration: str | None, opinions: Iterable[Opinion]) -> Report:
        """All of it: findings by file, place and code, and each rule's exact count."""
        ran = [rule for rule in self._choice.rules if self._judged[rule.code] > 0]
        reasons = {**self._reasons, **self._choice.left_out}
        return Report.make(
            standard=FINDINGS,
            tool=Tool(name="foidata", version=VERSION),
            files=tuple(as_text(file) for file in self.files),
            configuration=configuration,
            totals=tuple(self._total(rule) for rule in ran),
            findings=tuple(finding for _, finding in sorted(self._found, key=lambda pair: pair[0])),
            waived=tuple(one for _, one in sorted(self._waived, key=lambda pair: pair[0])),
            not_run=tuple(
                NotRun(code=rule.code, name=rule.name, reason=reasons.get(rule.code, IGNORED_HERE))
                for rule in rules()
                if rule not in ran
            ),
            good=tuple(self._good(ran)),
            second_opinions=tuple(opinions),
        )

    def _total(self, rule: Rule) -> Total:
        return Total.make(
            code=rule.code,
            name=rule.name,
            severity=self._choice.rated[rule.code],
            judges=rule.judges,
            count=self._counts[rule.code],
            out_of=self._judged[rule.code],
            waived=self._excuses[rule.code] or None,
            fixable=self._fixable[rule.code] or None,
        )

    def _good(self, ran: Iterable[Rule]) -> Iterator[str]:
        for rule in ran:
            if rule.good and not self._counts[rule.code] + self._excuses[rule.code]:
                yield rule.good.format(n=f"{self._judged[rule.code]:,}")


def _day(text: str | None) -> datetime.date | None:
    """The day of the check. The clock is read only for those who ask for it."""
    if text == NOW:
        return datetime.datetime.now().astimezone().date()
    return datetime.date.fromisoformat(text) if text else None


def _streamed(source: Source) -> Streamed:
    match source:
        case Streamed():
            return source
        case str() | Path():
            return stream(source)
        case _:
            return _loaded(source).streamed()


def _loaded(source: Source) -> Loaded:
    match source:
        case Streamed():
            return Loaded.all_of(source)
        case Loaded():
            return source
        case Dataset():
            return Loaded.of(source)
        case _:
            return load(source)


def _finding(streamed: Streamed, hit: Hit, severity: Severity) -> Finding:
    within = hit.within
    response = within.response if within else None
    answer = (within.answer or _answer_at(hit.steps, within.response)) if within else None
    return _said(
        hit.rule,
        hit.fault,
        severity,
        place=place_of(streamed.places, hit),
        letter=words_of(streamed.places, hit),
        response=response.id if response else hit.fault.response,
        answer=answer.id if answer else None,
        fixable=_is_fixable(streamed, hit) or None,
    )


def _is_fixable(streamed: Streamed, hit: Hit) -> bool:
    """Whether a finding can be mended in its file: what came as a stream cannot be written."""
    return streamed.path is not None and hit.met is not None and hit.met.mend is not None


def _said(rule: Rule, fault: Fault, severity: Severity, **where: Any) -> Finding:
    """A fault in the words of its rule."""
    return Finding.make(
        code=rule.code,
        name=rule.name,
        severity=severity,
        judges=rule.judges,
        message=fault.message,
        why=rule.why,
        fix=fault.fix or rule.fix,
        value=None if fault.value is None else shortened(str(fault.value), 80) or None,
        **where,
    )


def _waived(finding: Finding, entry: Entry) -> Waived:
    waiver = entry.waiver
    return Waived.make(finding=finding, reason=waiver.reason, by=waiver.by, expires=waiver.expires, place=entry.place)


def _answer_at(steps: Steps, response: Response) -> Answer | None:
    """The answer that a way from the dataset leads into."""
    match steps:
        case ("responses", _, "answers", int(at), *_) if at < len(response.answers):
            return response.answers[at]
    return None


def _key(number: int, hit: Hit) -> Key:
    """Findings stand by file, place and code; numbers in a place by size."""
    steps = steps_of(hit.met.pointer) if hit.met else tuple(str(step) for step in hit.steps)
    place = tuple((not step.isdigit(), int(step) if step.isdigit() else 0, step) for step in steps)
    return number, place, hit.rule.code, hit.fault.message
