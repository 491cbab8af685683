"""Walk a dataset once, and give each rule the things that it judges."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from foidata.packages.fault import Fault as Met
from foidata.packages.loaded import Loaded
from foidata.packages.place import steps_of
from foidata.rules import ANY_OTHER, GROUPS, Asked, Fault, Rule, Unjudged, Within, rules
from foidata.rules.waivers import Used
from foidata.standard.answer import Answer
from foidata.standard.dataset import Dataset, Header
from foidata.standard.record import Record, record_in
from foidata.standard.response import Response

Steps = tuple[str | int, ...]

FROM_MEMORY = "the data came from memory, not from a file"
UNREADABLE = "what it judges could not be read"
ABSENT = "there is none of what it judges"


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


def walk(loaded: Loaded, chosen: Iterable[Rule], asked: Asked) -> Walk:
    """What the chosen rules find in what could be read of a dataset."""
    walker = _Walker(tuple(chosen), asked)
    if loaded.format is not None:
        walker.name_faults(loaded)
    walker.judge(loaded, ())
    if loaded.header is not None:
        walker.visit(loaded.header, ())
    for at, response in loaded.responses:
        walker.visit(response, ("responses", at), Within(response, None, response))
    walker.judge_whole(loaded)
    return walker.ended(UNREADABLE if loaded.faults else ABSENT)


class _Walker:
    """Goes over a dataset with the rules, and keeps what they find."""

    def __init__(self, chosen: tuple[Rule, ...], asked: Asked) -> None:
        self._chosen = chosen
        self._asked = asked
        self._done = Walk()
        self._by_type: dict[type, list[Rule]] = {}
        for rule in chosen:
            for subject in rule.subjects if not rule.kinds else ():
                self._by_type.setdefault(subject, []).append(rule)

    def visit(self, record: Record, steps: Steps, within: Within | None = None) -> None:
        """Let the rules judge a record and then all that it holds."""
        if within and isinstance(record, Answer):
            within = replace(within, answer=record)
        self.judge(record, steps, within)
        inside = replace(within, owner=record) if within else None
        for name, many in _records_in(type(record)):
            held = getattr(record, name)
            if many:
                for at, one in enumerate(held):
                    self.visit(one, (*steps, name, at), inside)
            elif held is not None:
                self.visit(held, (*steps, name), inside)

    def judge(self, thing: Any, steps: Steps, within: Within | None = None) -> None:
        """Let the rules for things of this kind judge it. Those that ask where in a response it stands need one."""
        for rule in self._by_type.get(type(thing), ()):
            if within or Within not in rule.extras:
                self._run(rule, thing, steps, within)

    def judge_whole(self, loaded: Loaded) -> None:
        """Let rules judge the dataset as a whole.

        They count its readable responses from 0; their findings are given the places in the file.
        """
        dataset = loaded.dataset if self._by_type.get(Dataset) else None
        if dataset is None:
            return
        places = [at for at, _ in loaded.responses]
        before = len(self._done.hits)
        self.judge(dataset, ())
        for number, hit in enumerate(self._done.hits[before:], start=before):
            match hit.steps:
                case ("responses", int(at), *rest):
                    within = Within(dataset.responses[at], None, dataset)
                    steps = ("responses", places[at], *rest)
                    self._done.hits[number] = replace(hit, steps=steps, within=within)

    def name_faults(self, loaded: Loaded) -> None:
        """Give each fault met while reading to the rule that names its kind."""
        naming = {kind: rule for rule in rules() for kind in rule.kinds}
        files, responses = 1, max(1, _responses_in(loaded))
        for rule in self._chosen:
            if rule.kinds:
                self._done.judged[rule.code] += files if rule.group == GROUPS[0][1] else responses
        for met in loaded.faults:
            named = naming.get(met.kind, naming[ANY_OTHER])
            if named in self._chosen:
                for outcome in named.outcomes(met, self._asked):
                    if isinstance(outcome, Fault):
                        self._done.hits.append(Hit(named, outcome, steps_of(met.pointer), None, met=met))

    def ended(self, reason: str) -> Walk:
        """The whole walk; `reason` is why the rules that came by nothing did not."""
        for rule in self._chosen:
            self._done.reasons.setdefault(rule.code, FROM_MEMORY if rule.kinds else reason)
        return self._done

    def _run(self, rule: Rule, thing: Any, steps: Steps, within: Within | None) -> None:
        self._done.judged[rule.code] += 1
        for outcome in rule.outcomes(thing, self._asked, within):
            if isinstance(outcome, Unjudged):
                self._done.judged[rule.code] -= 1
                self._done.reasons.setdefault(rule.code, outcome.reason)
            else:
                self._done.hits.append(Hit(rule, outcome, (*steps, *outcome.at), thing, within))


def _responses_in(loaded: Loaded) -> int:
    """How many responses the file has, readable or not, as far as is known."""
    broken = {
        steps[1] for fault in loaded.faults if (steps := steps_of(fault.pointer))[:1] == ("responses",) and steps[1:]
    }
    return len({str(at) for at, _ in loaded.responses} | broken)


@cache
def _records_in(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind of record that hold records, and whether each holds a list of them."""
    found = ((name, *record_in(one.annotation)) for name, one in kind.model_fields.items())
    return tuple((name, many) for name, inner, many in found if inner is not None)


def subjects() -> Iterator[type]:
    """Every type that a rule may judge: what a walk comes by, and the waivers that are judged after it."""
    yield from (Loaded, Met, Dataset, Used)
    seen: set[type] = set()
    ahead: list[type[Record]] = [Header, Response]
    while ahead:
        kind = ahead.pop()
        if kind not in seen:
            seen.add(kind)
            inner = (record_in(one.annotation)[0] for one in kind.model_fields.values())
            ahead += [one for one in inner if one is not None]
    yield from seen
