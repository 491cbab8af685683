"""Rules: each names one fault that data can have, and finds it. Every file in the folders here is one rule.

A rule is a function. Its first argument is the thing it judges, and the argument's type says which: a whole file as it
was loaded, a fault met while reading, a dataset, a response, an answer, a quote, any kind of fact. It yields the faults
it sees, each at its place within that thing. The rule's docstring is its page: a title; why the fault matters; a
paragraph that begins "Example:"; a paragraph that begins "Fix:".
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


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What a rule yields where it cannot judge, such as a reply without a date."""

    reason: str


Outcome = Fault | Unjudged


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
    """What else `check` takes after the thing it judges: Asked, Within or both."""
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

    def outcomes(self, thing: Any, asked: Asked, within: Within | None = None) -> Iterator[Outcome]:
        """What it finds in one thing of its kind."""
        given = {Asked: asked, Within: within}
        return self.check(thing, *(given[extra] for extra in self.extras))


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
