"""Rules: each names one fault that data can have, and finds it. Every file in the folders here is one rule.

A rule is a function. Its first argument is the thing it judges, and the argument's type says which: a fault met while
reading, the header of a dataset, a response, an answer, a quote, any kind of fact. It yields the faults it sees, each
at its place within that thing. The rule's docstring is its page: a title; why the fault matters; a paragraph that
begins "Example:"; a paragraph that begins "Fix:".

What else a rule needs it asks for by the types of its other arguments: `Asked`, what the person said who asked for the
check; `Within`, where in a response the thing stands; `Header`, the dataset's header.

A dataset of any size is judged as it is read: no rule is ever given all of it. A rule about several responses asks for
a `Memory` of its own, in which it keeps the little that it must know of the responses before. One that can tell only
when all have been read judges the `End` as well, and names the response at fault by its id:

    @dataclass
    class Replaced(Memory):
        by: dict[str, str] = field(default_factory=dict)

    @rule("FOI245", Severity.ERROR)
    def supersedes_nowhere(met: Response | End, replaced: Replaced) -> Iterator[Fault]:
        match met:
            case Response(id=name, supersedes=str(earlier)):
                replaced.by[name] = earlier
            case End():
                for name, earlier in replaced.by.items():
                    if earlier not in met.positions:
                        yield Fault(("supersedes",), f"There is no {earlier}.", earlier, response=name)
"""

import datetime
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from foidata.collect import collect
from foidata.standard.answer import Answer
from foidata.standard.codes import Judged, Level, Severity
from foidata.standard.dataset import Header
from foidata.standard.facts import Fact
from foidata.standard.record import Record
from foidata.standard.response import Response

GROUPS: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        0: ("container", "file and container"),
        1: ("shape", "shape"),
        2: ("consistency", "consistency inside a response"),
        3: ("authority", "authority and law"),
        4: ("evidence", "evidence"),
        5: ("quality", "quality and review"),
        6: ("privacy", "privacy and safety"),
        7: ("publishing", "dataset and publishing"),
    }
)
"""The folder of each group of rules and what it is about, by the first digit of their codes."""

_CORE = range(4)
"""The groups that every check asks for."""

NOTHING_TO_MEND = "Nothing to mend; note it when you use the figure."
"""The fix of every rule that judges the letter: nobody can mend what a council wrote."""

ANY_OTHER = "*"
"""Stands for the kinds of reading faults that no rule names."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with what a rule judged."""

    at: tuple[str | int, ...]
    """Where: the steps from the thing judged down to the value."""
    message: str
    """What is wrong, in at most 25 words."""
    value: Any = None
    """The value that is wrong."""
    fix: str | None = None
    """What to do, where it is more than the rule says for all its faults: did you mean."""
    letter: tuple[int, int] | None = None
    """The words of the letter that it is about, by their offsets."""
    response: str | None = None
    """The response in which it is, by its id, where the end was judged: `at` goes on from that response."""


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What a rule yields where it cannot judge, such as a reply without a date."""

    reason: str


Outcome = Fault | Unjudged

TYPED_IN = Unjudged("the data was typed in, and has no letter to point to")
"""What rules that ask for the words of a letter say of a response without one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person who asked for the check said."""

    today: datetime.date | None = None
    """The day from which the data is judged; the clock is never read."""
    for_publication: bool = False
    """Whether the data is about to be published; otherwise it is in the making."""


@dataclass(frozen=True, slots=True)
class Within:
    """Where in a response the thing judged stands."""

    response: Response
    answer: Answer | None
    owner: Record
    """The record that the thing is a part of."""

    @property
    def text(self) -> str | None:
        """The letter's text, where the response has it."""
        return self.response.source.text


@dataclass(frozen=True, slots=True)
class End:
    """The end of a dataset: the last thing that is met, when all responses have been."""

    responses: int
    """How many could be read."""
    positions: Mapping[str, int]
    """The position in the dataset of each response, from 0, by its id; of the first, where two have the same."""


class Memory:
    """What a rule remembers of one dataset, from one response to the next: made anew for each, without arguments.

    It must stay small when the dataset is large: an id of each response, not the response.
    """


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault that data can have."""

    code: str
    name: str
    severity: Severity
    judges: Judged
    level: Level
    """The lowest level of a check that asks for it."""
    title: str
    why: str
    example: str
    fix: str
    subjects: tuple[type, ...]
    """What it judges: one type, or several that have the same fault."""
    kinds: frozenset[str]
    """The kinds of reading faults that it names, where it names any."""
    check: Callable[..., Iterator[Outcome]]
    extras: tuple[type, ...]
    """What else `check` takes after the thing it judges: Asked, Within, Header, a Memory of its own."""
    good: str = ""
    """What may be said when it judged `{n}` things and found none at fault."""

    @property
    def subject(self) -> str:
        """What it judges, in a word or a few."""
        if self.kinds:
            return "the file as it is read"
        facts = set(get_args(Fact))
        whole = ["Fact"] if facts <= set(self.subjects) else []
        return ", ".join(whole + [one.__name__ for one in self.subjects if not (whole and one in facts)])

    @property
    def group(self) -> str:
        """The group that its code puts it in."""
        return GROUPS[int(self.code[3])][1]

    def ready(self, asked: Asked, header: Header | None = None) -> Callable[..., Iterator[Outcome]]:
        """The check for one dataset, with a fresh memory. It takes a thing, and a Within where the rule asks for one.

        One that needs nothing else is handed out as it is, since it is called for each of very many things.
        """
        if set(self.extras) <= {Within}:
            return self.check
        given = {Asked: asked, Header: header} | {kind: kind() for kind in self.extras if issubclass(kind, Memory)}

        def check(thing: Any, within: Within | None = None) -> Iterator[Outcome]:
            return self.check(thing, *(within if kind is Within else given[kind] for kind in self.extras))

        return check

    def outcomes(
        self, thing: Any, asked: Asked, within: Within | None = None, header: Header | None = None
    ) -> Iterator[Outcome]:
        """What it finds in one thing of its kind."""
        check = self.ready(asked, header)
        return check(thing, within) if Within in self.extras else check(thing)


def rule(
    code: str,
    severity: Severity,
    *,
    judges: Judged = Judged.DATA,
    level: Level | None = None,
    kinds: tuple[str, ...] = (),
    good: str = "",
) -> Callable[[Callable[..., Iterator[Outcome]]], Rule]:
    """Make a function a rule: `@rule("FOI201", Severity.ERROR)`.

    `level` is for rules that are asked for later than others of their group. `kinds` are the kinds of reading faults
    that a rule on `foidata.packages.fault.Fault` names; `good` is what a report says when all is well: "{n} of {n}
    quotes stand where they should".
    """

    def made(check: Callable[..., Iterator[Outcome]]) -> Rule:
        types = list(get_type_hints(check).values())[: len(inspect.signature(check).parameters)]
        page = _page(check)
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            severity=severity,
            judges=judges,
            level=level or (Level.CORE if int(code[3]) in _CORE else Level.FULL),
            title=page["title"],
            why=page["why"],
            example=page["example"],
            fix=NOTHING_TO_MEND if judges is Judged.LETTER else page["fix"],
            subjects=_types(types[0]),
            kinds=frozenset(kinds),
            check=check,
            extras=tuple(types[1:]),
            good=good,
        )

    return made


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    found = (one for folder, _ in GROUPS.values() for one in collect(f"{__name__}.{folder}", Rule))
    return tuple(sorted(found, key=lambda one: one.code))


def _types(annotation: Any) -> tuple[type, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _page(check: Callable[..., Any]) -> dict[str, str]:
    """The parts of a rule's docstring, each as one paragraph."""
    paragraphs = [re.sub(r"\s+", " ", text) for text in (inspect.getdoc(check) or "").split("\n\n")]
    page = {"title": paragraphs[0].removesuffix("."), "why": "", "example": "", "fix": ""}
    for paragraph in paragraphs[1:]:
        part = next((part for part in ("example", "fix") if paragraph.startswith(f"{part.title()}: ")), "why")
        page[part] = f"{page[part]} {paragraph.removeprefix(f'{part.title()}: ')}".strip()
    return page
