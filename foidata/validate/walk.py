"""Walk a dataset once, as it is read, and give each rule the things that it judges."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from foidata.packages.elsewhere import StandsElsewhere
from foidata.packages.fault import Fault as Met
from foidata.packages.place import steps_of
from foidata.packages.streamed import Lone, Streamed
from foidata.packages.table import VALUES
from foidata.rules import ANY_OTHER, GROUPS, Asked, End, Fault, Outcome, Rule, Unjudged, Within, rules
from foidata.rules.waivers import Used
from foidata.standard.answer import Answer
from foidata.standard.dataset import Header
from foidata.standard.record import Record, record_in
from foidata.standard.response import Response

Steps = tuple[str | int, ...]

FROM_MEMORY = "the data came from memory, not from a file"
UNREADABLE = "what it judges could not be read"
ABSENT = "there is none of what it judges"
ALONE = "it judges other tables too, and only {} came"


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
class _Plan:
    """What is done with the things of one kind: the rules that judge them, and what is looked at inside them."""

    alone: list[tuple[Rule, Callable[[Any], Iterator[Outcome]]]]
    """The rules that need nothing but the thing."""
    placed: list[tuple[Rule, Callable[..., Iterator[Outcome]]]]
    """The rules that also ask where in a response it stands."""
    inside: list[tuple[str, bool, "_Plan"]] = field(default_factory=list)
    """The fields that hold more to judge, and whether each holds a list."""
    is_answer: bool = False
    met: int = 0
    """How many things of this kind were met."""


class Walk:
    """One walk through a dataset. What it says of rules is whole when all its hits were taken."""

    def __init__(self, streamed: Streamed, chosen: Iterable[Rule], asked: Asked) -> None:
        self._streamed = streamed
        self._chosen = tuple(chosen)
        self._asked = asked
        self._naming = {kind: rule for rule in rules() for kind in rule.kinds}
        self._checks = {
            rule.code: _alone(rule.ready(asked, streamed.header), streamed.alone)
            for rule in self._chosen
            if not rule.kinds and (streamed.header or Header not in rule.extras)
        }
        self._plans: dict[tuple[type, bool], _Plan] = {}
        self._unjudged: Counter[str] = Counter()
        self._hits: list[Hit] = []
        self._readable = 0
        self._positions: dict[str, int] = {}
        self._faults = 0
        self._last = -1
        self.reasons: dict[str, str] = {}
        """Why a rule could not judge something, by its code: the first reason met."""

    def hits(self) -> Iterator[Hit]:
        """What the rules find, a response at a time, each while what it was found in is at hand."""
        if self._streamed.header is not None:
            self._visit(self._plan(Header), self._streamed.header, (), None)
            yield from self._taken()
        whole = self._plan(Response, placed=True)
        for part in self._streamed.parts:
            if isinstance(part, Met):
                self._name(part)
            elif isinstance(part, Lone):
                self._last = max(self._last, part.row)
                self._visit(self._plan(type(part.record)), part.record, (part.table, part.row), None)
            else:
                at, response = part
                self._readable += 1
                self._positions.setdefault(response.id, at)
                self._last = max(self._last, at)
                self._visit(whole, response, ("responses", at), Within(response, None, response))
            if self._hits:
                yield from self._taken()
        if self._readable:
            self._visit(self._plan(End), End(self._readable, self._positions), (), None)
            yield from self._taken()

    @property
    def judged(self) -> Mapping[str, int]:
        """How many things each rule judged, by its code. The end is counted only by those that judge nothing else."""
        counts: Counter[str] = Counter()
        for (kind, _), plan in self._plans.items():
            for rule, _ in (*plan.alone, *plan.placed):
                if kind is not End or rule.subjects == (End,):
                    counts[rule.code] += plan.met
        counts.subtract(self._unjudged)
        if self._streamed.format is not None:
            for rule in self._chosen:
                if rule.kinds:
                    counts[rule.code] = 1 if rule.group == GROUPS[0][1] else max(1, self._last + 1)
        return counts

    def reason(self, rule: Rule) -> str:
        """Why a rule judged nothing."""
        missing = UNREADABLE if self._faults else ABSENT
        if self._streamed.alone:
            missing = ALONE.format(self._streamed.alone)
        return self.reasons.get(rule.code, FROM_MEMORY if rule.kinds else missing)

    def _taken(self) -> Iterator[Hit]:
        hits, self._hits = self._hits, []
        return iter(hits)

    def _visit(self, plan: _Plan, thing: Any, steps: Steps, within: Within | None) -> None:
        """Let the rules judge a thing and then all that it holds. This is where a check spends its time."""
        plan.met += 1
        if within is not None and plan.is_answer:
            within = Within(within.response, thing, within.owner)
        for rule, alone in plan.alone:
            for outcome in alone(thing):
                self._note(rule, outcome, thing, steps, within)
        for rule, placed in plan.placed:
            for outcome in placed(thing, within):
                self._note(rule, outcome, thing, steps, within)
        if plan.inside:
            self._look_inside(plan, thing, steps, within)

    def _look_inside(self, plan: _Plan, thing: Any, steps: Steps, within: Within | None) -> None:
        inside = within and Within(within.response, within.answer, thing)
        for name, many, below in plan.inside:
            held = getattr(thing, name)
            if many:
                for at, one in enumerate(held):
                    self._visit(below, one, (*steps, name, at), inside)
            elif held is not None:
                self._visit(below, held, (*steps, name), inside)

    def _note(self, rule: Rule, outcome: Outcome, thing: Any, steps: Steps, within: Within | None) -> None:
        if isinstance(outcome, Unjudged):
            self._unjudged[rule.code] += 1
            self.reasons.setdefault(rule.code, outcome.reason)
            return
        if outcome.response is not None:
            steps = ("responses", self._positions[outcome.response])
        self._hits.append(Hit(rule, outcome, (*steps, *outcome.at), thing, within))

    def _name(self, met: Met) -> None:
        """Give a fault met while reading to the rule that names its kind."""
        self._faults += 1
        steps = steps_of(met.pointer)
        match steps:
            case ("responses", at, *_) if at.isdecimal():
                self._last = max(self._last, int(at))
        named = self._naming.get(met.kind, self._naming[ANY_OTHER])
        if named in self._chosen:
            for outcome in named.outcomes(met, self._asked):
                if isinstance(outcome, Fault):
                    self._hits.append(Hit(named, outcome, steps, None, met=met))

    def _plan(self, kind: type, *, placed: bool = False) -> _Plan:
        """What is done with things of a kind; `placed` for those that stand in a response."""
        if (kind, placed) not in self._plans:
            mine = [
                (rule, self._checks[rule.code])
                for rule in self._chosen
                if kind in rule.subjects and rule.code in self._checks and (placed or Within not in rule.extras)
            ]
            plan = self._plans[kind, placed] = _Plan(
                [one for one in mine if Within not in one[0].extras],
                [one for one in mine if Within in one[0].extras],
                is_answer=kind is Answer,
            )
            for name, inner, many in _records_in(kind) if issubclass(kind, Record) else ():
                if self._streamed.alone and many and inner not in VALUES:
                    continue  # they stand in another table
                below = self._plan(inner, placed=placed)
                if below.alone or below.placed or below.inside:
                    plan.inside.append((name, many, below))
        return self._plans[kind, placed]


def _alone(check: Callable[..., Iterator[Outcome]], table: str | None) -> Callable[..., Iterator[Outcome]]:
    """A check that does not judge where it would have to look into a table that did not come with the only one."""

    def checked(*things: Any) -> Iterator[Outcome]:
        try:
            yield from check(*things)
        except StandsElsewhere as missing:
            yield Unjudged(f"it needs the table {missing.table} too, and only {table} came")

    return checked if table else check


@cache
def _records_in(kind: type[Record]) -> tuple[tuple[str, type[Record], bool], ...]:
    """The fields of a kind of record that hold records: the field, what it holds, whether it holds a list of them."""
    found = ((name, *record_in(one.annotation)) for name, one in kind.model_fields.items())
    return tuple((name, inner, many) for name, inner, many in found if inner is not None)


def subjects() -> Iterator[type]:
    """Every type that a rule may judge: what a walk comes by, and the waivers that are judged after it."""
    yield from (Met, End, Used)
    seen: set[type] = set()
    ahead: list[type[Record]] = [Header, Response]
    while ahead:
        kind = ahead.pop()
        if kind not in seen:
            seen.add(kind)
            ahead += [inner for _, inner, _ in _records_in(kind)]
    yield from seen
