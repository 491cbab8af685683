"""Validate: a dataset against the rules."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, TypeVar

from foidata.packages.load import load
from foidata.packages.loaded import Loaded
from foidata.packages.place import steps_of
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
from foidata.validate.place import place_of, words_of
from foidata.validate.second_opinion import second_opinions
from foidata.validate.waive import Entry, Waivers, judged, read_waivers
from foidata.validate.walk import Hit, Steps, Walk, walk

NO_WAIVERS = "no waivers were given"

Source = Dataset | Loaded | str | Path
Listed = TypeVar("Listed", Finding, Waived)
Key = tuple[int, tuple[tuple[bool, int, str], ...], str, str]


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
    file of findings that do not count. `most` caps the findings listed for each rule, never the totals; 0 lists all.
    With `schemas`, the published JSON Schemas by file name, other programs are asked for a second opinion.

    Raises Unreadable for a file that cannot be read at all, ValueError when there is nothing to check, LookupError for
    a rule, level or severity that does not exist.
    """
    sources = [source] if isinstance(source, Dataset | Loaded | str | Path) else list(source)
    if not sources:
        raise ValueError("there is nothing to check: name a file")
    told = configure(
        config,
        today=today,
        level=level,
        for_publication=for_publication,
        select=select,
        ignore=ignore,
        severity=severity,
        waivers=waivers,
        most=most,
    )
    choice = choose(told)
    asked = Asked(_day(told.today), for_publication=bool(told.for_publication))
    excused = Waivers(read_waivers(Path(told.waivers)) if told.waivers else (), asked.today)
    files: list[str] = []
    found: list[tuple[Key, Finding]] = []
    waived: list[tuple[Key, Waived]] = []
    opinions: list[Opinion] = []
    whole = Walk()
    for number, one in enumerate(sources):
        loaded = _loaded(one)
        files.append(loaded.name)
        done = walk(loaded, choice.on(loaded.name), asked)
        for hit in done.hits:
            finding = _finding(loaded, hit, choice.rated[hit.rule.code])
            entry = excused.excuse(finding, loaded.name)
            if entry:
                waived.append((_key(number, hit), _waived(finding, entry)))
            else:
                found.append((_key(number, hit), finding))
        whole.judged.update(done.judged)
        whole.reasons = done.reasons | whole.reasons
        opinions += second_opinions(loaded, schemas) if schemas else ()
    found += _about_waivers(excused, files, choice, asked, whole)
    found.sort(key=lambda pair: pair[0])
    waived.sort(key=lambda pair: pair[0])
    counts = Counter(finding.code for _, finding in found)
    excuses = Counter(one.finding.code for _, one in waived)
    ran = [rule for rule in choice.rules if whole.judged[rule.code] > 0]
    reasons = {**whole.reasons, **choice.left_out}
    return Report.make(
        standard=FINDINGS,
        tool=Tool(name="foidata", version=_version()),
        files=tuple(files),
        configuration=str(config) if isinstance(config, str | Path) else None,
        totals=tuple(_total(rule, choice.rated[rule.code], counts, excuses, whole) for rule in ran),
        findings=_capped([finding for _, finding in found], told.most),
        waived=_capped([one for _, one in waived], told.most),
        not_run=tuple(
            NotRun(code=rule.code, name=rule.name, reason=reasons.get(rule.code, IGNORED_HERE))
            for rule in rules()
            if rule not in ran
        ),
        good=tuple(
            rule.good.format(n=f"{whole.judged[rule.code]:,}")
            for rule in ran
            if rule.good and not counts[rule.code] + excuses[rule.code]
        ),
        second_opinions=tuple(opinions),
    )


def _day(text: str | None) -> datetime.date | None:
    """The day of the check. The clock is read only for those who ask for it."""
    if text == NOW:
        return datetime.datetime.now().astimezone().date()
    return datetime.date.fromisoformat(text) if text else None


def _version() -> str:
    try:
        return metadata.version("foidata")
    except metadata.PackageNotFoundError:  # run from its folder, not installed
        return "0"


def _loaded(source: Source) -> Loaded:
    match source:
        case Loaded():
            return source
        case Dataset():
            return Loaded.of(source)
        case _:
            return load(source)


def _finding(loaded: Loaded, hit: Hit, severity: Severity) -> Finding:
    within = hit.within
    response = within.response if within else None
    answer = (within.answer or _answer_at(hit.steps, within.response)) if within else None
    return _said(
        hit.rule,
        hit.fault,
        severity,
        place=place_of(loaded, hit),
        letter=words_of(hit),
        response=response.id if response else None,
        answer=answer.id if answer else None,
    )


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


def _about_waivers(
    excused: Waivers, files: list[str], choice: Choice, asked: Asked, whole: Walk
) -> Iterator[tuple[Key, Finding]]:
    """What the rules about waivers find, once all files were checked."""
    for rule in choice.rules:
        if Used in rule.subjects:
            whole.reasons[rule.code] = NO_WAIVERS
    ran = [code for code, count in whole.judged.items() if count > 0]
    for number, (entry, used) in enumerate(excused.used(files, ran)):
        for rule, outcomes in judged(used, choice.rules, asked):
            whole.judged[rule.code] += 1
            for outcome in outcomes:
                if isinstance(outcome, Unjudged):
                    whole.judged[rule.code] -= 1
                    whole.reasons[rule.code] = outcome.reason
                else:
                    place = entry.place.but(field=next(iter(outcome.at), None))
                    key = (len(files), ((False, number, ""),), rule.code, outcome.message)
                    yield key, _said(rule, outcome, choice.rated[rule.code], place=place)


def _waived(finding: Finding, entry: Entry) -> Waived:
    waiver = entry.waiver
    return Waived.make(finding=finding, reason=waiver.reason, by=waiver.by, expires=waiver.expires, place=entry.place)


def _answer_at(steps: Steps, response: Response) -> Answer | None:
    """The answer that a way from the dataset leads into."""
    match steps:
        case ("responses", _, "answers", int(at), *_) if at < len(response.answers):
            return response.answers[at]
    return None


def _total(rule: Rule, severity: Severity, counts: Counter[str], excuses: Counter[str], whole: Walk) -> Total:
    return Total.make(
        code=rule.code,
        name=rule.name,
        severity=severity,
        judges=rule.judges,
        count=counts[rule.code],
        out_of=whole.judged[rule.code],
        waived=excuses[rule.code] or None,
    )


def _key(number: int, hit: Hit) -> Key:
    """Findings stand by file, place and code; numbers in a place by size."""
    steps = steps_of(hit.met.pointer) if hit.met else tuple(str(step) for step in hit.steps)
    place = tuple((not step.isdigit(), int(step) if step.isdigit() else 0, step) for step in steps)
    return number, place, hit.rule.code, hit.fault.message


def _capped(findings: Iterable[Listed], most: int | None) -> tuple[Listed, ...]:
    """The first findings of each rule."""
    if not most:
        return tuple(findings)
    listed: Counter[str] = Counter()
    kept = []
    for one in findings:
        code = one.finding.code if isinstance(one, Waived) else one.code
        listed[code] += 1
        if listed[code] <= most:
            kept.append(one)
    return tuple(kept)
