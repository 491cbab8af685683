"""Validate: a dataset against the rules."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from foidata.packages.load import load
from foidata.packages.loaded import Loaded
from foidata.packages.place import Places, steps_of
from foidata.packages.stream import stream
from foidata.packages.streamed import Streamed
from foidata.rules import Asked, Rule, rules
from foidata.rules.words import nearest, shortened
from foidata.standard.answer import Answer
from foidata.standard.codes import Severity
from foidata.standard.dataset import Dataset
from foidata.standard.report import FINDINGS, Finding, NotRun, Opinion, Report, Tool, Total
from foidata.standard.response import Response
from foidata.validate.place import place_of, words_of
from foidata.validate.second_opinion import second_opinions
from foidata.validate.walk import Hit, Steps, Walk
from foidata.version import VERSION

Source = Dataset | Loaded | Streamed | str | Path
Key = tuple[int, tuple[tuple[bool, int, str], ...], str, str]

MOST = 100
"""So many findings of each rule are listed unless more are asked for."""


def validate(  # noqa: PLR0913  # the options of the command
    source: Source | Iterable[Source],
    *,
    today: datetime.date | None = None,
    level: str = "working",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, Severity | str] | None = None,
    most: int | None = MOST,
    schemas: Mapping[str, str] | None = None,
) -> Report:
    """What the rules find in a dataset, or in several.

    `today` is the day from which dates are judged, `level` is `working` or `published`. `select` and `ignore` take
    codes, beginnings of codes (`FOI2`) and names of rules; `severity` re-rates them. `most` caps the findings listed
    for each rule, never the totals; with None all are listed. JSON Lines are judged as they are read, so that the file
    may be larger than the memory. With `schemas`, the published JSON Schemas by file name, other programs are asked
    for a second opinion. Raises Unreadable for a file that cannot be read at all, ValueError when there is nothing to
    check, LookupError for a rule or severity that does not exist.
    """
    sources = [source] if isinstance(source, Dataset | Loaded | Streamed | str | Path) else list(source)
    if not sources:
        raise ValueError("there is nothing to check: name a file")
    chosen = _chosen(tuple(select), tuple(ignore))
    rated = _rated(chosen, severity or {})
    files: list[str] = []
    found: list[tuple[Key, Finding]] = []
    opinions: list[Opinion] = []
    counts: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for number, one in enumerate(sources):
        loaded = _loaded(one) if schemas else None  # others must see all of it
        streamed = loaded.streamed() if loaded else _streamed(one)
        files.append(streamed.name)
        walk = Walk(streamed, chosen, Asked(today, level))
        for hit in walk.hits():
            code = hit.rule.code
            counts[code] += 1
            if most is None or counts[code] <= most:
                found.append((_key(number, hit), _finding(streamed.places, hit, rated[code])))
        judged.update(walk.judged)
        reasons = {rule.code: walk.reason(rule) for rule in chosen} | reasons
        opinions += second_opinions(loaded, schemas) if loaded and schemas else ()
    found.sort(key=lambda pair: pair[0])
    ran = [rule for rule in chosen if judged[rule.code] > 0]
    return Report.make(
        standard=FINDINGS,
        tool=Tool(name="foidata", version=VERSION),
        files=tuple(files),
        totals=tuple(_total(rule, rated[rule.code], counts, judged) for rule in ran),
        findings=tuple(finding for _, finding in found),
        not_run=tuple(
            NotRun(code=rule.code, name=rule.name, reason=reasons[rule.code]) for rule in chosen if rule not in ran
        ),
        good=tuple(rule.good.format(n=f"{judged[rule.code]:,}") for rule in ran if rule.good and not counts[rule.code]),
        second_opinions=tuple(opinions),
    )


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


def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    wanted = {rule.code for word in select for rule in meant(word)} if select else {rule.code for rule in rules()}
    unwanted = {rule.code for word in ignore for rule in meant(word)}
    return tuple(rule for rule in rules() if rule.code in wanted - unwanted)


def _rated(chosen: tuple[Rule, ...], severity: Mapping[str, Severity | str]) -> dict[str, Severity]:
    """The severity of each rule: a whole code counts before the beginning of one."""
    rated = {rule.code: rule.severity for rule in chosen}
    for word, level in sorted(severity.items(), key=lambda pair: len(pair[0])):
        rated |= {rule.code: _level(level) for rule in meant(word)}
    return rated


def _level(word: str) -> Severity:
    found = next((level for level in Severity if level.value == word), None)
    if found is None:
        raise LookupError(f"there is no severity {word!r}: it is error, warning or info")
    return found


def meant(word: str) -> tuple[Rule, ...]:
    """The rules of a code, the beginning of a code or a name. Raises LookupError when there is none."""
    word = word.strip()
    prefix = word.upper() if re.fullmatch("FOI[0-9]{0,3}", word.upper()) else "-"
    found = tuple(rule for rule in rules() if rule.code.startswith(prefix) or rule.name == word.lower())
    if not found:
        guess = nearest(word, [rule.code for rule in rules()] + [rule.name for rule in rules()])
        raise LookupError(f"no rule is called {word!r}" + (f"; did you mean {guess}?" if guess else ""))
    return found


def _finding(places: Places, hit: Hit, severity: Severity) -> Finding:
    rule, fault, within = hit.rule, hit.fault, hit.within
    response = within.response if within else None
    answer = (within.answer or _answer_at(hit.steps, within.response)) if within else None
    return Finding.make(
        code=rule.code,
        name=rule.name,
        severity=severity,
        judges=rule.judges,
        message=fault.message,
        why=rule.why,
        fix=fault.fix or rule.fix,
        place=place_of(places, hit),
        letter=words_of(hit),
        response=response.id if response else fault.response,
        answer=answer.id if answer else None,
        value=None if fault.value is None else shortened(str(fault.value), 80) or None,
    )


def _answer_at(steps: Steps, response: Response) -> Answer | None:
    """The answer that a way from the dataset leads into."""
    match steps:
        case ("responses", _, "answers", int(at), *_) if at < len(response.answers):
            return response.answers[at]
    return None


def _total(rule: Rule, severity: Severity, counts: Counter[str], judged: Counter[str]) -> Total:
    return Total(
        code=rule.code,
        name=rule.name,
        severity=severity,
        judges=rule.judges,
        count=counts[rule.code],
        out_of=judged[rule.code],
    )


def _key(number: int, hit: Hit) -> Key:
    """Findings stand by file, place and code; numbers in a place by size."""
    steps = steps_of(hit.met.pointer) if hit.met else tuple(str(step) for step in hit.steps)
    place = tuple((not step.isdigit(), int(step) if step.isdigit() else 0, step) for step in steps)
    return number, place, hit.rule.code, hit.fault.message
