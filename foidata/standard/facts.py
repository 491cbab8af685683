"""The typed facts that can be read from an answer, one model a list."""

from foidata.standard.codes import (
    Access,
    ActivityKind,
    Audience,
    Basis,
    Currency,
    Dedication,
    Delivery,
    Dimension,
    DocumentKind,
    LeadRole,
    Nature,
    NoteKind,
    PartnershipRole,
    ServiceArea,
    Stage,
    TrainingSubject,
)
from foidata.standard.evidence import Evidence
from foidata.standard.period import Period
from foidata.standard.quantity import Quantity
from foidata.standard.record import Record
from foidata.standard.values import (
    AnswerId,
    MeasureCode,
    Number,
    PartnershipCode,
    PartStatus,
    Position,
    Text,
    Url,
    Year,
)


class Lead(Record):
    """A statement about the authority's lead or point of contact on modern slavery.

    Rows with the same service are about the same lead.
    """

    status: PartStatus
    """How this statement was answered. Example: `"answered"`"""
    exists: bool | None = None
    """Whether there is such a lead. Example: `false`"""
    role: LeadRole | None = None
    """Specialist, or somebody to turn to. Example: `"specialist"`"""
    team: Text | None = None
    """The team or service, as written. Example: `"Community Safety"`"""
    service_area: ServiceArea | None = None
    """The part of the authority that the team belongs to. Example: `"community_safety"`"""
    audience: Audience | None = None
    """Whom the lead covers. Example: `"both"`"""
    dedication: Dedication | None = None
    """Whether the role is all that the person does. Example: `"additional"`"""
    start_year: Year | None = None
    """The year in which the role began. Example: `2016`"""
    fte: Number | None = None
    """Full-time equivalents of the post. Example: `0.6`"""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Adults & Health"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Post(Record):
    """A job that the letter speaks of, other than as the lead's role."""

    title: Text | None = None
    """The job title. Example: `"Community Safety (Labour Market) Coordinator"`"""
    team: Text | None = None
    """The team, as written. Example: `"Community Safety"`"""
    period: Period | None = None
    """When the post was there."""
    purpose: Text | None = None
    """What it was for, as written. Example: `"work on the local modern slavery agenda"`"""
    annual_cost: Quantity | None = None
    """Its cost a year, in `currency`."""
    currency: Currency | None = None
    """The currency of the cost; pounds when absent. Example: `"GBP"`"""
    funded_by: Text | None = None
    """Who paid for it. Example: `"Leicester City Council"`"""
    delivers_directly: bool | None = None
    """Whether its work was itself support for victims or anti-trafficking work. Example: `false`"""
    same_as: AnswerId | None = None
    """The answer that first names this post, so that it is counted once. Example: `"1"`"""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Adults & Health"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Funding(Record):
    """A sum of money for one period, or the reason why there is none."""

    status: PartStatus
    """Whether a sum is given, and if not, why. Example: `"answered"`"""
    period: Period | None = None
    """What period the money is for."""
    amount: Quantity | None = None
    """How much, in `currency`."""
    currency: Currency | None = None
    """The currency of the amount; pounds when absent. Example: `"GBP"`"""
    basis: Basis | None = None
    """What span the amount covers; the whole period when absent. Example: `"per_year"`"""
    nature: Nature | None = None
    """Spent, set aside, expected or granted. Example: `"actual"`"""
    purpose: Text | None = None
    """What it was for, as written. Example: `"Victim support contract"`"""
    source: Text | None = None
    """Where it came from, as written. Example: `"Home Office grant"`"""
    part_of: Position | None = None
    """The line of this answer that this sum is a part of, from 1. Example: `1`"""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Housing"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Training(Record):
    """A training that the authority gives or does not give."""

    status: PartStatus
    """How this was answered. Example: `"answered"`"""
    subject: TrainingSubject | None = None
    """What it is for. Example: `"first_responder"`"""
    provided: bool | None = None
    """Whether it is given. Example: `true`"""
    delivery: Delivery | None = None
    """How it is given. Example: `"part_of_other"`"""
    within: Text | None = None
    """The wider training that covers it, as written. Example: `"Safeguarding Training"`"""
    provider: Text | None = None
    """Who gives it, as written. Example: `"the regional partnership"`"""
    formats: tuple[Text, ...] = ()
    """The formats, as written. Example: `["e-learning", "classroom"]`"""
    duration_minutes: Position | None = None
    """How long it lasts, in minutes. Example: `90`"""
    mandatory: bool | None = None
    """Whether staff must take it. Example: `true`"""
    examples: tuple[Text, ...] = ()
    """Courses or modules, as written. Example: `["Spotting the signs"]`"""
    url: Url | None = None
    """An address given for it. Example: `"https://example.org/training"`"""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Housing"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Breakdown(Record):
    """One of the categories that a count is for."""

    dimension: Dimension
    """What it is broken down by. Example: `"age_group"`"""
    category: Text
    """The category, as written. Example: `"adults"`"""


class Count(Record):
    """A number of people or things for one period, or the reason why there is none."""

    status: PartStatus
    """Whether a number is given, and if not, why. Example: `"answered"`"""
    measure: MeasureCode
    """What is counted. Example: `"referrals"`"""
    label: Text
    """What is counted, as written. Example: `"referrals to the National Referral Mechanism"`"""
    period: Period | None = None
    """What period it is for."""
    quantity: Quantity | None = None
    """How many."""
    out_of: Quantity | None = None
    """Of how many, where the letter says so: 5 out of 6."""
    breakdown: tuple[Breakdown, ...] = ()
    """The categories that the count is for."""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Housing"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Claim(Record):
    """Something the letter affirms or denies that no other list carries."""

    status: PartStatus
    """How this was answered. Example: `"answered"`"""
    claim: Text
    """What is affirmed or denied, in a few words. Example: `"a modern slavery statement is published"`"""
    holds: bool
    """Whether it is so. Example: `true`"""
    period: Period | None = None
    """When it is or was so."""
    url: Url | None = None
    """An address given for it. Example: `"https://example.org/statement"`"""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Housing"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Partnership(Record):
    """A named group of several bodies that the authority is or was in."""

    name: Text
    """Its name, as written. Example: `"East Midlands Anti Trafficking Partnership"`"""
    id: PartnershipCode | None = None
    """Its code in the list of partnerships. Example: `"ematp"`"""
    role: PartnershipRole | None = None
    """What the authority is in it. Example: `"member"`"""
    period: Period | None = None
    """Since when, or from when to when."""
    area: Text | None = None
    """The area it works in, as written. Example: `"Leicester, Leicestershire and Rutland"`"""
    members: tuple[Text, ...] = ()
    """Other members that the letter names. Example: `["Red Cross"]`"""
    stage: Stage | None = None
    """How far it has come. Example: `"early"`"""
    has_action_plan: bool | None = None
    """Whether it has an action plan. Example: `false`"""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Housing"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Reference(Record):
    """A document that the letter sends, points to or speaks of."""

    title: Text | None = None
    """Its title, as written. Example: `"Modern Slavery Action Plan"`"""
    kind: DocumentKind | None = None
    """What kind of document it is. Example: `"action_plan"`"""
    period: Period | None = None
    """The year or years in its title."""
    access: Access
    """What the letter does with it. Example: `"attached"`"""
    url: Url | None = None
    """The address given for it. Example: `"https://example.org/plan.pdf"`"""
    redacted: bool | None = None
    """Whether parts of it were taken out. Example: `true`"""
    answers_question: bool | None = None
    """False where something else was sent than was asked for; absent where a reader cannot tell. Example: `false`"""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Housing"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Activity(Record):
    """Something that the authority did or does."""

    kind: ActivityKind
    """What kind of activity it is. Example: `"campaign"`"""
    description: Text
    """What was done, as written. Example: `"a poster campaign aimed at car wash workers"`"""
    period: Period | None = None
    """When."""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Housing"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


class Note(Record):
    """A remark that changes how the answer should be read."""

    kind: NoteKind
    """What kind of remark it is. Example: `"caveat"`"""
    text: Text
    """The remark, as written. Example: `"It should be noted that this work did not deliver support."`"""
    body: Text | None = None
    """The other body that it names. Example: `"East Example County Council"`"""
    service: Text | None = None
    """The part of the answer that says so, by its label. Example: `"Housing"`"""
    evidence: tuple[Evidence, ...] = ()
    """The words that say so."""


Fact = Lead | Post | Funding | Training | Count | Claim | Partnership | Reference | Activity | Note
"""Any of the facts."""
