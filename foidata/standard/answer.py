"""What was said to one question."""

from typing import ClassVar

from foidata.standard.codes import CodingState, Status, Topic
from foidata.standard.constraint import When
from foidata.standard.evidence import Doubt, Evidence
from foidata.standard.facts import (
    Activity,
    Claim,
    Count,
    Fact,
    Funding,
    Lead,
    Note,
    Partnership,
    Post,
    Reference,
    Training,
)
from foidata.standard.period import Period
from foidata.standard.record import Record
from foidata.standard.values import AnswerId, Day, ExemptionCode, PartStatus, Slug, Text

FACTS = (
    "leads",
    "posts",
    "funding",
    "training",
    "counts",
    "claims",
    "partnerships",
    "documents",
    "activities",
    "notes",
)
"""The lists of facts that an answer can hold."""


class Question(Record):
    """A question as the letter repeats it."""

    text: Text
    """Its words, without number and marker. Example: `"Do you have a specialist lead on modern slavery?"`"""
    number: Text | None = None
    """Its number, as written. Example: `"Q1"`"""
    section: Text | None = None
    """The heading it stands under. Example: `"Modern Slavery Funding"`"""
    id: Slug | None = None
    """The question of the questionnaire that this is. Example: `"lead-exists"`"""
    lead_in: tuple[Evidence, ...] = ()
    """Words outside the question that belong to it: a preface for all questions, the stem above lettered parts."""
    periods_asked: tuple[Period, ...] = ()
    """The periods it asks for, in the order asked."""
    evidence: tuple[Evidence, ...] = ()
    """Where the question stands."""


class Part(Record):
    """What one service or one half of an answer says, where several answer one question."""

    label: Text
    """Whose part it is, as written. Example: `"Adults & Health"`"""
    status: PartStatus
    """How this part was answered. Example: `"answered"`"""
    text: Text | None = None
    """Its words. Example: `"adults only"`"""
    evidence: tuple[Evidence, ...] = ()
    """Where it stands."""


class Coding(Record):
    """How far an answer's reading has been checked by people."""

    state: CodingState
    """How far. Example: `"accepted"`"""
    coder: Text | None = None
    """Who checked it: a label, never a name. Example: `"coder-a"`"""
    date: Day | None = None
    """When. Example: `"2024-05-01"`"""
    note: Text | None = None
    """Why it is so. Example: `"The figure is for two years."`"""


class Answer(Record):
    """What was said to one question: the words, and what they mean as typed facts.

    Example: `{"id": "1", "question": {"text": "Do you have a specialist lead on modern slavery?"},
    "topic": "lead_exists", "status": "answered", "text": "No not currently."}`
    """

    constraints: ClassVar[tuple[When, ...]] = (
        When("status", ("see_other_answer",), needs=("refers_to",)),
        When("status", ("answered", "partly_answered"), some_of=("text", "parts", *FACTS)),
        When("status", ("not_answered",), forbids=("text",)),
    )

    id: AnswerId
    """The question's number in one form: `1`, `1a`, `1bi`; its position when it has none; `1-2` when repeated.

    Example: `"1"`
    """
    question: Question
    """The question."""
    topic: Topic
    """What the question is about. Example: `"lead_exists"`"""
    status: Status
    """How it was answered, all in all. Example: `"answered"`"""
    text: Text | None = None
    """The answer, word for word. Example: `"No not currently."`"""
    evidence: tuple[Evidence, ...] = ()
    """Where the answer stands."""
    refers_to: tuple[AnswerId, ...] = ()
    """The answers that it points to. Example: `["1"]`"""
    exemptions: tuple[ExemptionCode, ...] = ()
    """The provisions relied on to withhold. Example: `["foia_s40_2"]`"""
    cited_as: tuple[Text, ...] = ()
    """The same, as written. Example: `["Section 40(2)"]`"""
    parts: tuple[Part, ...] = ()
    """What each service says, where several answer."""
    leads: tuple[Lead, ...] = ()
    """What it says of a lead or point of contact."""
    posts: tuple[Post, ...] = ()
    """The jobs that it speaks of."""
    funding: tuple[Funding, ...] = ()
    """The sums that it gives, or why it gives none."""
    training: tuple[Training, ...] = ()
    """The training that it speaks of."""
    counts: tuple[Count, ...] = ()
    """The numbers of people or things that it gives, or why it gives none."""
    claims: tuple[Claim, ...] = ()
    """What else it affirms or denies."""
    partnerships: tuple[Partnership, ...] = ()
    """The partnerships that it names."""
    documents: tuple[Reference, ...] = ()
    """The documents that it sends, points to or speaks of."""
    activities: tuple[Activity, ...] = ()
    """What the authority did or does."""
    notes: tuple[Note, ...] = ()
    """Remarks that change how the answer should be read."""
    doubts: tuple[Doubt, ...] = ()
    """Why a person should look at it."""
    coding: Coding | None = None
    """How far it has been checked."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All its facts, list by list."""
        return tuple(fact for name in FACTS for fact in getattr(self, name))

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses of its parts, and of its facts of those lists that have one."""
        lists = (self.parts, self.leads, self.funding, self.training, self.counts, self.claims)
        return tuple(one.status for held in lists for one in held)
