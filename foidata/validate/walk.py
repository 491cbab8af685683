"""Walk a dataset once, and give each rule the things that it judges."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from foidata.packages.fault import Fault as Met
from foidata.packages.loaded import Loaded
from foidata.packages.place import steps_of
from foidata.rules import ANY_OTHER, GROUPS, Asked, Fault, Rule, Unjudged, Within, rules
from foidata.standard.answer import Answer
from foidata.standard.dataset import Dataset, Header
from foidata.standard.record import Record, record_in
from foidata.standard.response import Response

Steps = tuple[str | int, ...]

FROM_MEMORY = "the data came from memory, not from a file"
UNREADABLE = "what it judges could not be read"


@dataclass(frozen=True, slots=True)
class Hit:
    """A fault that a rule found, and the thing that it was found in."""

    rule: Rule
    fault: Fault
    steps: Steps
    """The way from the dataset to the fault."""
    thing: Any
    """What the rule judged."""
    within: Within | None = None
    met: Met | None = None
    """The fault of reading that the rule names, if it does."""


@dataclass(slots=True)
class Walk:
    """What the rules found on a walk, and how much each of them judged."""

    hits: list[Hit] = field(default_factory=list)
    judged: Counter[str] = field(default_factory=Counter)
    """How many things each rule judged, by its code."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Why a rule could not judge something, by its code: the first reason met."""

    def run(self, rule: Rule, thing: Any, steps: Steps, asked: Asked, within: Within | None = None) -> None:
        """Let a rule judge a thing."""
        self.judged[rule.code] += 1
        for outcome in rule.outcomes(thing, asked, within):
            if isinstance(outcome, Unjudged):
                self.judged[rule.code] -= 1
                self.reasons.setdefault(rule.code, outcome.reason)
            else:
                self.hits.append(Hit(rule, outcome, (*steps, *outcome.at), thing, within))


def walk(loaded: Loaded, chosen: Iterable[Rule], asked: Asked) -> Walk:
    """What the chosen rules find in what could be read of a dataset."""
    chosen = tuple(chosen)
    by_type: dict[type, list[Rule]] = {}
    for rule in chosen:
        for subject in rule.subjects if not rule.kinds else ():
            by_type.setdefault(subject, []).append(rule)
    done = Walk()
    _faults_of_reading(loaded, chosen, asked, done)
    for rule in by_type.get(Loaded, ()):
        done.run(rule, loaded, (), asked)
    if loaded.header is not None:
        _visit(loaded.header, (), by_type, asked, done)
    for at, response in loaded.responses:
        _visit(response, ("responses", at), by_type, asked, done, response)
    _whole(loaded, by_type.get(Dataset, ()), asked, done)
    unread = UNREADABLE if loaded.faults else "there is none of what it judges"
    for rule in chosen:
        done.reasons.setdefault(rule.code, FROM_MEMORY if rule.kinds else unread)
    return done


def _faults_of_reading(loaded: Loaded, chosen: tuple[Rule, ...], asked: Asked, done: Walk) -> None:
    """Give each fault met while reading to the rule that names its kind."""
    if loaded.format is None:
        return
    naming = {kind: rule for rule in rules() for kind in rule.kinds}
    for rule in chosen:
        if rule.kinds:
            done.judged[rule.code] += 1 if rule.group == GROUPS[0][1] else max(1, _responses_in(loaded))
    for met in loaded.faults:
        named = naming.get(met.kind, naming[ANY_OTHER])
        if named in chosen:
            for outcome in named.outcomes(met, asked):
                if isinstance(outcome, Fault):
                    done.hits.append(Hit(named, outcome, steps_of(met.pointer), None, met=met))


def _responses_in(loaded: Loaded) -> int:
    """How many responses the file has, readable or not, as far as is known."""
    broken = {
        steps[1] for fault in loaded.faults if (steps := steps_of(fault.pointer))[:1] == ("responses",) and steps[1:]
    }
    return len({str(at) for at, _ in loaded.responses} | broken)


def _whole(loaded: Loaded, judging: Iterable[Rule], asked: Asked, done: Walk) -> None:
    """Rules on a dataset as a whole count its readable responses from 0; give their findings the places in the file."""
    dataset = loaded.dataset if judging else None
    if dataset is None:
        return
    places = [at for at, _ in loaded.responses]
    for rule in judging:
        before = len(done.hits)
        done.run(rule, dataset, (), asked)
        for number, hit in enumerate(done.hits[before:], start=before):
            match hit.steps:
                case ("responses", int(at), *rest):
                    within = Within(dataset.responses[at], None, dataset)
                    steps = ("responses", places[at], *rest)
                    done.hits[number] = Hit(hit.rule, hit.fault, steps, hit.thing, within)


def _visit(
    record: Record,
    steps: Steps,
    by_type: dict[type, list[Rule]],
    asked: Asked,
    done: Walk,
    response: Response | None = None,
    answer: Answer | None = None,
    owner: Record | None = None,
) -> None:
    """Let the rules judge a record and then all that it holds."""
    answer = record if isinstance(record, Answer) else answer
    judging = by_type.get(type(record))
    if judging:
        within = Within(response, answer, owner or record) if response else None
        for rule in judging:
            if within or Within not in rule.extras:
                done.run(rule, record, steps, asked, within)
    for name, many in _records_in(type(record)):
        held = getattr(record, name)
        if many:
            for at, one in enumerate(held):
                _visit(one, (*steps, name, at), by_type, asked, done, response, answer, record)
        elif held is not None:
            _visit(held, (*steps, name), by_type, asked, done, response, answer, record)


@cache
def _records_in(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind of record that hold records, and whether each holds a list of them."""
    found = ((name, *record_in(one.annotation)) for name, one in kind.model_fields.items())
    return tuple((name, many) for name, inner, many in found if inner is not None)


def subjects() -> Iterator[type]:
    """Every type that a rule may judge: what a walk comes by."""
    yield from (Loaded, Met, Dataset)
    seen: set[type] = set()
    ahead: list[type[Record]] = [Header, Response]
    while ahead:
        kind = ahead.pop()
        if kind not in seen:
            seen.add(kind)
            inner = (record_in(one.annotation)[0] for one in kind.model_fields.values())
            ahead += [one for one in inner if one is not None]
    yield from seen
